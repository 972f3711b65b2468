/** A document put before somebody entitled to decide it: its versions, the fingerprint of what was approved, its revisions (R36). */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"shared", "engine", "organization", "mail", "workbook"})
package cn.anchang.approval;

/** What leaves the screen: workbooks of what all modules know. It reads from them, and none of them knows it. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"shared", "organization", "workbook", "inventory", "customer", "salescase"})
package cn.anchang.report;

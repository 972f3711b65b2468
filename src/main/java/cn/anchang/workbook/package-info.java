/** The one place that knows POI: reads workbooks with errors by cell, writes sheets in one look, runs imports. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"shared", "organization"})
package cn.anchang.workbook;

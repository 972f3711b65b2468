/** What leaves the screen: workbooks and printed documents of what all modules know. It reads from them, and none of them knows it. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "shared",
            "organization",
            "workbook",
            "inventory",
            "customer",
            "payment",
            "mortgage",
            "salescase",
            "collection"
        })
package cn.anchang.report;

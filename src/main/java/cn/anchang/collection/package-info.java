/** Money that is to come: reminders before and after the day, and who owes what. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "shared",
            "engine",
            "organization",
            "inventory",
            "customer",
            "payment",
            "mortgage",
            "salescase",
            "change",
            "approval",
            "mail",
            "workbook"
        })
package cn.anchang.collection;

/** What changes on the way from reception to completion: change orders, their approval and their execution on the running sale. */
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
            "approval",
            "mail"
        })
package cn.anchang.change;

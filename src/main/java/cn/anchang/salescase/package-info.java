/** One customer's way to one unit, from reception to completion: cases, subscriptions, contracts, milestones, aftercare. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "shared",
            "engine",
            "organization",
            "inventory",
            "customer",
            "payment",
            "mortgage",
            "mail"
        })
package cn.anchang.salescase;

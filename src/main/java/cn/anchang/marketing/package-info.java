/** What the company does to be known and what it learns from it: promotion plans, stage summaries, sales reports. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "shared",
            "approval",
            "engine",
            "organization",
            "inventory",
            "customer",
            "payment",
            "salescase",
            "mail",
            "approval"
        })
package cn.anchang.marketing;

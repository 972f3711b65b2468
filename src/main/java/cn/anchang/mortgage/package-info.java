/** The loan file of a sale: the bank, its papers, its decision, the loan contract and the release of the money. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"shared", "engine", "organization", "payment", "mail"})
package cn.anchang.mortgage;

/** Who may buy: customers, their visits and what they said, whose customer each is, and who has seen their numbers. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"shared", "workbook", "organization"})
package cn.anchang.customer;

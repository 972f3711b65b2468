/** What we have to sell: regions, projects, buildings, units, presale permits, price lists, and who occupies a unit. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"shared", "workbook", "organization", "approval"})
package cn.anchang.inventory;

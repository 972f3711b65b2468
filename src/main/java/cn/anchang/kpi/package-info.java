/** What each site is to reach, and how far it has come: targets, the day's and the month's numbers beside them. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"shared", "organization", "inventory"})
package cn.anchang.kpi;

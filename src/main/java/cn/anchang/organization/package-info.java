/** Departments, groups and staff, and the one sign-in of all pages. Asks the engine's own identity service. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = "shared")
package cn.anchang.organization;

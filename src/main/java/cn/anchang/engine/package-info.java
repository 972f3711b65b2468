/** What features share of the process engine: deploying models, reading forms, typed variables, refusals, who may see which task. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = "shared")
package cn.anchang.engine;

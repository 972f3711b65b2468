/** Words every module speaks: money, refusals and their Chinese sentences, the site's clock. Knows no module of ours. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {},
        type = org.springframework.modulith.ApplicationModule.Type.OPEN)
package cn.anchang.shared;

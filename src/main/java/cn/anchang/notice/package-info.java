/**
 * What people of ours are told: a task that came to them, a day that is near, a bank's no. In the page and by letter, as each
 * chooses, each fact once. It listens to the others and none of them knows it.
 */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"shared", "engine", "organization", "mail", "approval", "mortgage", "salescase"})
package cn.anchang.notice;

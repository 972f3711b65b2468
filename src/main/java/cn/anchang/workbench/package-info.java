/** The pages staff look at beside Tasklist: home, units on sale, money, import; it reads from all modules and none knows it. */
@ApplicationModule(displayName = "Workbench")
package cn.anchang.workbench;

import org.springframework.modulith.ApplicationModule;

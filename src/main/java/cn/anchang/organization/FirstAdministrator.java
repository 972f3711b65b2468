package cn.anchang.organization;

import cn.anchang.shared.ClusterLock;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Enters the first administrator from the environment. Later starts leave that person, and the password they chose, alone. */
@Component
@Profile("!sample")
class FirstAdministrator implements SmartInitializingSingleton {

    private final Staff staff;
    private final ClusterLock lock;
    private final String userId;
    private final String password;

    FirstAdministrator(
            Staff staff,
            ClusterLock lock,
            @Value("${anchang.admin.user}") String userId,
            @Value("${anchang.admin.password}") String password) {
        this.staff = staff;
        this.lock = lock;
        this.userId = userId;
        this.password = password;
    }

    @Override
    public void afterSingletonsInstantiated() {
        lock.whileAlone(
                "first administrator", () -> staff.enrol(userId, "系统管理员", "", password, "camunda-admin", "it-support"));
    }
}

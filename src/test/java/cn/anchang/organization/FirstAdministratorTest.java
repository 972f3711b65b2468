package cn.anchang.organization;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anchang.shared.ClusterLock;
import cn.anchang.testing.ApplicationTest;
import cn.anchang.testing.TasklistSession;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ApplicationTest
class FirstAdministratorTest {

    @LocalServerPort
    int port;

    @Autowired
    Staff staff;

    @Autowired
    ClusterLock lock;

    @Autowired
    IdentityService identity;

    @Test
    void entersThePersonOfTheEnvironmentOnceAndLeavesALaterPasswordAlone() {
        new FirstAdministrator(staff, lock, "first.admin", "First-password-1").afterSingletonsInstantiated();
        TasklistSession.of(port, "first.admin", "First-password-1");
        assertThat(staff.groupsOf("first.admin")).contains("camunda-admin");

        new FirstAdministrator(staff, lock, "first.admin", "Another-password-2").afterSingletonsInstantiated();

        TasklistSession.of(port, "first.admin", "First-password-1");
        assertThat(identity.createUserQuery().userId("first.admin").count()).isOne();
        identity.deleteUser("first.admin");
    }
}

package cn.anchang.organization;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anchang.organization.Departments.StaffGroup;
import cn.anchang.testing.ApplicationTest;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@ApplicationTest
class OrganizationTest {

    @Autowired
    Departments departments;

    @Autowired
    Staff staff;

    @Autowired
    Rights rights;

    @Autowired
    AuthorizationService authorizations;

    @Autowired
    IdentityService identity;

    @Test
    void sevenDepartmentsEachWithThreeDuties() {
        assertThat(departments.departments())
                .extracting(Departments.Department::name)
                .containsExactly("行政部门", "销售部门", "研发部门", "生产部门", "客户服务部门", "市场营销部门", "技术支持部门");
        assertThat(departments.departments()).allSatisfy(department -> {
            assertThat(department.purpose()).startsWith("负责");
            assertThat(department.duties()).hasSize(3);
            assertThat(department.groups()).isNotEmpty();
        });
    }

    @ParameterizedTest
    @CsvSource({
        "finance, 行政部门",
        "administration, 行政部门",
        "sales, 销售部门",
        "site-manager, 销售部门",
        "design, 研发部门",
        "engineering, 生产部门",
        "customer-service, 客户服务部门",
        "marketing, 市场营销部门",
        "marketing-director, 市场营销部门",
        "marketing-admin, 市场营销部门",
        "it-support, 技术支持部门"
    })
    void everyGroupBelongsToItsDepartment(String groupId, String department) {
        assertThat(departments.departmentOf(groupId))
                .get()
                .extracting(Departments.Department::name)
                .isEqualTo(department);
        assertThat(identity.createGroupQuery().groupId(groupId).count()).isOne();
    }

    @ParameterizedTest
    @CsvSource({"chen.xiao, 陈晓, 置业顾问", "zhao.ming, 赵明, 专案经理", "qian.hui, 钱慧, 财务", "wu.zong, 吴总, 总经理"})
    void peopleAreCalledByTheirNameAndPost(String userId, String name, String post) {
        assertThat(staff.displayName(userId)).isEqualTo(name);
        assertThat(staff.postsOf(userId)).containsExactly(post);
    }

    @Test
    void namesEnteredInTheAdministrationReadAsChineseNamesDo() {
        User user = identity.newUser("ouyang.na");
        user.setLastName("欧阳");
        user.setFirstName("娜");
        user.setPassword("Long-enough-1");
        identity.saveUser(user);

        assertThat(staff.displayName("ouyang.na")).isEqualTo("欧阳娜");
        identity.deleteUser("ouyang.na");
    }

    @Test
    void onlyFinanceIsFinance() {
        assertThat(staff.isFinance("qian.hui")).isTrue();
        assertThat(staff.isFinance("zhao.ming")).isFalse();
        assertThat(staff.isFinance("xu.qiang")).isFalse();
        assertThat(staff.isFinance("nobody")).isFalse();
        assertThat(staff.isSiteManager("zhao.ming")).isTrue();
        assertThat(staff.isConsultant("lin.jia")).isTrue();
    }

    @Test
    void aRightTakenOutOfTheFileIsWithdrawnAndOneMadeByHandStays() {
        Authorization byHand = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        byHand.setGroupId("design");
        byHand.setResource(Resources.PROCESS_DEFINITION);
        byHand.setResourceId("made-by-hand");
        byHand.addPermission(Permissions.READ);
        authorizations.saveAuthorization(byHand);
        List<StaffGroup> withMore = new ArrayList<>(departments.allGroups());
        withMore.add(new StaffGroup("visitors", "参观者", "参观", List.of("sales-case"), true, false, false));
        withMore.replaceAll(group -> group.id().equals("design")
                ? new StaffGroup("design", group.name(), group.post(), List.of("sales-case"), true, false, false)
                : group);
        try {
            rights.establish(withMore);
            assertThat(rightsOf("design")).contains("sales-case", "cockpit", "made-by-hand");
            assertThat(rightsOf("visitors")).contains("sales-case", "cockpit");

            rights.afterPropertiesSet();

            assertThat(rightsOf("design")).contains("tasklist", "made-by-hand").doesNotContain("sales-case", "cockpit");
            assertThat(rightsOf("visitors")).doesNotContain("sales-case", "cockpit", "tasklist", "*");
            assertThat(rightsOf("sales")).contains("sales-case");
        } finally {
            authorizations.deleteAuthorization(byHand.getId());
            identity.deleteGroup("visitors");
        }
    }

    private List<String> rightsOf(String group) {
        return authorizations.createAuthorizationQuery().groupIdIn(group).list().stream()
                .map(Authorization::getResourceId)
                .toList();
    }

    @Test
    void anotherStartGivesNoRightTwice() {
        long before = authorizations.createAuthorizationQuery().count();

        rights.afterPropertiesSet();

        assertThat(authorizations.createAuthorizationQuery().count()).isEqualTo(before);
    }
}

package cn.anchang.browser;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anchang.testing.Browser;
import cn.anchang.testing.BrowserTest;
import org.junit.jupiter.api.Test;

@BrowserTest
class OneSignInTest {

    private static final String TASKLIST = "/camunda/app/tasklist/default/";
    private static final String COCKPIT = "/camunda/app/cockpit/default/";
    private static final String ADMIN = "/camunda/app/admin/default/";

    @Test
    void signedInOnceOneIsSignedInEverywhere(Browser xuQiang) {
        xuQiang.go(TASKLIST + "#/?searchQuery=%5B%5D");
        assertThat(xuQiang.place()).startsWith("/login");
        xuQiang.picture("sign-in");
        xuQiang.signIn("xu.qiang");

        assertThat(xuQiang.place()).as("back to where one was going").startsWith(TASKLIST);
        xuQiang.seeText("许强").seeText("我的任务");
        xuQiang.go(COCKPIT).seeText("许强");
        assertThat(xuQiang.place()).startsWith(COCKPIT);
        xuQiang.picture("cockpit");
        xuQiang.go(ADMIN).seeText("许强");
        assertThat(xuQiang.place()).startsWith(ADMIN);
        xuQiang.picture("admin");
        xuQiang.go("/camunda/app/welcome/default/").seeText("许强");
        xuQiang.picture("welcome");
        xuQiang.go("/").seeText("退出");
        assertThat(xuQiang.place()).isEqualTo("/");
        xuQiang.picture("home");
    }

    @Test
    void signedOutInTasklistOneIsSignedOutEverywhere(Browser chenXiao) {
        chenXiao.signIn("chen.xiao").go(TASKLIST).seeText("我的任务");

        chenXiao.click(".account.dropdown > a, .account [dropdown-toggle], .account .dropdown-toggle");
        chenXiao.click(".logout a, a[ng-click*=logout]");

        chenXiao.until("led to the sign-in page", driver -> chenXiao.place().startsWith("/login"));
        chenXiao.go("/");
        assertThat(chenXiao.place()).startsWith("/login");
        chenXiao.go(COCKPIT);
        assertThat(chenXiao.place()).startsWith("/login");
    }

    @Test
    void signedOutOnOurPagesOneIsSignedOutOfTasklist(Browser chenXiao) {
        chenXiao.signIn("chen.xiao").go(TASKLIST).seeText("我的任务");

        chenXiao.go("/").clickText("退出");
        chenXiao.seeText("您已退出登录");

        chenXiao.go(TASKLIST);
        assertThat(chenXiao.place()).startsWith("/login");
    }

    @Test
    void aSessionThatEndedUnderneathLeadsToTheSignInPageAndBack(Browser chenXiao) {
        chenXiao.signIn("chen.xiao").go(TASKLIST).seeText("我的任务");
        chenXiao.driver().manage().deleteAllCookies();

        chenXiao.clickText("已逾期");

        chenXiao.until("led to the sign-in page", driver -> chenXiao.place().startsWith("/login"));
        chenXiao.signIn("chen.xiao");
        chenXiao.seeText("我的任务");
        assertThat(chenXiao.place()).startsWith(TASKLIST);
    }

    @Test
    void whoKnowsNoPasswordStaysOutside(Browser stranger) {
        stranger.go("/login")
                .type("#username", "nobody.here")
                .type("#password", "guess")
                .click("button[type=submit]");

        stranger.seeText("账号或密码不正确");
        assertThat(stranger.place()).startsWith("/login");
    }
}

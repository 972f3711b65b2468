package cn.anchang.journey;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anchang.testing.Browser;
import cn.anchang.testing.BrowserTest;
import cn.anchang.testing.TasklistSession.OpenTask;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Dimension;

/** 提醒 in Chromium, at a desk and in the hand: the bell counts, a notice leads to its task, choices stay. */
@BrowserTest
class NoticesInBrowserTest extends JourneyTest {

    @Test
    void theBellCountsANoticeLeadsToItsTaskAndChoicesStay(Browser browser) {
        browser.signIn(LIN).go("/notices");
        if (!browser.all("form[action='/notices/read'] button").isEmpty()) {
            browser.clickText("全部标为已读");
        }
        browser.until("nothing unread", driver -> browser.all("#bell .count").isEmpty());
        OpenTask given = given(sale().visited());
        given(sale().visited());
        browser.go("/units");
        assertThat(browser.text("#bell .count")).isEqualTo("2");
        given(sale().visited());
        browser.run("htmx.ajax('GET', '/notices/bell', {target: '#bell', swap: 'outerHTML',"
                + " headers: {'X-Requested-With': 'XMLHttpRequest'}})");
        browser.until(
                "the bell asks again",
                driver -> "3".equals(browser.see("#bell .count").getText()));
        assertThat(browser.see("#bell").getDomAttribute("aria-label")).contains("3 条未读");

        browser.click("#bell");
        browser.seeText("由赵明转来");
        assertThat(browser.all(".notices .unread")).hasSize(3);
        browser.picture("notices-01-desk");
        browser.click("a[href='/notices/"
                + jdbc.queryForObject("select id from sales.staff_notices where task_id = ?", UUID.class, given.id())
                + "']");
        browser.until("led to the task", driver -> browser.place().contains("task=" + given.id()));
        browser.seeText("洽谈客户");

        browser.go("/notices/settings");
        String mailed = "input[name='mail-RETURNED']";
        browser.see(mailed).click();
        browser.clickText("保存");
        browser.seeText("已保存");
        assertThat(browser.see(mailed).isSelected()).isTrue();
        browser.picture("notices-02-settings");

        browser.driver().manage().window().setSize(new Dimension(390, 844));
        for (String page : new String[] {"/notices", "/notices/settings"}) {
            browser.go(page);
            assertThat(browser.text("#bell .count")).isEqualTo("2");
            assertThat(browser.run("return document.documentElement.scrollWidth <= window.innerWidth"))
                    .as("%s fits the hand", page)
                    .isEqualTo(true);
            browser.picture("notices-hand-" + page.replaceAll("\\W+", "-").substring(1));
        }
        browser.see(mailed).click();
        browser.clickText("保存");
        browser.seeText("已保存");
    }

    private OpenTask given(Sale sale) {
        OpenTask task = at(CHEN).taskOf(sale.key(), "userTask_negotiate");
        accepted(at(MANAGER).assign(task.id(), LIN));
        return task;
    }
}

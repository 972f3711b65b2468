package cn.anchang.journey;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anchang.testing.Browser;
import cn.anchang.testing.BrowserTest;
import cn.anchang.testing.SaleForms;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Dimension;

/** The pages of customers in Chromium, on a desk and on a phone: nothing is wider than the window, and each act says what it did. */
@BrowserTest
class CustomersInBrowserTest extends JourneyTest {

    private static final Dimension DESK = new Dimension(1440, 900);
    private static final Dimension PHONE = new Dimension(390, 844);

    private UUID customerOf(Sale sale) {
        return jdbc.queryForObject("select customer_id from sales.sales_cases where id = ?", UUID.class, sale.caseId());
    }

    @Test
    void aConsultantFollowsAndTheSiteManagerMerges(Browser browser) {
        Sale late = sale().visited();
        accepted(late.talk("userTask_negotiate", SaleForms.followUp(late.today().plusDays(2))));
        Person person = Person.unknown();
        Sale one = sale(site(1), CHEN, person).visited();
        to(late.today().plusDays(4));
        runDue(late.key());
        Sale other = sale(
                        site(1),
                        CHEN,
                        new Person(person.name(), Person.unknown().phone(), person.idNo(), person.email()))
                .visited();
        Sale bought = sale().inInstalments();

        browser.driver().manage().window().setSize(DESK);
        // By telephone: other journeys of this machine leave customers who wait longer and fill the first page.
        browser.signIn(CHEN).go("/customers?q=" + late.person().phone());
        browser.seeText("超期 2 天");
        browser.run("document.querySelector('#customers').scrollIntoView()");
        look(browser, "customers-01-rows");
        browser.run("scrollTo(0, 0)");
        assertThat(browser.text("#customers")).contains("****", "超期 2 天");
        look(browser, "customers-01-list");
        browser.go("/customers/" + customerOf(late));
        browser.seeText("去办任务：追踪客户");
        look(browser, "customers-02-followed");
        browser.type("#said", "客户说周末带父母再来看").click("#call button");
        browser.seeText("电话已记录");
        browser.go("/customers/" + customerOf(bought));
        browser.seeText("来往记录");
        assertThat(browser.text("#deals")).contains("1,000,000.00");
        look(browser, "customers-03-bought");
        browser.run("document.querySelector('#deals').scrollIntoView()");
        look(browser, "customers-03-story");
        browser.click("#facts button.link");
        browser.seeText("本次查看已记录");
        assertThat(browser.text("#facts")).contains(bought.person().phone());
        browser.go("/customers/" + customerOf(late) + "/edit");
        look(browser, "customers-04-edit");

        browser.signInInstead(MANAGER).go("/customers/duplicates");
        browser.seeText("证件号码相同");
        look(browser, "customers-05-duplicates");
        browser.go("/customers/merge?stays=" + customerOf(one) + "&gone=" + customerOf(other));
        look(browser, "customers-06-merge");
        browser.type("#reason", "同一身份证，两个手机号");
        browser.click("form.card button[type=submit]");
        browser.driver().switchTo().alert().accept();
        browser.seeText("已合并为一位");
        look(browser, "customers-07-merged");
        assertThat(browser.text("#timeline")).contains("同一身份证，两个手机号");
        browser.go("/customers?q=" + other.person().phone());
        assertThat(browser.text("#customers")).contains(masked(person.phone()));
    }

    private static String masked(String phone) {
        return phone.substring(0, 3) + "****" + phone.substring(7);
    }

    /** Takes a picture of the page on a desk and on a phone, where it must not be wider than the window. */
    private static void look(Browser browser, String name) {
        browser.picture(name);
        browser.driver()
                .executeCdpCommand(
                        "Emulation.setDeviceMetricsOverride",
                        Map.of(
                                "width",
                                PHONE.getWidth(),
                                "height",
                                PHONE.getHeight(),
                                "deviceScaleFactor",
                                1,
                                "mobile",
                                true));
        Object wide = browser.run("return document.documentElement.scrollWidth");
        browser.picture(name + "-phone");
        browser.driver().executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
        assertThat(((Number) wide).intValue()).as(name).isLessThanOrEqualTo(PHONE.getWidth());
    }
}

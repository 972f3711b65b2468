package cn.anchang.journey;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anchang.testing.Browser;
import cn.anchang.testing.BrowserTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** One sale in Chromium: the real diagram is drawn with the token and the way it came, on a desk and on a phone. */
@BrowserTest
class SaleOnOnePageInBrowserTest extends JourneyTest {

    private static final String READY = "#diagram[data-ready='yes'] svg";

    @Test
    void theDiagramShowsWhereTheSaleIs(Browser browser) {
        sale().held();
        Sale sale = sale().inInstalments();
        browser.signIn(CHEN).go("/");
        browser.run("document.activeElement.blur()");
        browser.see("body").sendKeys("/");
        assertThat(browser.run("return document.activeElement.id")).isEqualTo("search");
        browser.driver().switchTo().activeElement().sendKeys(sale.person().phone(), Keys.ENTER);
        browser.see(READY);
        assertThat(browser.place()).isEqualTo("/sales/" + sale.key());

        assertThat(colour(browser, "userTask_fileContract")).as("the token").isEqualTo("rgb(255, 225, 184)");
        assertThat(colour(browser, "userTask_negotiate")).as("walked").isEqualTo("rgb(226, 243, 234)");
        assertThat(colour(browser, "userTask_checkDeal"))
                .as("not reached")
                .isNotIn("rgb(255, 225, 184)", "rgb(226, 243, 234)");
        assertThat(browser.text(".token-badge")).isEqualTo("当前");
        assertThat(browser.all(".token-badge")).hasSize(1);
        assertThat(browser.all(".djs-connection.walked[data-element-id='flow_contractSigned']"))
                .hasSize(1);
        assertThat(browser.all(".djs-connection.walked[data-element-id='flow_contractFiled']"))
                .isEmpty();
        assertThat(inSight(browser)).as("the token is in sight").isEqualTo(true);
        browser.picture("sale-01-desktop");
        browser.run("document.getElementById('picture').scrollIntoView()");
        browser.picture("sale-02-picture");
        browser.click("[data-zoom='whole']");
        browser.picture("sale-03-whole");
        browser.run("document.getElementById('stages').scrollIntoView()");
        browser.picture("sale-04-stages");
        browser.run("document.getElementById('acts').scrollIntoView()");
        browser.picture("sale-05-acts");

        browser.run("window.scrollTo(0, 0)");
        browser.click("#reveal");
        browser.seeText(sale.person().phone());
        assertThat(jdbc.queryForObject(
                        "select count(*) from sales.reveals r join sales.sales_cases c on c.customer_id = r.customer_id where c.id = ?",
                        Integer.class,
                        sale.caseId()))
                .isEqualTo(1);

        browser.click("#picture .tabs a:not([aria-current])");
        browser.see(READY);
        assertThat(browser.text("#picture .tabs a[aria-current]")).contains("认购转签约", "已结束");
        assertThat(colour(browser, "userTask_signContract")).isEqualTo("rgb(226, 243, 234)");
        browser.picture("sale-06-called");

        browser.driver()
                .executeCdpCommand(
                        "Emulation.setDeviceMetricsOverride",
                        Map.of("width", 390, "height", 844, "deviceScaleFactor", 2, "mobile", true));
        browser.go("/sales/" + sale.key());
        browser.see(READY);
        browser.see(".token-badge");
        assertThat(browser.run("return document.documentElement.scrollWidth")).isEqualTo(390L);
        browser.picture("sale-07-phone");
        browser.run("document.getElementById('picture').scrollIntoView()");
        assertThat(inSight(browser)).as("the token is in sight on a phone").isEqualTo(true);
        browser.picture("sale-08-phone-picture");
        browser.run("document.getElementById('stages').scrollIntoView()");
        browser.picture("sale-09-phone-stages");
        browser.run("document.getElementById('acts').scrollIntoView()");
        browser.picture("sale-10-phone-acts");
        browser.go("/search?q=" + "王小明");
        browser.see("#found-sales");
        assertThat(browser.run("return document.documentElement.scrollWidth")).isEqualTo(390L);
        browser.picture("sale-11-phone-search");
        browser.go("/sales");
        assertThat(browser.run("return document.documentElement.scrollWidth")).isEqualTo(390L);
        browser.picture("sale-12-phone-list");
        browser.driver().executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
        browser.go("/sales");
        browser.picture("sale-13-list");
        browser.go("/search?q=" + "王小明");
        browser.picture("sale-14-search");
    }

    private static Object colour(Browser browser, String element) {
        return browser.run(
                "return getComputedStyle(document.querySelector(`.djs-shape[data-element-id='${arguments[0]}'] .djs-visual > *`)).fill",
                element);
    }

    private static Object inSight(Browser browser) {
        return browser.run("const badge = document.querySelector('.token-badge').getBoundingClientRect();"
                + " const frame = document.getElementById('diagram').getBoundingClientRect();"
                + " return badge.width > 0 && badge.left >= frame.left && badge.right <= frame.right && badge.top >= frame.top - 1"
                + " && badge.bottom <= frame.bottom;");
    }
}

package cn.anchang.journey;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anchang.payment.Ledger;
import cn.anchang.testing.Browser;
import cn.anchang.testing.BrowserTest;
import cn.anchang.testing.SaleForms;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.springframework.beans.factory.annotation.Autowired;

/** 漏斗, 回款 and 报表 in Chromium, at a desk and in the hand: the charts are drawn, a click leads to their rows, nothing complains. */
@BrowserTest
class InsightInBrowserTest extends JourneyTest {

    @Autowired
    Ledger ledger;

    @Test
    void chartsAreDrawnAndLeadToTheirRows(Browser browser) {
        SalesSite site = site(3);
        accepted(sale(site, CHEN, Person.unknown()).register(Map.of("channel", "ONLINE")));
        Sale lost = sale(site, LIN, Person.unknown()).visited();
        accepted(lost.talk("userTask_negotiate", SaleForms.lost("RIVAL")));
        Sale signed = sale(site, CHEN, Person.unknown()).inInstalments();
        String project = "?project=" + site.projectId();

        browser.signIn(MANAGER).go("/funnel" + project + "&period=ALL");
        drawn(browser, 5);
        browser.picture("funnel-01-desk");
        press(browser, "#funnel-chart");
        browser.see("#count");
        assertThat(browser.place()).startsWith("/funnel/rows");
        assertThat(browser.all("#rows tbody tr").size()).isEqualTo(Integer.parseInt(browser.text("#count")));
        browser.picture("funnel-02-rows");

        to(ledger.openMoney(signed.caseId()).get(0).dueOn().plusDays(10));
        browser.go("/receivables" + project);
        drawn(browser, 1);
        browser.see("#letters .letters");
        browser.picture("ageing-01-desk");
        browser.go("/reports");
        browser.see("#report-tracking");
        browser.picture("reports-01-desk");

        inTheHand(browser);
        for (String page : List.of("/funnel" + project + "&period=ALL", "/receivables" + project, "/reports")) {
            browser.go(page);
            browser.see("main h1");
            assertThat(browser.run("return document.documentElement.scrollWidth <= window.innerWidth"))
                    .as("%s fits the hand", page)
                    .isEqualTo(true);
            browser.picture("insight-hand-" + page.replaceAll("\\?.*", "").substring(1));
        }
        assertThat(browser.driver().manage().logs().get(LogType.BROWSER).getAll())
                .extracting(LogEntry::getMessage)
                .isEmpty();
    }

    private static void drawn(Browser browser, int charts) {
        browser.until(
                "charts are drawn",
                driver -> driver.findElements(By.cssSelector(".chart-place svg path"))
                                .isEmpty()
                        ? null
                        : true);
        assertThat(browser.all(".chart")).hasSize(charts);
        assertThat(browser.all(".chart-place svg")).hasSize(charts);
        assertThat(browser.all("[role=alert]")).isEmpty();
    }

    /** The widest thing of the chart, in its middle. */
    private static void press(Browser browser, String chart) {
        browser.run(
                "const area = document.querySelector(arguments[0] + ' .chart-place svg').getBoundingClientRect();"
                        + " window.scrollTo(0, area.top + window.scrollY - 100);",
                chart);
        browser.until("the first step is pressed", driver -> {
            new org.openqa.selenium.interactions.Actions(driver)
                    .moveToElement(driver.findElement(By.cssSelector(chart + " .chart-place")), -60, -110)
                    .click()
                    .perform();
            return browser.place().startsWith("/funnel/rows") ? true : null;
        });
    }

    private static void inTheHand(Browser browser) {
        browser.driver()
                .executeCdpCommand(
                        "Emulation.setDeviceMetricsOverride",
                        Map.of("width", 390, "height", 844, "deviceScaleFactor", 2, "mobile", true));
    }
}

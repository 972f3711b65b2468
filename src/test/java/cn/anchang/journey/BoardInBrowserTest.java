package cn.anchang.journey;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anchang.testing.Browser;
import cn.anchang.testing.BrowserTest;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.WebDriverWait;

/** The wall of the sales hall in two browsers: a hold in one is seen in the other; keyboard, panel and phone. */
@BrowserTest
class BoardInBrowserTest extends JourneyTest {

    @Test
    void aHoldInOneBrowserIsSeenInTheOtherWithinTwoSeconds(Browser consultant, Browser manager) {
        SalesSite site = site(4);
        Sale sale = sale(site, CHEN, Person.unknown()).intended();
        UUID unit = site.unit(1);
        String square = "[data-unit='" + unit + "']";
        String board = "/units?project=" + site.projectId();
        manager.signIn(MANAGER).go(board);
        manager.seeText("实时更新");
        consultant.signIn(CHEN).go(board);
        consultant.seeText("实时更新");

        consultant.click(square);
        consultant.see("#unit-panel .hold");
        consultant.picture("board-01-panel");
        manager.run(
                "const square = arguments[0] + '.HELD'; new MutationObserver(function () {"
                        + " if (!window.seenAt && document.querySelector(square)) { window.seenAt = Date.now(); }"
                        + "}).observe(document.getElementById('board'), {subtree: true, childList: true});",
                square);
        consultant.click("#unit-panel .hold button");
        long committed = new WebDriverWait(manager.driver(), Duration.ofSeconds(20), Duration.ofMillis(20))
                .until(driver -> site.occupants(unit).isEmpty() ? null : System.currentTimeMillis());
        manager.see(square + ".HELD");
        assertThat((long) manager.run("return window.seenAt") - committed).isLessThan(2_000);

        assertThat(manager.text(square)).contains("预留", "陈晓", "剩 1:59:");
        assertThat(manager.text("#counts")).contains("预留 1", "待售 3");
        consultant.seeText("已为");
        assertThat(consultant.text("#unit-panel")).contains("为客户预留", "待售 → 预留", "剩 1:59:");
        consultant.picture("board-02-held");
        consultant.see(square + ".HELD");
        manager.click(square);
        manager.see("#unit-panel .history");
        manager.picture("board-03-manager");
        accepted(sale.deposit("50000.00"));
        manager.seeText("收到定金，预留不再到期");
        assertThat(manager.text("#unit-panel")).doesNotContain("剩 1:");
    }

    @Test
    void aRefusalIsReadOnThePanelAndAnotherUnitIsChosenAtOnce(Browser browser) {
        SalesSite site = site(2);
        Sale rival = sale(site, LIN, Person.unknown()).intended();
        Sale sale = sale(site, CHEN, Person.unknown()).intended();
        browser.signIn(CHEN).go("/units?project=" + site.projectId());
        browser.click("[data-unit='" + site.unit(0) + "']");
        browser.see("#unit-panel .hold");
        browser.run("window.fetch = function () { return new Promise(function () {}); };");
        accepted(rival.choose(site.unit(0)));
        browser.click("#unit-panel .hold button");
        browser.seeText("已由 林佳 预留至");
        browser.picture("board-04-refused");
        browser.run("document.activeElement.dispatchEvent(new KeyboardEvent('keydown'));");
        browser.driver().switchTo().activeElement().sendKeys(Keys.ESCAPE);
        browser.until(
                "closed",
                driver ->
                        driver.findElements(By.cssSelector("#unit-panel[open]")).isEmpty());
        browser.click("[data-unit='" + site.unit(1) + "']");
        browser.click("#unit-panel .hold button");
        browser.seeText("已为");
        assertThat(site.occupants(site.unit(1))).containsExactly(sale.caseId());
    }

    @Test
    void arrowsMoveOverTheBoardAndEnterOpensAUnit(Browser browser) {
        SalesSite site = site(3);
        browser.signIn(CHEN).go("/units?project=" + site.projectId());
        browser.seeText("实时更新");
        assertThat(browser.all("#board .unit[tabindex='0']")).hasSize(1);
        WebElement first = browser.see("#board .unit[tabindex='0']");
        first.sendKeys(Keys.ARROW_RIGHT);
        WebElement next = browser.driver().switchTo().activeElement();
        assertThat(next.getDomAttribute("data-unit")).isNotEqualTo(first.getDomAttribute("data-unit"));
        next.sendKeys(Keys.ENTER);
        browser.see("#unit-panel .unit-panel");
        assertThat(browser.run("return document.getElementById('unit-panel').contains(document.activeElement)"))
                .isEqualTo(true);
        browser.driver().switchTo().activeElement().sendKeys(Keys.ESCAPE);
        browser.until("focus is back", driver -> next.equals(driver.switchTo().activeElement()) ? true : null);
    }

    @Test
    void onAPhoneTheBoardFitsAndThePanelFillsTheWindow(Browser browser) {
        browser.driver().manage().window().setSize(new Dimension(390, 844));
        browser.signIn(MANAGER).go("/units");
        browser.seeText("实时更新");
        assertThat(browser.run("return document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .isEqualTo(0L);
        browser.picture("board-05-phone");
        browser.click("#board .unit");
        browser.see("#unit-panel .history");
        browser.picture("board-06-phone-panel");
        long rest = (long)
                browser.run(
                        "return document.documentElement.clientWidth - Math.round(document.getElementById('unit-panel').getBoundingClientRect().width)");
        assertThat(rest).isZero();
    }
}

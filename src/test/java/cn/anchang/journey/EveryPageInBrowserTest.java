package cn.anchang.journey;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anchang.testing.Browser;
import cn.anchang.testing.BrowserTest;
import com.deque.html.axecore.results.CheckedNode;
import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.WebElement;

/**
 * The pages as their people open them, on a desk and on a phone: axe-core has nothing serious to say (WCAG 2.1 AA), and no page is
 * wider than a phone. What is found by the navigation is walked through whole, so that a new page is looked at without being named here.
 */
@BrowserTest
class EveryPageInBrowserTest extends JourneyTest {

    private static final List<String> WCAG_AA = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa");
    private static final Set<String> SERIOUS = Set.of("serious", "critical");
    private static final String TASKLIST = "/camunda/";
    private static final int PHONE = 390;

    /** The innermost thing that reaches beyond a width, when the page can be scrolled sideways. */
    private static final String STICKS_OUT = "if (document.documentElement.scrollWidth <= arguments[0]) return '';"
            + "const out = [...document.querySelectorAll('body *')].filter(one => !one.closest('.table')"
            + " && one.getBoundingClientRect().right > arguments[0]);"
            + "return out.length ? out[out.length - 1].outerHTML.slice(0, 300) : 'something unseen'";

    private final Set<String> looked = new LinkedHashSet<>();
    private final SoftAssertions all = new SoftAssertions();

    @Test
    void nothingKeepsAnybodyFromUsingThePages(Browser browser) {
        Sale bought = sale().inInstalments();
        UUID customer = jdbc.queryForObject(
                "select customer_id from sales.sales_cases where id = ?", UUID.class, bought.caseId());

        browser.go("/login");
        look(browser, "nobody", "/login");
        browser.signIn(MANAGER);
        walk(
                browser,
                MANAGER,
                "/sales/" + bought.caseId(),
                "/search?q=" + bought.person().phone(),
                "/customers/" + customer,
                "/customers/" + customer + "/edit",
                "/customers/duplicates",
                "/money/" + bought.caseId(),
                "/units?project=" + bought.site().projectId(),
                "/exports",
                "/no-such-page");
        for (String person : List.of(CASHIER, CHEN, MARKETING, DIRECTOR, GENERAL_MANAGER, SERVICE)) {
            browser.signInInstead(person);
            walk(browser, person);
        }
        assertThat(looked).hasSizeGreaterThan(30);
        all.assertAll();
    }

    /** The person's home, what the navigation offers that nobody before has opened, and these besides. */
    private void walk(Browser browser, String person, String... besides) {
        browser.go("/");
        List<String> places = new ArrayList<>(List.of("/"));
        for (WebElement link : browser.all("nav.side a")) {
            String path = link.getDomAttribute("href");
            if (!path.startsWith(TASKLIST) && looked.stream().noneMatch(seen -> seen.endsWith(" " + path))) {
                places.add(path);
            }
        }
        places.addAll(List.of(besides));
        places.stream().distinct().forEach(place -> {
            browser.go(place);
            look(browser, person, place);
        });
    }

    private void look(Browser browser, String person, String place) {
        looked.add(person + " " + place);
        browser.see("main h1, form");
        for (Rule found :
                new AxeBuilder().withTags(WCAG_AA).analyze(browser.driver()).getViolations()) {
            if (SERIOUS.contains(found.getImpact())) {
                all.fail("%s as %s: %s: %s", place, person, found.getHelp(), where(found));
            }
        }
        inHand(browser, true);
        all.assertThat(browser.run(STICKS_OUT, PHONE))
                .as("what sticks out of a phone on %s as %s", place, person)
                .isEqualTo("");
        inHand(browser, false);
    }

    private static void inHand(Browser browser, boolean phone) {
        if (phone) {
            browser.driver()
                    .executeCdpCommand(
                            "Emulation.setDeviceMetricsOverride",
                            Map.of("width", PHONE, "height", 844, "deviceScaleFactor", 1, "mobile", true));
        } else {
            browser.driver().executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
        }
    }

    private static List<String> where(Rule rule) {
        return rule.getNodes().stream().limit(3).map(CheckedNode::getHtml).toList();
    }
}

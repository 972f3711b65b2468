package cn.anchang.journey;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anchang.kpi.Attainment;
import cn.anchang.kpi.Metric;
import cn.anchang.kpi.SiteNumbers;
import cn.anchang.marketing.Figures;
import cn.anchang.marketing.SiteFigures;
import cn.anchang.shared.Period;
import cn.anchang.testing.TasklistSession;
import cn.anchang.testing.TasklistSession.Answer;
import cn.anchang.testing.TestNotes.Item;
import cn.anchang.testing.TestNotes.Note;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the home page says to each, and where its numbers come from. */
class HomeJourneyTest extends JourneyTest {

    @Autowired
    SiteNumbers numbers;

    @Autowired
    SiteFigures figures;

    @Test
    void aFollowUpIsOnItsConsultantsHomePageFromItsDayOnAndOnTheManagersButNobodyElses() {
        Sale sale = sale().visited();
        LocalDate day = sale.today().plusDays(3);
        accepted(sale.talk("userTask_negotiate", Map.of("outcome", "followUp", "followUpOn", day.toString())));
        String name = ">" + sale.person().name() + "<";
        assertThat(home(CHEN)).doesNotContain(name);

        to(day);
        assertThat(home(CHEN)).contains(name, "今天").contains("今日应跟进");
        assertThat(home(MANAGER)).contains("今日应跟进");
        assertThat(home(LIN)).contains("今日应跟进").doesNotContain(name);
        assertThat(home(CASHIER)).doesNotContain("今日应跟进", name);
    }

    @Test
    void whatIsNotAPersonsBusinessIsNotOnThePage() {
        assertThat(home(CASHIER)).contains("应收款项").doesNotContain("今日与本月");
        assertThat(home(GENERAL_MANAGER)).contains("应收款项", "今日与本月");
        assertThat(home(SERVICE)).doesNotContain("应收款项", "今日与本月", "今日应跟进");
    }

    @Test
    void aMatterBeforeTheDirectorIsOnThatHomePageAndNotOnItsAuthors() {
        paper().submitted(Note.of("周末暖场", "5000", Item.of("a", "暖场", "5000")), "");

        assertThat(home(DIRECTOR)).contains("待我审批", "审批文件");
        assertThat(home(MARKETING)).doesNotContain("待我审批");
    }

    @Test
    void theMonthsNumbersAreThoseOfTheReports() {
        Sale sale = sale().contracted();
        YearMonth month = YearMonth.from(sale.today());
        Figures told = figures.of(sale.site().projectId(), new Period(month.atDay(1), month.atEndOfMonth()));

        Map<Metric, Attainment> counted = numbers.month(sale.site().projectId(), month).stream()
                .collect(Collectors.toMap(Attainment::metric, one -> one));

        assertThat(counted.get(Metric.VISITS).month().intValue())
                .isEqualTo(told.visits())
                .isPositive();
        assertThat(counted.get(Metric.SUBSCRIPTIONS).month().intValue())
                .isEqualTo(told.subscriptions().count())
                .isPositive();
        assertThat(counted.get(Metric.CONTRACTS).month().intValue())
                .isEqualTo(told.contracts().count())
                .isPositive();
        assertThat(counted.get(Metric.CONTRACT_MONEY).month())
                .isEqualByComparingTo(told.contracts().money().amount());
        assertThat(counted.get(Metric.RECEIPTS).month())
                .isEqualByComparingTo(told.receipts().amount())
                .isPositive();
        assertThat(counted.get(Metric.CONTRACTS).today()).isEqualByComparingTo("1");
    }

    @Test
    void aTargetIsSetReadAndSetAgainAndWhatWasTypedWronglyStays() {
        String project = sale().visited().site().projectId().toString();
        String month = YearMonth.now(clock).toString();
        String address = "/targets?project=" + project + "&month=" + month;

        Answer wrong = set(DIRECTOR, project, month, Map.of("VISITS", "很多", "RECEIPTS", "1,000,000.5"));
        assertThat(wrong.status()).isEqualTo(200);
        assertThat(wrong.text()).contains("请填 0 到 999999 的整数", "value=\"很多\"", "value=\"1,000,000.5\"");
        assertThat(rows(project)).isZero();

        assertThat(set(DIRECTOR, project, month, Map.of("VISITS", "40", "RECEIPTS", "1,000,000.5"))
                        .status())
                .isEqualTo(302);
        set(GENERAL_MANAGER, project, month, Map.of("VISITS", "50", "RECEIPTS", "1000000.50"));

        assertThat(at(MANAGER).get(address).text())
                .contains(">50<", ">1000000.5<")
                .doesNotContain("保存目标");
        assertThat(rows(project)).as("what was asked before stays on record").isEqualTo(3);
        assertThat(at(DIRECTOR)
                        .get("/targets?project=" + project + "&month=1900-13")
                        .status())
                .isEqualTo(200);
    }

    private Answer set(String person, String project, String month, Map<String, String> values) {
        TasklistSession session = at(person);
        String page = session.get("/targets?project=" + project).text();
        Map<String, String> fields = new HashMap<>(values);
        fields.put("project", project);
        fields.put("month", month);
        return session.form("/targets", page, fields);
    }

    private int rows(String project) {
        return jdbc.queryForObject(
                "select count(*) from sales.targets where project_id = cast(? as uuid)", Integer.class, project);
    }

    private String home(String person) {
        return at(person).get("/").text();
    }
}

package cn.anchang.journey;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anchang.customer.LostReason;
import cn.anchang.report.Funnel;
import cn.anchang.report.FunnelDimension;
import cn.anchang.report.FunnelFate;
import cn.anchang.report.FunnelFilter;
import cn.anchang.report.FunnelNumbers;
import cn.anchang.report.FunnelNumbers.Counts;
import cn.anchang.report.FunnelNumbers.Part;
import cn.anchang.report.FunnelNumbers.Standing;
import cn.anchang.report.FunnelPart;
import cn.anchang.report.FunnelRow;
import cn.anchang.report.FunnelStep;
import cn.anchang.report.Punctuality;
import cn.anchang.report.StagePunctuality;
import cn.anchang.salescase.Stage;
import cn.anchang.salescase.UndoKind;
import cn.anchang.testing.SaleForms;
import cn.anchang.testing.TasklistSession.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.util.HtmlUtils;

/** 漏斗: five customers of a site of their own, each stopping elsewhere; every number is theirs, and leads to them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FunnelJourneyTest extends JourneyTest {

    private static final Pattern CHART = Pattern.compile("data-chart=\"([^\"]*)\"");
    private static final Pattern NUMBER_WITH_ROWS =
            Pattern.compile("<a href=\"(/funnel/rows[^\"]*)\">(\\d+)(?: 组)?</a>");
    private static final Pattern COUNT = Pattern.compile("<span id=\"count\">(\\d+)</span>");

    @Autowired
    Funnel funnel;

    private SalesSite site;
    private LocalDate began;

    /** One looks, one is lost over the price, one wants to buy, one subscribes and forfeits, one signs three days after the visit. */
    @BeforeEach
    void fiveCustomers() {
        if (site != null) {
            return;
        }
        site = site(3);
        began = LocalDate.ofInstant(clock.instant(), clock.getZone());
        of(CHEN, "WALK_IN");
        Sale lost = of(CHEN, "ONLINE");
        accepted(lost.talk("userTask_negotiate", SaleForms.lost("PRICE")));
        intended(of(LIN, "ONLINE"));
        Sale forfeited = intended(of(LIN, "REFERRAL"));
        reserved(forfeited, 0);
        accepted(forfeited.subscribe(Map.of()));
        Sale signed = of(CHEN, "REFERRAL");
        to(began.plusDays(1));
        intended(signed);
        reserved(signed, 1);
        accepted(signed.subscribe(Map.of()));
        to(began.plusDays(3));
        accepted(signed.pay("950000.00"));
        accepted(signed.signContract(Map.of()));
        to(began.plusDays(9));
        forfeited.runDue();
        accepted(forfeited.overdue(Map.of("decision", "forfeit", "reason", "客户放弃")));
        accepted(forfeited.rule(Map.of("forfeited", true, "fault", "BUYER", "reason", "客户书面放弃")));
    }

    private Sale of(String consultant, String channel) {
        Sale sale = sale(site, consultant, Person.unknown());
        accepted(sale.register(Map.of("channel", channel)));
        return sale;
    }

    private Sale intended(Sale sale) {
        accepted(sale.talk("userTask_negotiate", Map.of("outcome", "intent", "grade", "A")));
        return sale;
    }

    private void reserved(Sale sale, int unit) {
        accepted(sale.choose(site.unit(unit)));
        accepted(sale.deposit("50000.00"));
    }

    private FunnelFilter all() {
        return new FunnelFilter(began, began, site.projectId(), Set.of(), null, null, null, null);
    }

    @Test
    void everyoneCountsOnceInEachStepTheyReached() {
        FunnelNumbers numbers = funnel.numbers(all());

        assertThat(numbers.total()).isEqualTo(new Counts(5, 3, 2, 1));
        assertThat(numbers.total()).isEqualTo(summedFromTheRows());
        assertThat(numbers.total().percent(FunnelStep.VISIT, FunnelStep.INTENT)).contains(new BigDecimal("60.0"));
        assertThat(numbers.standing())
                .containsEntry(FunnelStep.VISIT, new Standing(1, 1, 0))
                .containsEntry(FunnelStep.INTENT, new Standing(1, 0, 0))
                .containsEntry(FunnelStep.SUBSCRIPTION, new Standing(0, 0, 1))
                .containsEntry(FunnelStep.CONTRACT, new Standing(1, 0, 0));
        assertThat(numbers.lost()).isEqualTo(Map.of(LostReason.PRICE, 1L));
        assertThat(numbers.undone()).isEqualTo(Map.of(UndoKind.FORFEITED, 1L));
        assertThat(numbers.days())
                .containsEntry(FunnelStep.INTENT, new BigDecimal("0.3"))
                .containsEntry(FunnelStep.SUBSCRIPTION, new BigDecimal("0.0"))
                .containsEntry(FunnelStep.CONTRACT, new BigDecimal("2.0"));
        assertThat(numbers.parts().get(FunnelDimension.CHANNEL))
                .containsExactly(
                        new Part("REFERRAL", new Counts(2, 2, 2, 1), new BigDecimal("3.0")),
                        new Part("ONLINE", new Counts(2, 1, 0, 0), null),
                        new Part("WALK_IN", new Counts(1, 0, 0, 0), null));
        assertThat(numbers.parts().get(FunnelDimension.CONSULTANT))
                .extracting(Part::key, Part::counts)
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple(CHEN, new Counts(3, 1, 1, 1)),
                        org.assertj.core.api.Assertions.tuple(LIN, new Counts(2, 2, 1, 0)));
        assertThat(numbers.parts().get(FunnelDimension.LAYOUT))
                .extracting(Part::key, Part::counts)
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple("三室两厅", new Counts(2, 2, 2, 1)),
                        org.assertj.core.api.Assertions.tuple(null, new Counts(3, 1, 0, 0)));
    }

    /** The same, asked of each table by itself and put together by hand. */
    private Counts summedFromTheRows() {
        String ours = " in (select id from sales.sales_cases where project_id = '" + site.projectId() + "')";
        return new Counts(
                count("select count(*) from sales.sales_cases where id" + ours),
                count("select count(distinct case_id) from sales.milestones where stage = 'UNIT_CHOICE'"
                        + " and actual_from is not null and case_id" + ours),
                count("select count(*) from sales.subscriptions where case_id" + ours),
                count("select count(distinct case_id) from sales.sales_contracts where case_id" + ours));
    }

    private long count(String sql) {
        return jdbc.queryForObject(sql, Long.class);
    }

    @Test
    void whoCameOnAnotherDayOrToAnotherSiteDoesNotCount() {
        LocalDate next = began.plusDays(1);
        assertThat(funnel.numbers(new FunnelFilter(next, null, site.projectId(), Set.of(), null, null, null, null))
                        .total())
                .isEqualTo(new Counts(0, 0, 0, 0));
        assertThat(funnel.numbers(new FunnelFilter(
                                began, began, site.projectId(), Set.of(site.projectId()), null, null, null, null))
                        .total())
                .as("a closed site")
                .isEqualTo(new Counts(0, 0, 0, 0));
        assertThat(funnel.numbers(new FunnelFilter(next, began, null, Set.of(), null, null, null, null))
                        .total())
                .as("the wrong way round")
                .isEqualTo(new Counts(0, 0, 0, 0));
        FunnelFilter withoutUnit =
                new FunnelFilter(began, began, site.projectId(), Set.of(), null, null, FunnelFilter.NONE, null);
        assertThat(funnel.numbers(withoutUnit).total()).isEqualTo(new Counts(3, 1, 0, 0));
    }

    @Test
    void aVisitorWhoComesAgainDoesNotCountTwice() {
        SalesSite other = site(1);
        Sale again = sale(other, CHEN, Person.unknown());
        accepted(again.register(Map.of("channel", "EVENT")));
        accepted(again.register(Map.of("channel", "OUTDOOR")));

        FunnelNumbers numbers =
                funnel.numbers(new FunnelFilter(null, null, other.projectId(), Set.of(), null, null, null, null));
        assertThat(numbers.total()).isEqualTo(new Counts(1, 0, 0, 0));
        assertThat(numbers.parts().get(FunnelDimension.CHANNEL))
                .extracting(Part::key)
                .containsExactly("EVENT");
    }

    @Test
    void stagesAreHeldAgainstTheirPlans() {
        List<StagePunctuality> stages = funnel.stages(all());
        Map<Stage, Map<Punctuality, Long>> byHand = new HashMap<>();
        LocalDate today = LocalDate.ofInstant(clock.instant(), clock.getZone());
        jdbc.query(
                "select distinct on (case_id, stage) stage, planned_to, (actual_to at time zone 'Asia/Shanghai')::date as done"
                        + " from sales.milestones where actual_from is not null and case_id in"
                        + " (select id from sales.sales_cases where project_id = ?) order by case_id, stage, round desc",
                row -> {
                    LocalDate planned = row.getObject("planned_to", LocalDate.class);
                    LocalDate done = row.getObject("done", LocalDate.class);
                    if (planned != null) {
                        Punctuality how = done == null
                                ? today.isAfter(planned) ? Punctuality.OVERDUE : Punctuality.RUNNING
                                : done.isAfter(planned) ? Punctuality.LATE : Punctuality.ON_TIME;
                        byHand.computeIfAbsent(Stage.valueOf(row.getString("stage")), stage -> new HashMap<>())
                                .merge(how, 1L, Long::sum);
                    }
                },
                site.projectId());

        assertThat(stages).isNotEmpty();
        assertThat(stages).extracting(StagePunctuality::stage).containsExactlyInAnyOrderElementsOf(byHand.keySet());
        for (StagePunctuality stage : stages) {
            for (Punctuality how : Punctuality.values()) {
                assertThat(stage.count(how))
                        .as("%s %s", stage.stage(), how)
                        .isEqualTo(byHand.get(stage.stage()).getOrDefault(how, 0L));
                FunnelPart bar = new FunnelPart(null, null, null, null, null, stage.stage(), how);
                assertThat(funnel.count(all(), bar)).isEqualTo(stage.count(how));
            }
        }
    }

    @Test
    void theRowsOfABarAreItsSales() {
        assertThat(funnel.rows(all(), FunnelPart.reached(FunnelStep.INTENT), 0, 10))
                .hasSize(3)
                .allSatisfy(row -> assertThat(row.intentOn()).isNotNull());
        assertThat(funnel.rows(all(), FunnelPart.ALL, 0, 2)).hasSize(2);
        assertThat(funnel.rows(all(), FunnelPart.ALL, 2, 10)).hasSize(3);
        assertThat(funnel.rows(
                        all(),
                        new FunnelPart(null, FunnelStep.VISIT, FunnelFate.LOST, LostReason.PRICE, null, null, null),
                        0,
                        10))
                .extracting(FunnelRow::lostReason)
                .containsExactly(LostReason.PRICE);
        assertThat(funnel.rows(all(), FunnelPart.reached(FunnelStep.CONTRACT), 0, 10))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.visitedOn()).isEqualTo(began);
                    assertThat(row.intentOn()).isEqualTo(began.plusDays(1));
                    assertThat(row.subscribedOn()).isEqualTo(began.plusDays(1));
                    assertThat(row.signedOn()).isEqualTo(began.plusDays(3));
                    assertThat(row.phone()).contains("****");
                });
    }

    /** Every bar of every chart and every number of every table, followed to its rows. */
    @Test
    void everyNumberOfThePageLeadsToAsManyRows() throws Exception {
        int followed = 0;
        for (FunnelDimension by : FunnelDimension.values()) {
            String page = page(MANAGER, "&by=" + by);
            List<Map.Entry<String, Long>> numbers = barsOf(page);
            Matcher cell = NUMBER_WITH_ROWS.matcher(page);
            while (cell.find()) {
                numbers.add(Map.entry(HtmlUtils.htmlUnescape(cell.group(1)), Long.valueOf(cell.group(2))));
            }
            for (Map.Entry<String, Long> number : numbers) {
                Answer rows = at(MANAGER).get(number.getKey(), "text/html");
                Matcher counted = COUNT.matcher(rows.text());
                assertThat(counted.find()).as(number.getKey()).isTrue();
                assertThat(Long.valueOf(counted.group(1))).as(number.getKey()).isEqualTo(number.getValue());
                assertThat(rows.text().split("<tr>").length - 2)
                        .as("rows of " + number.getKey())
                        .isEqualTo(number.getValue().intValue());
                followed++;
            }
        }
        assertThat(followed).isGreaterThan(60);
    }

    /** What is counted, with where it leads to; the days between two steps lead to their rows too, but count days. */
    private static List<Map.Entry<String, Long>> barsOf(String page) throws Exception {
        List<Map.Entry<String, Long>> bars = new ArrayList<>();
        Matcher chart = CHART.matcher(page);
        while (chart.find()) {
            JsonNode said = new ObjectMapper().readTree(HtmlUtils.htmlUnescape(chart.group(1)));
            if ("组".equals(said.path("unit").asText())) {
                for (int series = 0; series < said.path("series").size(); series++) {
                    JsonNode values = said.path("series").get(series).path("values");
                    for (int i = 0; i < values.size(); i++) {
                        JsonNode link = said.path("links").get(series).get(i);
                        assertThat(link.isNull()).isEqualTo(values.get(i).asLong() == 0);
                        if (!link.isNull()) {
                            bars.add(Map.entry(link.asText(), values.get(i).asLong()));
                        }
                    }
                }
            }
        }
        return bars;
    }

    private String page(String person, String more) {
        Answer answer = at(person)
                .get("/funnel?from=" + began + "&to=" + began + "&project=" + site.projectId() + more, "text/html");
        assertThat(answer.status()).isEqualTo(200);
        return answer.text();
    }

    @Test
    void aConsultantSeesTheOwnNumbersOnly() throws Exception {
        assertThat(barsOf(page(CHEN, "&consultant=" + LIN)).get(0).getValue()).isEqualTo(3);
        assertThat(barsOf(page(LIN, "")).get(0).getValue()).isEqualTo(2);
        assertThat(page(LIN, "")).contains("这里只有您自己的客户").doesNotContain("按置业顾问");
        String rows = at(LIN).get(
                        "/funnel/rows?period=ALL&step=VISIT&consultant=" + CHEN + "&project=" + site.projectId(),
                        "text/html")
                .text();
        assertThat(rows).contains("<span id=\"count\">2</span>", "林佳").doesNotContain("陈晓");
    }

    /** 营销 counts all, but reads a sale only once its deal is done: until then the name is masked and nothing leads to it. */
    @Test
    void whoeverMayNotReadASaleSeesItsNameMasked() {
        String where = "/funnel/rows?period=ALL&step=CONTRACT&project=" + site.projectId();
        assertThat(at(MARKETING).get(where, "text/html").text())
                .contains("王*明", "139****")
                .doesNotContain("王小明", "/sales/");
        assertThat(at(DIRECTOR).get(where, "text/html").text()).contains("王小明", "/sales/");
    }

    @Test
    void oddQuestionsAreAnsweredInChinese() {
        assertThat(at(MANAGER)
                        .get("/funnel?from=2026-12-01&to=2026-11-01", "text/html")
                        .text())
                .contains("开始日期晚于结束日期");
        assertThat(at(MANAGER)
                        .get("/funnel?period=CUSTOM&from=%2B999999999-12-31&to=-999999999-01-01", "text/html")
                        .status())
                .isLessThan(500);
        for (String odd : List.of(
                "building=%00%27%22%3Cb%3E",
                "layout=" + "x".repeat(3000), "page=999999999", "page=-5", "consultant=nobody")) {
            Answer rows = at(MANAGER).get("/funnel/rows?period=ALL&" + odd, "text/html");
            assertThat(rows.status())
                    .as(odd.substring(0, Math.min(10, odd.length())))
                    .isEqualTo(200);
            assertThat(rows.text()).doesNotContain("\"<b>", "Exception");
        }
        for (String odd : List.of("period=NEVER", "project=x", "from=gestern", "page=x", "step=9")) {
            Answer page = at(MANAGER).get("/funnel/rows?" + odd, "text/html");
            assertThat(page.status()).as(odd).isEqualTo(400);
            assertThat(page.text()).contains("回到首页").doesNotContain("Exception");
        }
    }
}

package cn.anchang.journey;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anchang.collection.Age;
import cn.anchang.collection.AgeTotal;
import cn.anchang.collection.Tracking;
import cn.anchang.collection.TrackingFilter;
import cn.anchang.collection.TrackingRow;
import cn.anchang.collection.TrackingSort;
import cn.anchang.mail.Delivery;
import cn.anchang.payment.Ledger;
import cn.anchang.payment.Statement.InstalmentView;
import cn.anchang.shared.Money;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** 账龄 and the letters of yesterday and tomorrow on the page 回款. */
class AgeingJourneyTest extends JourneyTest {

    @Autowired
    Tracking tracking;

    @Autowired
    Ledger ledger;

    @Autowired
    Delivery delivery;

    @Test
    void moneyGrowsOldFromItsDayOnAndTheSumsAreTheLedgers() {
        Sale sale = sale().inInstalments();
        sale.receive(ledger, "120000.00");
        List<LocalDate> days = ledger.statement(sale.caseId()).orElseThrow().instalments().stream()
                .filter(line -> line.paid().compareTo(line.amount()) < 0)
                .map(InstalmentView::dueOn)
                .sorted()
                .toList();
        LocalDate due = days.get(0);
        Map<Integer, Age> expected = Map.ofEntries(
                Map.entry(-8, Age.NOT_DUE),
                Map.entry(-7, Age.DUE),
                Map.entry(0, Age.DUE),
                Map.entry(1, Age.LATE_30),
                Map.entry(30, Age.LATE_30),
                Map.entry(31, Age.LATE_60),
                Map.entry(60, Age.LATE_60),
                Map.entry(61, Age.LATE_90),
                Map.entry(90, Age.LATE_90),
                Map.entry(91, Age.LATE_OVER_90));
        for (int after : expected.keySet().stream().sorted().toList()) {
            to(due.plusDays(after));
            assertThat(tracking.ageing(of(sale)))
                    .as("%s days after", after)
                    .filteredOn(total -> total.age() == expected.get(after))
                    .isNotEmpty();
            sameAsTheLedger(sale, due.plusDays(after));
        }
        assertThat(tracking.ageing(of(sale)))
                .filteredOn(total -> total.age() == Age.LATE_OVER_90)
                .containsExactly(new AgeTotal(Age.LATE_OVER_90, sale.site().projectId(), 1, Money.of("180000.00")));
    }

    private void sameAsTheLedger(Sale sale, LocalDate today) {
        Map<Age, Money> byHand = new EnumMap<>(Age.class);
        ledger.statement(sale.caseId()).orElseThrow().instalments().forEach(line -> {
            Money rest = line.amount().minus(line.paid());
            if (rest.isPositive()) {
                byHand.merge(age(line.dueOn(), today), rest, Money::plus);
            }
        });
        Map<Age, Money> said =
                tracking.ageing(of(sale)).stream().collect(Collectors.toMap(AgeTotal::age, AgeTotal::rest));
        assertThat(said).isEqualTo(byHand);
        for (Age age : Age.values()) {
            List<TrackingRow> rows = tracking.rows(of(sale).aged(age), TrackingSort.DUE_ON, false, 0, 100);
            assertThat(Money.sum(rows.stream().map(TrackingRow::rest).toList()))
                    .as("rows of %s", age)
                    .isEqualTo(byHand.getOrDefault(age, Money.ZERO));
        }
    }

    /** As the chart's names say it. */
    private static Age age(LocalDate due, LocalDate today) {
        long late = java.time.temporal.ChronoUnit.DAYS.between(due, today);
        if (late < -7) {
            return Age.NOT_DUE;
        } else if (late <= 0) {
            return Age.DUE;
        }
        return late <= 30 ? Age.LATE_30 : late <= 60 ? Age.LATE_60 : late <= 90 ? Age.LATE_90 : Age.LATE_OVER_90;
    }

    private static TrackingFilter of(Sale sale) {
        return new TrackingFilter(sale.site().projectId(), null, null, null, null, null);
    }

    @Test
    void theBarsLeadToTheirInstalmentsAndTheAgeStaysAsked() {
        Sale sale = sale().inInstalments();
        LocalDate due = ledger.openMoney(sale.caseId()).get(0).dueOn();
        to(due.plusDays(40));
        String project = "project=" + sale.site().projectId();
        String page = at(CASHIER).get("/receivables?" + project, "text/html").text();
        assertThat(page)
                .contains("逾期 31–60 天", "/receivables?" + project + "&amp;age=LATE_60", "30.0", "/receivables/letters");

        String aged = at(CASHIER)
                .get("/receivables?" + project + "&age=LATE_60", "text/html")
                .text();
        assertThat(aged).contains("300,000.00", "合计　1 期").contains("sort=PAID", "age=LATE_60");
        assertThat(at(CASHIER)
                        .get("/receivables?" + project + "&age=LATE_90", "text/html")
                        .text())
                .contains("没有符合条件的期款", "逾期 31–60 天");
        String name = jdbc.queryForObject(
                "select project_name from sales.sales_cases where id = ?", String.class, sale.caseId());
        assertThat(at(CASHIER)
                        .get("/receivables?split=true&" + project, "text/html")
                        .text())
                .contains("合在一起", "{&quot;name&quot;:&quot;" + name + "&quot;");
        assertThat(at(CHEN).get("/receivables?" + project, "text/html").text())
                .as("letters are for whoever reads reminders")
                .doesNotContain("/receivables/letters");
    }

    @Test
    void whatWentYesterdayAndWhatGoesTomorrowIsCounted() {
        Sale sale = sale().inInstalments();
        LocalDate due = ledger.openMoney(sale.caseId()).get(0).dueOn();
        to(due.minusDays(4));
        long coming = count("明天", "封将发出");
        assertThat(coming).isPositive();
        to(due.minusDays(3));
        jobs.begin("payment-reminder");
        delivery.deliverDue();
        to(due.minusDays(2));

        assertThat(count("昨天", "封已送出"))
                .isEqualTo(jdbc.queryForObject(
                        "select count(*) from sales.reminders where state = 'SENT'"
                                + " and (made_at at time zone 'Asia/Shanghai')::date = ?",
                        Long.class,
                        due.minusDays(3)))
                .isPositive();
    }

    private long count(String day, String what) {
        String page = at(CASHIER).get("/receivables/letters", "text/html").text();
        assertThat(page).contains(day);
        return Long.parseLong(page.replaceAll("(?s).*<b>(\\d+)</b> " + what + ".*", "$1"));
    }
}

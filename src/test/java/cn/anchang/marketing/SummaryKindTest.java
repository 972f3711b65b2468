package cn.anchang.marketing;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anchang.approval.Part;
import cn.anchang.approval.Part.Field;
import cn.anchang.approval.Part.Line;
import cn.anchang.approval.Part.Table;
import cn.anchang.approval.Route;
import cn.anchang.approval.Section;
import cn.anchang.customer.Channel;
import cn.anchang.customer.LostReason;
import cn.anchang.inventory.UnitState;
import cn.anchang.marketing.Figures.ByChannel;
import cn.anchang.marketing.Figures.Deals;
import cn.anchang.marketing.Figures.Lost;
import cn.anchang.marketing.Figures.Stock;
import cn.anchang.marketing.Figures.Suggestion;
import cn.anchang.marketing.SummaryContent.ActivityDone;
import cn.anchang.marketing.SummaryContent.Answer;
import cn.anchang.marketing.SummaryContent.Cited;
import cn.anchang.marketing.SummaryContent.Planned;
import cn.anchang.marketing.SummaryContent.Proposal;
import cn.anchang.shared.Money;
import cn.anchang.shared.Period;
import cn.anchang.shared.Sentences;
import cn.anchang.shared.Site;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;

/** A stage summary as it is read: everything it says, under its own heading, with what was promised beside what came. */
class SummaryKindTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 11, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 11, 30);

    private SummaryKind kind;

    @BeforeEach
    void withTheBundlesOfTheApplication() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasenames("messages/marketing", "messages/customer", "messages/inventory");
        messages.setDefaultEncoding("UTF-8");
        Sentences sentences = new Sentences(messages, new Site("云栖置业有限公司", ZoneId.of("Asia/Shanghai")));
        kind = new SummaryKind(null, null, null, null, sentences);
    }

    @Test
    void theDirectorReviewsAndTheGeneralManagerApproves() {
        assertThat(kind.route(content(planned())))
                .isEqualTo(Route.of(Route.review("marketing-director"), Route.approve("management")));
    }

    @Test
    void whatWasPlannedStandsBesideWhatCame() {
        assertThat(cells(table("planned", "targets", planned())))
                .containsExactly(
                        List.of("来访（组）", "200", "150", "75.0%"),
                        List.of("认购（套）", "3", "2", "66.7%"),
                        List.of("签约（套）", "", "1", ""),
                        List.of("回款（元）", "2,000,000.00", "3,000,000.00", "150.0%"),
                        List.of("推广费用（活动实际与供应商约定，元）", "100,000.00", "40,000.00", "40.0%"));
        assertThat(cells(table("planned", "activities", planned())))
                .containsExactly(
                        List.of("样板间开放日", "活动", "25,000.00", "2026年11月8日", "30,000.00", "来访 80 组"),
                        List.of("户外广告", "户外广告", "50,000.00", "", "", ""));
    }

    @Test
    void aTargetOfZeroHasNoRate() {
        Planned nothing = new Planned(
                "TG-2026-000001", 1, "蓄客期", FIRST, LAST, "蓄客", 0, null, null, Money.ZERO, null, null, List.of());
        assertThat(cells(table("planned", "targets", nothing)))
                .extracting(row -> row.get(3))
                .containsExactly("", "", "", "", "");
    }

    @Test
    void withoutAPlanNothingIsCompared() {
        assertThat(kind.sections(content(null)))
                .extracting(Section::title)
                .containsExactly("基本情况", "阶段数据", "渠道效果与费用", "战败原因", "采纳的客户建议", "原因分析与结论", "下阶段建议");
        assertThat(kind.sections(content(planned()))).extracting(Section::title).contains("计划与实际");
    }

    @Test
    void everyNumberIsSaid() {
        assertThat(cells(table("figures", "figures", null)))
                .extracting(row -> row.get(1))
                .containsExactly(
                        "150",
                        "100",
                        "50",
                        "3",
                        "60,000.00",
                        "2",
                        "2,200,000.00",
                        "200.00",
                        "1",
                        "1,000,000.00",
                        "98.50",
                        "10,152.28",
                        "3,000,000.00",
                        "5,000.00",
                        "1",
                        "990,000.00",
                        "4",
                        "2");
        assertThat(cells(table("figures", "stock", null)))
                .containsExactly(List.of("待售", "10", "985.00", "10,000,000.00"));
        assertThat(cells(table("channels", "channels", null)))
                .containsExactly(
                        List.of("网络", "100", "60", "1", "0", "20,000.00", "200.00"),
                        List.of("活动", "50", "40", "1", "1", "", ""));
        assertThat(cells(table("lost", "lost", null))).containsExactly(List.of("价格", "3"), List.of("选择竞品", "1"));
    }

    @Test
    void citedSuggestionsAnswersAndProposalsKeepTheirKeys() {
        assertThat(cells(table("suggestions", "suggestions", null)))
                .containsExactly(List.of("KH000001", "2026年11月9日", "样板间灯光偏暗", "更换灯具"));
        assertThat(section("causes", null).parts()).containsExactly(new Field("causes", "存在的问题与原因", "渠道单一"));
        Table proposals = table("proposals", "proposals", null);
        assertThat(proposals.lines()).extracting(Line::key).containsExactly("r1", "r2");
        assertThat(cells(proposals))
                .containsExactly(
                        List.of("推广活动", "增加老带新活动", "转介成交率高", "20,000.00", "2026年12月15日"),
                        List.of("示范单位调整", "更换样板间灯具", "客户反映灯光偏暗", "", ""));
    }

    @Test
    void everyTableHasAsManyColumnsAsCells() {
        for (Section section : kind.sections(content(planned()))) {
            for (Part part : section.parts()) {
                if (part instanceof Table table) {
                    assertThat(table.lines())
                            .as(table.key())
                            .isNotEmpty()
                            .allSatisfy(line -> assertThat(line.cells()).hasSameSizeAs(table.columns()));
                    assertThat(table.lines()).extracting(Line::key).doesNotHaveDuplicates();
                }
            }
        }
    }

    private Section section(String key, Planned planned) {
        return kind.sections(content(planned)).stream()
                .filter(section -> section.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private Table table(String section, String key, Planned planned) {
        return section(section, planned).parts().stream()
                .filter(part -> part.key().equals(key))
                .map(Table.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static List<List<String>> cells(Table table) {
        return table.lines().stream().map(Line::cells).toList();
    }

    private static Planned planned() {
        return new Planned(
                "TG-2026-000001",
                2,
                "蓄客期",
                FIRST,
                LAST,
                "蓄客三百组",
                200,
                3,
                null,
                Money.of("2000000"),
                Money.of("100000"),
                Money.of("10000"),
                List.of(
                        new ActivityDone(
                                "a1",
                                "样板间开放日",
                                Channel.EVENT,
                                Money.of("25000"),
                                LocalDate.of(2026, 11, 8),
                                Money.of("30000"),
                                "来访 80 组"),
                        new ActivityDone("a2", "户外广告", Channel.OUTDOOR, Money.of("50000"), null, null, null)));
    }

    private static SummaryContent content(Planned planned) {
        return new SummaryContent(
                "云栖花园",
                new Figures(
                        new Period(FIRST, LAST),
                        LAST,
                        150,
                        100,
                        3,
                        Money.of("60000"),
                        new Deals(2, Money.of("2200000"), new BigDecimal("200")),
                        new Deals(1, Money.of("1000000"), new BigDecimal("98.5")),
                        Money.of("3000000"),
                        Money.of("5000"),
                        1,
                        Money.of("990000"),
                        List.of(new Lost(LostReason.PRICE, 3), new Lost(LostReason.RIVAL, 1)),
                        List.of(
                                new ByChannel(Channel.ONLINE, 100, 60, 1, 0, Money.of("20000")),
                                new ByChannel(Channel.EVENT, 50, 40, 1, 1, null)),
                        List.of(new Stock(UnitState.AVAILABLE, 10, new BigDecimal("985"), Money.of("10000000"))),
                        List.of(
                                new Suggestion("s1", "KH000001", LocalDate.of(2026, 11, 9), "样板间灯光偏暗"),
                                new Suggestion("s2", "KH000002", LocalDate.of(2026, 11, 10), "停车不便"))),
                planned,
                List.of(new Answer("causes", "存在的问题与原因", "渠道单一")),
                List.of(new Cited("s1", "KH000001", LocalDate.of(2026, 11, 9), "样板间灯光偏暗", "更换灯具")),
                List.of(
                        new Proposal(
                                "r1",
                                ProposalKind.ACTIVITY,
                                "增加老带新活动",
                                "转介成交率高",
                                Money.of("20000"),
                                LocalDate.of(2026, 12, 15)),
                        new Proposal("r2", ProposalKind.SHOW_FLAT, "更换样板间灯具", "客户反映灯光偏暗", null, null)));
    }
}

package cn.anchang.marketing;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anchang.approval.Attachment;
import cn.anchang.approval.Part;
import cn.anchang.approval.Route;
import cn.anchang.customer.Channel;
import cn.anchang.marketing.PlanContent.Activity;
import cn.anchang.marketing.PlanContent.ConstructionAsk;
import cn.anchang.marketing.PlanContent.PriceAction;
import cn.anchang.marketing.PlanContent.ShowFlatChange;
import cn.anchang.marketing.PlanContent.Supplier;
import cn.anchang.marketing.PlanOutcome.PlanActivityBackwards;
import cn.anchang.marketing.PlanOutcome.PlanAmountNegative;
import cn.anchang.marketing.PlanOutcome.PlanAmountTooLarge;
import cn.anchang.marketing.PlanOutcome.PlanDayOutsideStage;
import cn.anchang.marketing.PlanOutcome.PlanIncomplete;
import cn.anchang.marketing.PlanOutcome.PlanLineTwice;
import cn.anchang.marketing.PlanOutcome.PlanOwnerUnknown;
import cn.anchang.marketing.PlanOutcome.PlanStageBackwards;
import cn.anchang.shared.Money;
import cn.anchang.shared.Sentences;
import cn.anchang.shared.Site;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.support.ResourceBundleMessageSource;

/** What a promotion plan may say, what it costs, who approves it, and how proposals get into it. */
class PlanContentTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 12, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 12, 31);
    private static final Sentences SENTENCES = sentences();
    private static final PlanDrafting DRAFTING = new PlanDrafting(SENTENCES);
    private static final PlanKind KIND = new PlanKind(
            new PlanSettings(Money.of("200000.00"), List.of(new PlanSettings.Criterion("quality", "质量"))),
            SENTENCES,
            null,
            null,
            null);

    private static final Activity ACTIVITY =
            new Activity("a1", null, "暖场", Channel.EVENT, FIRST, LAST, Money.of("60000.00"), "sun.li", null);
    private static final Supplier SUPPLIER = new Supplier("v1", null, "蓝海广告", "投放", Money.of("40000.00"));

    @Test
    void theActivitiesAndTheSuppliersAreHeldAgainstTheBudget() {
        assertThat(plan("100000.00").planned()).isEqualTo(Money.of("100000.00"));
        assertThat(plan("100000.00").overrun()).isEqualTo(Money.ZERO);
        assertThat(plan("99999.99").overrun()).isEqualTo(Money.of("0.01"));
        assertThat(plan("99999.99"))
                .satisfies(content -> assertThat(problem(content)).isNull());
        assertThat(shown(plan("99999.99"), "against")).isEqualTo("超出 0.01 元");
        assertThat(shown(plan("100000.00"), "against")).isEqualTo("未超支");
    }

    @ParameterizedTest
    @CsvSource({"200000.00, site-manager, marketing-director", "200000.01, marketing-director, management"})
    void upToTheLimitTheDirectorApprovesAboveItTheGeneralManager(String budget, String review, String approve) {
        assertThat(KIND.route(plan(budget))).isEqualTo(Route.of(Route.review(review), Route.approve(approve)));
    }

    @Test
    void aPriceActionOrAnOverrunAboveTheLimitGoesToTheGeneralManager() {
        Route high = Route.of(Route.review("marketing-director"), Route.approve("management"));
        PlanContent cheap = plan("1.00");
        PlanContent priced = with(cheap, List.of(ACTIVITY), List.of(new PriceAction("p1", null, "全部", "九八折", null)));
        PlanContent dear = with(cheap, List.of(costing("200000.01")), List.of());
        assertThat(KIND.route(priced)).isEqualTo(high);
        assertThat(KIND.route(dear)).isEqualTo(high);
        assertThat(KIND.route(cheap)).isNotEqualTo(high);
    }

    @Test
    void whatIsMissingIsNamedFieldByField() {
        PlanContent empty = new PlanContent(
                null,
                null,
                null,
                null,
                " ",
                null,
                null,
                null,
                null,
                null,
                List.of(new Activity("a1", null, "暖场", null, null, null, null, null, null)),
                null,
                null,
                null,
                null,
                null,
                null);
        assertThat(problem(empty))
                .isInstanceOfSatisfying(
                        PlanIncomplete.class,
                        no -> assertThat(no.what())
                                .containsExactly(
                                        "阶段名称",
                                        "开始日期",
                                        "结束日期",
                                        "目标说明",
                                        "推广预算（元）",
                                        "推广活动第 1 项的渠道",
                                        "推广活动第 1 项的开始日期",
                                        "推广活动第 1 项的结束日期",
                                        "推广活动第 1 项的费用（元）",
                                        "推广活动第 1 项的负责人"));
    }

    @Test
    void daysLieInTheStageAndFollowEachOther() {
        assertThat(problem(activity(FIRST.minusDays(1), LAST))).isInstanceOf(PlanDayOutsideStage.class);
        assertThat(problem(activity(FIRST, LAST.plusDays(1)))).isInstanceOf(PlanDayOutsideStage.class);
        assertThat(problem(activity(LAST, FIRST))).isInstanceOf(PlanActivityBackwards.class);
        assertThat(problem(activity(FIRST, FIRST))).isNull();
        assertThat(problem(stage(LAST, FIRST))).isInstanceOf(PlanStageBackwards.class);
        assertThat(problem(asks(LAST.plusDays(1), LAST))).isInstanceOf(PlanDayOutsideStage.class);
        assertThat(problem(asks(LAST, LAST.plusDays(1)))).isInstanceOf(PlanDayOutsideStage.class);
        assertThat(problem(asks(LAST, LAST))).isNull();
    }

    @Test
    void moneyIsNeverNegativeNorTooLongForItsColumn() {
        assertThat(problem(plan("-0.01"))).isInstanceOf(PlanAmountNegative.class);
        assertThat(problem(with(plan("1.00"), List.of(costing("-1.00")), List.of())))
                .isInstanceOf(PlanAmountNegative.class);
        assertThat(problem(with(plan("1.00"), List.of(costing("1000000000000.00")), List.of())))
                .isInstanceOf(PlanAmountTooLarge.class);
    }

    @Test
    void anActivityHasOneKeyAndAnOwnerInMarketing() {
        assertThat(problem(with(plan("1.00"), List.of(ACTIVITY, ACTIVITY), List.of())))
                .isInstanceOf(PlanLineTwice.class);
        Activity foreign =
                new Activity("a1", null, "暖场", Channel.EVENT, FIRST, LAST, Money.of("1.00"), "chen.xiao", null);
        assertThat(problem(with(plan("1.00"), List.of(foreign), List.of()))).isInstanceOf(PlanOwnerUnknown.class);
    }

    @ParameterizedTest
    @EnumSource
    void aProposalOfEachKindFindsItsPlaceOnce(ProposalKind kind) {
        ProposalLine proposal = new ProposalLine("p9", kind, "加做一场", "客户要求", LAST, Money.of("5.00"));
        PlanContent before = plan("100000.00");
        PlanContent once = DRAFTING.with(before, List.of(proposal));
        if (kind == ProposalKind.GOAL) {
            assertThat(once.goals()).isEqualTo("蓄客三百组\n加做一场：客户要求");
            assertThat(once.lines()).hasSameSizeAs(before.lines().toList());
        } else {
            assertThat(once.lines().filter(line -> "p9".equals(line.proposalKey())))
                    .singleElement()
                    .satisfies(line -> assertThat(line.says()).contains("加做一场"));
            assertThat(DRAFTING.with(once, List.of(proposal))).isEqualTo(once);
        }
    }

    @Test
    void aNewLineGetsAKeyAndAnOldOneKeepsWhereItCameFrom() {
        PlanContent proposed = DRAFTING.with(
                plan("1.00"), List.of(new ProposalLine("p9", ProposalKind.PACKAGING, "围挡", null, null, null)));
        PlanContent.Packaging kept = proposed.packaging().get(0);
        PlanContent handedIn = new PlanContent(
                "蓄客期",
                FIRST,
                LAST,
                null,
                "蓄客",
                null,
                null,
                null,
                null,
                Money.ZERO,
                null,
                List.of(
                        new PlanContent.Packaging(kept.key(), "forged", "围挡换新", null),
                        new PlanContent.Packaging(null, "forged", "导视", null)),
                null,
                null,
                null,
                null,
                List.of(new Attachment(null, "x", 1, "x"), new Attachment(UUID.randomUUID(), "方案.pdf", 1, "ab12")));
        PlanContent keyed = DRAFTING.keyed(handedIn, proposed);
        assertThat(keyed.packaging())
                .extracting(PlanContent.Packaging::proposalKey)
                .containsExactly("p9", null);
        assertThat(keyed.packaging().get(1).key()).isNotBlank();
        assertThat(keyed.attachments()).extracting(Attachment::name).containsExactly("方案.pdf");
    }

    @Test
    void theNextStageBeginsTheDayAfterWithTheConclusions() {
        PlanContent next = DRAFTING.next(plan("100000.00"), "线上继续");
        assertThat(next.startsOn()).isEqualTo(LAST.plusDays(1));
        assertThat(next.conclusions()).contains("蓄客期", "线上继续");
        assertThat(next.activities()).isEmpty();
        assertThat(next.suppliers()).containsExactly(SUPPLIER);
    }

    private static PlanOutcome problem(PlanContent content) {
        return new PlanChecks(content, SENTENCES, "sun.li"::equals).problem().orElse(null);
    }

    private static PlanContent plan(String budget) {
        return of(FIRST, LAST, budget, List.of(ACTIVITY), List.of(), null, null);
    }

    private static PlanContent stage(LocalDate from, LocalDate to) {
        return of(from, to, "1.00", List.of(), List.of(), null, null);
    }

    private static PlanContent with(PlanContent plan, List<Activity> activities, List<PriceAction> prices) {
        return of(FIRST, LAST, plan.budget().toString(), activities, prices, null, null);
    }

    private static PlanContent activity(LocalDate from, LocalDate to) {
        return of(
                FIRST,
                LAST,
                "1.00",
                List.of(new Activity("a1", null, "暖场", Channel.EVENT, from, to, Money.ZERO, "sun.li", null)),
                List.of(),
                null,
                null);
    }

    private static PlanContent asks(LocalDate showFlat, LocalDate construction) {
        return of(
                FIRST,
                LAST,
                "1.00",
                List.of(),
                List.of(),
                List.of(new ShowFlatChange("s1", null, "A", "换软装", showFlat)),
                List.of(new ConstructionAsk("c1", null, "景观", construction, null)));
    }

    private static Activity costing(String cost) {
        return new Activity("a1", null, "暖场", Channel.EVENT, FIRST, LAST, Money.of(cost), "sun.li", null);
    }

    private static PlanContent of(
            LocalDate from,
            LocalDate to,
            String budget,
            List<Activity> activities,
            List<PriceAction> prices,
            List<ShowFlatChange> showFlats,
            List<ConstructionAsk> constructions) {
        return new PlanContent(
                "蓄客期",
                from,
                to,
                null,
                "蓄客三百组",
                300,
                null,
                null,
                null,
                Money.of(budget),
                activities,
                null,
                prices,
                showFlats,
                constructions,
                List.of(SUPPLIER),
                null);
    }

    private static String shown(PlanContent content, String field) {
        Activity unowned = new Activity("a1", null, "暖场", Channel.EVENT, FIRST, LAST, Money.of("60000.00"), null, null);
        return KIND.sections(with(content, List.of(unowned), List.of())).stream()
                .flatMap(section -> section.parts().stream())
                .filter(part -> part.key().equals(field))
                .map(part -> ((Part.Field) part).text())
                .findFirst()
                .orElseThrow();
    }

    private static Sentences sentences() {
        ResourceBundleMessageSource bundle = new ResourceBundleMessageSource();
        bundle.setDefaultEncoding("UTF-8");
        bundle.setFallbackToSystemLocale(false);
        bundle.setBasenames("messages/marketing", "messages/customer");
        return new Sentences(bundle, new Site("云栖", ZoneId.of("Asia/Shanghai")));
    }
}

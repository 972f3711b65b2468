package cn.anchang.approval;

import static cn.anchang.approval.ChangeKind.ADDED;
import static cn.anchang.approval.ChangeKind.CHANGED;
import static cn.anchang.approval.ChangeKind.REMOVED;
import static org.assertj.core.api.Assertions.assertThat;

import cn.anchang.approval.Part.Field;
import cn.anchang.approval.Part.Line;
import cn.anchang.approval.Part.Table;
import cn.anchang.shared.Sentences;
import cn.anchang.shared.Site;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;

/** What an approver reads first: every difference, and nothing that is none. */
class ComparisonTest {

    private static final List<String> COLUMNS = List.of("活动", "费用", "负责人");
    private static final Line WARM_UP = line("a", "暖场", "100", "孙丽");
    private static final Line TOUR = line("b", "巡展", "200", "李娜");

    private final Comparison comparison = new Comparison(sentences());

    @Test
    void equalVersionsDifferInNothing() {
        assertThat(comparison.between(plan("开盘", WARM_UP), plan("开盘", WARM_UP))).isEmpty();
    }

    @Test
    void aFieldIsChangedFilledInOrEmptied() {
        assertThat(comparison.between(plan("开盘"), plan("续销")))
                .containsExactly(new Change("概要", "目标", CHANGED, "开盘", "续销"));
        assertThat(comparison.between(plan(null), plan("续销"))).containsExactly(new Change("概要", "目标", ADDED, "", "续销"));
        assertThat(comparison.between(plan("开盘"), plan(""))).containsExactly(new Change("概要", "目标", REMOVED, "开盘", ""));
    }

    @Test
    void aLineIsComparedWithItselfCellByCell() {
        assertThat(comparison.between(
                        plan("开盘", WARM_UP, line("b", "巡展", "200", "")),
                        plan("开盘", line("a", "暖场", "150", "孙丽"), TOUR)))
                .containsExactly(
                        new Change("概要", "活动安排 · 暖场 · 费用", CHANGED, "100", "150"),
                        new Change("概要", "活动安排 · 巡展 · 负责人", ADDED, "", "李娜"));
    }

    @Test
    void aLineThatCameOrWentIsShownWhole() {
        assertThat(comparison.between(plan("开盘", WARM_UP), plan("开盘", line("b", "巡展", "200", ""))))
                .containsExactly(
                        new Change("概要", "活动安排 · 巡展", ADDED, "", "活动 巡展；费用 200"),
                        new Change("概要", "活动安排 · 暖场", REMOVED, "活动 暖场；费用 100；负责人 孙丽", ""));
    }

    @Test
    void aLineInsertedInFrontChangesNoOther() {
        assertThat(comparison.between(plan("开盘", WARM_UP), plan("开盘", TOUR, WARM_UP)))
                .extracting(Change::label)
                .containsExactly("活动安排 · 巡展");
    }

    @Test
    void linesInAnotherOrderAreNotPassedOver() {
        assertThat(comparison.between(plan("开盘", WARM_UP, TOUR), plan("开盘", TOUR, WARM_UP)))
                .containsExactly(new Change("概要", "活动安排 · 顺序", CHANGED, "暖场、巡展", "巡展、暖场"));
    }

    @Test
    void aSectionOrAPartThatCameOrWentIsShown() {
        Section extra = new Section("extra", "附则", List.of(new Field("note", "说明", "另行通知")));
        List<Section> plain = plan("开盘");
        List<Section> more = List.of(plain.get(0), extra);
        assertThat(comparison.between(plain, more)).containsExactly(new Change("附则", "说明", ADDED, "", "另行通知"));
        assertThat(comparison.between(more, plain)).containsExactly(new Change("附则", "说明", REMOVED, "另行通知", ""));
        assertThat(comparison.between(List.of(new Section("main", "概要", List.of())), plain))
                .containsExactly(new Change("概要", "目标", ADDED, "", "开盘"));
    }

    @Test
    void aFieldThatBecameATableWentAndCame() {
        List<Section> before = List.of(new Section("main", "概要", List.of(new Field("lines", "活动安排", "无"))));
        assertThat(comparison.between(before, plan("", line("a", "暖场", "100", ""))))
                .containsExactly(
                        new Change("概要", "活动安排", REMOVED, "无", ""),
                        new Change("概要", "活动安排 · 暖场", ADDED, "", "活动 暖场；费用 100"));
    }

    /** Keys come from people's forms: two of one key must not hide each other. */
    @Test
    void twoLinesOfOneKeyAreBothCompared() {
        assertThat(comparison.between(
                        plan("开盘", WARM_UP, line("a", "巡展", "200", "李娜")),
                        plan("开盘", WARM_UP, line("a", "巡展", "999", "李娜"))))
                .containsExactly(new Change("概要", "活动安排 · 巡展 · 费用", CHANGED, "200", "999"));
    }

    private static List<Section> plan(String goal, Line... lines) {
        return List.of(new Section(
                "main",
                "概要",
                List.of(new Field("goal", "目标", goal), new Table("lines", "活动安排", COLUMNS, List.of(lines)))));
    }

    private static Line line(String key, String... cells) {
        return new Line(key, List.of(cells));
    }

    private static Sentences sentences() {
        ResourceBundleMessageSource bundle = new ResourceBundleMessageSource();
        bundle.setDefaultEncoding("UTF-8");
        bundle.setFallbackToSystemLocale(false);
        bundle.setBasenames("messages/approval");
        return new Sentences(bundle, new Site("云栖", ZoneId.of("Asia/Shanghai")));
    }
}

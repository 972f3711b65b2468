package cn.anchang.marketing;

import cn.anchang.approval.Attachment;
import cn.anchang.approval.DocumentKind;
import cn.anchang.approval.Part;
import cn.anchang.approval.Remark;
import cn.anchang.approval.Route;
import cn.anchang.approval.Section;
import cn.anchang.approval.Trace;
import cn.anchang.organization.Staff;
import cn.anchang.shared.Money;
import cn.anchang.shared.Sentences;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The promotion plan as a controlled document (R36): how it reads, and who approves it. */
@Component
class PlanKind implements DocumentKind<PlanContent> {

    static final String CODE = "promotion-plan";

    private static final Set<String> WRITERS = Set.of(Staff.MARKETING, Staff.MARKETING_DIRECTOR);

    private static final Set<String> READERS = Set.of(
            Staff.MARKETING,
            Staff.MARKETING_DIRECTOR,
            Staff.MARKETING_ADMIN,
            Staff.SITE_MANAGER,
            Staff.MANAGEMENT,
            Staff.DESIGN,
            Staff.ENGINEERING);

    private final PlanSettings settings;
    private final Sentences sentences;
    private final Staff staff;
    private final PlanHistory history;
    private final Plans plans;

    /** @param history asks the documents in turn, as the plans do, so both come later */
    PlanKind(PlanSettings settings, Sentences sentences, Staff staff, @Lazy PlanHistory history, @Lazy Plans plans) {
        this.settings = settings;
        this.sentences = sentences;
        this.staff = staff;
        this.history = history;
        this.plans = plans;
    }

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public String prefix() {
        return "TG";
    }

    @Override
    public Class<PlanContent> type() {
        return PlanContent.class;
    }

    @Override
    public Set<String> readers() {
        return READERS;
    }

    @Override
    public Set<String> writers() {
        return WRITERS;
    }

    /** What the plan costs counts even where its budget says less: an overrun is no way round the 总经理. */
    @Override
    public Route route(PlanContent content) {
        Money budget = content.budget() == null ? Money.ZERO : content.budget();
        boolean small = !budget.plus(content.overrun()).isMoreThan(settings.directorLimit())
                && content.priceActions().isEmpty();
        return small
                ? Route.of(Route.review(Staff.SITE_MANAGER), Route.approve(Staff.MARKETING_DIRECTOR))
                : Route.of(Route.review(Staff.MARKETING_DIRECTOR), Route.approve(Staff.MANAGEMENT));
    }

    @Override
    public List<Section> sections(PlanContent content) {
        return List.of(
                section(
                        "stage",
                        field("stage", content.stage()),
                        field("startsOn", content.startsOn()),
                        field("endsOn", content.endsOn()),
                        field("conclusions", content.conclusions())),
                section(
                        "targets",
                        field("goals", content.goals()),
                        field("visits", content.visits()),
                        field("subscriptions", content.subscriptions()),
                        field("contracts", content.contracts()),
                        field("receipts", content.receipts())),
                section(
                        "money",
                        field("budget", content.budget()),
                        field("planned", content.planned()),
                        field("against", against(content))),
                section(
                        "activities",
                        table(
                                "activities",
                                content.activities(),
                                List.of(
                                        col("activity.title", PlanContent.Activity::title),
                                        col("activity.channel", PlanContent.Activity::channel),
                                        col("activity.startsOn", PlanContent.Activity::startsOn),
                                        col("activity.endsOn", PlanContent.Activity::endsOn),
                                        col("activity.cost", PlanContent.Activity::cost),
                                        col(
                                                "activity.owner",
                                                line -> line.owner() == null ? null : staff.displayName(line.owner())),
                                        col("activity.note", PlanContent.Activity::note)))),
                section(
                        "packaging",
                        table(
                                "packaging",
                                content.packaging(),
                                List.of(
                                        col("packaging.what", PlanContent.Packaging::what),
                                        col("packaging.detail", PlanContent.Packaging::detail)))),
                section(
                        "priceActions",
                        table(
                                "priceActions",
                                content.priceActions(),
                                List.of(
                                        col("price.scope", PlanContent.PriceAction::scope),
                                        col("price.action", PlanContent.PriceAction::action),
                                        col("price.from", PlanContent.PriceAction::from)))),
                section(
                        "showFlatChanges",
                        table(
                                "showFlatChanges",
                                content.showFlatChanges(),
                                List.of(
                                        col("showFlat.place", PlanContent.ShowFlatChange::place),
                                        col("showFlat.what", PlanContent.ShowFlatChange::what),
                                        col("showFlat.by", PlanContent.ShowFlatChange::by)))),
                section(
                        "constructionAsks",
                        table(
                                "constructionAsks",
                                content.constructionAsks(),
                                List.of(
                                        col("construction.what", PlanContent.ConstructionAsk::what),
                                        col("construction.by", PlanContent.ConstructionAsk::by),
                                        col("construction.note", PlanContent.ConstructionAsk::note)))),
                section(
                        "suppliers",
                        table(
                                "suppliers",
                                content.suppliers(),
                                List.of(
                                        col("supplier.name", PlanContent.Supplier::name),
                                        col("supplier.service", PlanContent.Supplier::service),
                                        col("supplier.fee", PlanContent.Supplier::fee)))),
                section("attachments", files(content.attachments())));
    }

    @Override
    public List<Attachment> attachments(PlanContent content) {
        return content.attachments();
    }

    @Override
    public List<Trace> traces(UUID documentId) {
        return history.traces(documentId);
    }

    @Override
    public List<Remark> remarks(UUID documentId) {
        return history.remarks(documentId);
    }

    @Override
    public Set<String> copiers() {
        return WRITERS;
    }

    /** A plan of its own: its draft waits for marketing. */
    @Override
    public UUID copy(UUID documentId, String by) {
        UUID copy = plans.copy(history.toCopy(documentId).id(), by);
        return plans.find(copy).map(PlanView::documentId).orElseThrow();
    }

    private String against(PlanContent content) {
        return content.overrun().isPositive()
                ? sentences.text("plan.over", content.overrun())
                : sentences.text("plan.within");
    }

    /** One column: its label, and what stands in it. */
    private record Col<T>(String label, Function<T, Object> value) {}

    private static <T> Col<T> col(String label, Function<T, Object> value) {
        return new Col<>(label, value);
    }

    private Section section(String key, Part... parts) {
        return new Section(key, sentences.text("plan.section." + key), Arrays.asList(parts));
    }

    private Part field(String key, Object value) {
        return new Part.Field(key, sentences.text("plan." + key), sentences.shown(value));
    }

    private <T extends PlanContent.Line> Part table(String key, List<T> lines, List<Col<T>> columns) {
        return new Part.Table(
                key,
                sentences.text("plan." + key),
                columns.stream()
                        .map(column -> sentences.text("plan." + column.label()))
                        .toList(),
                lines.stream()
                        .map(line -> new Part.Line(
                                line.key(),
                                columns.stream()
                                        .map(column ->
                                                sentences.shown(column.value().apply(line)))
                                        .toList()))
                        .toList());
    }

    /** The hash stands with each file: other bytes under the same name are a change. */
    private Part files(List<Attachment> attachments) {
        return new Part.Table(
                "attachments",
                sentences.text("plan.attachments"),
                List.of(sentences.text("plan.file.name"), sentences.text("plan.file.sha256")),
                attachments.stream()
                        .map(file -> new Part.Line(file.id().toString(), List.of(file.name(), start(file.sha256()))))
                        .toList());
    }

    private static String start(String hash) {
        return hash.substring(0, Math.min(12, hash.length()));
    }
}

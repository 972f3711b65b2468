package cn.anchang.change;

import cn.anchang.approval.DocumentKind;
import cn.anchang.approval.Part;
import cn.anchang.approval.Part.Field;
import cn.anchang.approval.Part.Table;
import cn.anchang.approval.Remark;
import cn.anchang.approval.Remark.Tone;
import cn.anchang.approval.Route;
import cn.anchang.approval.Section;
import cn.anchang.approval.Trace;
import cn.anchang.change.ChangeContent.Line;
import cn.anchang.change.ChangeContent.NewBuyers;
import cn.anchang.change.ChangeContent.NewPlan;
import cn.anchang.change.ChangeContent.Undoing;
import cn.anchang.engine.Decisions.Ruling;
import cn.anchang.organization.Staff;
import cn.anchang.payment.PaymentTerms;
import cn.anchang.shared.Money;
import cn.anchang.shared.Sentences;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** 变更单 as a controlled document: how the sale stands, how it is to be, and why; approved by whom the decision table names. */
@Component
class ChangeDocument implements DocumentKind<ChangeContent> {

    static final String CODE = "change-order";

    private final ChangeOrders orders;
    private final ChangeAuthority authority;
    private final Staff staff;
    private final Sentences sentences;

    ChangeDocument(ChangeOrders orders, ChangeAuthority authority, Staff staff, Sentences sentences) {
        this.orders = orders;
        this.authority = authority;
        this.staff = staff;
        this.sentences = sentences;
    }

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public String prefix() {
        return "BG";
    }

    @Override
    public Class<ChangeContent> type() {
        return ChangeContent.class;
    }

    @Override
    public Set<String> readers() {
        return Set.of(Staff.SITE_MANAGER, Staff.MARKETING_DIRECTOR, Staff.MANAGEMENT, Staff.FINANCE);
    }

    /** A request is its asker's until it is handed in. */
    @Override
    public Set<String> writers() {
        return Set.of(Staff.SITE_MANAGER);
    }

    @Override
    public Route route(ChangeContent content) {
        Ruling ruling = authority.of(content);
        return Route.of(Route.approve(ruling.text("authority")));
    }

    @Override
    public List<Section> sections(ChangeContent content) {
        List<Section> sections = new ArrayList<>();
        sections.add(section("about", about(content)));
        List<Part> before = new ArrayList<>();
        List<Part> after = new ArrayList<>();
        if (content.moreDays() != null) {
            before.add(field("signBy", sentences.shown(content.moreDays().signBy())));
            before.add(field(
                    "extended", sentences.text("change.days", content.moreDays().given())));
            after.add(field("signBy", sentences.shown(content.moreDays().newSignBy())));
            after.add(field(
                    "extended",
                    sentences.text(
                            "change.days.total",
                            content.moreDays().total(),
                            content.moreDays().days())));
        }
        if (content.newUnit() != null) {
            before.add(field("unit", content.unitNo()));
            after.add(field("unit", content.newUnit().unitNo()));
        }
        if (content.newPlan() != null) {
            plan(content.newPlan(), before, after);
        }
        if (content.newBuyers() != null) {
            before.add(known(content.newBuyers()));
            after.add(wanted(content.newBuyers()));
        }
        if (content.undoing() != null) {
            before.addAll(money(content.undoing()));
            after.addAll(outcome(content.undoing()));
        }
        sections.add(new Section("before", sentences.text("change.section.before"), before));
        sections.add(new Section("after", sentences.text("change.section.after"), after));
        return sections;
    }

    private Part[] about(ChangeContent content) {
        List<Part> parts = new ArrayList<>();
        parts.add(field("kind", sentences.name(content.kind())));
        parts.add(field(
                "case",
                sentences.text(
                        "change.case",
                        content.caseNo(),
                        content.projectName(),
                        content.unitNo(),
                        content.customerName())));
        parts.add(field("stage", content.stage()));
        parts.add(field("reason", content.reason()));
        if (content.fee() != null) {
            parts.add(field("fee", content.fee().formatted()));
        }
        if (content.touchesFirstPayment()) {
            parts.add(field("firstPayment", sentences.text("change.firstPayment")));
        }
        return parts.toArray(Part[]::new);
    }

    private void plan(NewPlan plan, List<Part> before, List<Part> after) {
        if (plan.terms() != plan.newTerms()) {
            before.add(field("terms", name(plan.terms())));
            after.add(field("terms", name(plan.newTerms())));
        }
        if (!plan.price().equals(plan.newPrice())) {
            before.add(field("price", plan.price().formatted()));
            after.add(field("price", plan.newPrice().formatted()));
        }
        before.add(lines(plan.before()));
        after.add(lines(plan.after()));
    }

    private String name(PaymentTerms terms) {
        return terms == null ? "" : sentences.name(terms);
    }

    private Table lines(List<Line> lines) {
        return new Table(
                "plan",
                sentences.text("change.table.plan"),
                List.of(sentences.text("change.columns.plan").split(" ")),
                lines.stream()
                        .map(line -> new Part.Line(
                                line.key(),
                                List.of(
                                        sentences.name(line.kind()),
                                        line.amount().formatted(),
                                        sentences.shown(line.dueOn()))))
                        .toList());
    }

    private Table known(NewBuyers buyers) {
        return buyers(buyers.before().stream()
                .map(buyer -> buyer(buyer.name(), buyer.idMasked(), buyer.sharePercent()))
                .toList());
    }

    private Table wanted(NewBuyers buyers) {
        return buyers(buyers.after().stream()
                .map(buyer -> buyer(buyer.name(), buyer.idMasked(), buyer.sharePercent()))
                .toList());
    }

    private static Part.Line buyer(String name, String idMasked, int share) {
        return new Part.Line(name + idMasked, List.of(name, idMasked, share + "%"));
    }

    private Table buyers(List<Part.Line> lines) {
        return new Table(
                "buyers",
                sentences.text("change.table.buyers"),
                List.of(sentences.text("change.columns.buyers").split(" ")),
                lines);
    }

    private List<Part> money(Undoing undoing) {
        return List.of(field("deposit", yuan(undoing.deposit())), field("otherMoney", yuan(undoing.otherMoney())));
    }

    private List<Part> outcome(Undoing undoing) {
        return List.of(
                field("fault", sentences.name(undoing.fault())),
                field("forfeited", yuan(undoing.forfeited())),
                field("compensation", yuan(undoing.compensation())),
                field("refund", yuan(undoing.refund())));
    }

    private String yuan(Money amount) {
        return sentences.text("change.yuan", amount);
    }

    private Section section(String key, Part... parts) {
        return new Section(key, sentences.text("change.section." + key), Arrays.asList(parts));
    }

    private Field field(String key, String text) {
        return new Field(key, sentences.text("change.field." + key), text);
    }

    @Override
    public List<Trace> traces(UUID documentId) {
        return orders.findByDocumentId(documentId).stream()
                .map(order -> Trace.sale(sentences, order.caseId()))
                .toList();
    }

    /** By which rule it is whose to approve, what was cleared for it, and what came of it. */
    @Override
    public List<Remark> remarks(UUID documentId) {
        Optional<ChangeOrder> found = orders.findByDocumentId(documentId);
        if (found.isEmpty()) {
            return List.of();
        }
        ChangeOrder order = found.get();
        List<Remark> remarks = new ArrayList<>();
        if (order.askedBecause() != null) {
            remarks.add(new Remark(order.askedAt(), order.askedBecause(), Tone.INFO));
        }
        if (order.ruleSays() != null) {
            remarks.add(new Remark(
                    order.askedAt(), sentences.text("change.remark.authority", order.ruleSays()), Tone.INFO));
        }
        order.clearances()
                .forEach(done -> remarks.add(new Remark(
                        done.clearedAt(),
                        sentences.text(
                                "change.remark.cleared." + done.kind(),
                                done.proof(),
                                done.clearedOn(),
                                staff.displayName(done.clearedBy())),
                        Tone.INFO)));
        switch (order.state()) {
            case FAILED ->
                remarks.add(new Remark(
                        order.askedAt(), sentences.text("change.remark.failed", order.failure()), Tone.WARN));
            case EXECUTED ->
                remarks.add(new Remark(
                        order.endedAt(), sentences.text("change.remark.executed", order.outcome()), Tone.INFO));
            case ABANDONED ->
                remarks.add(new Remark(
                        order.endedAt(),
                        sentences.text("change.remark.abandoned", staff.displayName(order.endedBy()), order.outcome()),
                        Tone.WARN));
            default -> {}
        }
        return remarks;
    }
}

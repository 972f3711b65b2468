package cn.anchang.change;

import cn.anchang.approval.Approvals;
import cn.anchang.approval.Documents;
import cn.anchang.approval.SubmitOutcome;
import cn.anchang.approval.SubmitOutcome.Submitted;
import cn.anchang.approval.VersionApproved;
import cn.anchang.approval.VersionRejected;
import cn.anchang.approval.VersionReturned;
import cn.anchang.approval.VersionWithdrawn;
import cn.anchang.change.ChangeContent.Line;
import cn.anchang.change.ChangeDrafts.Draft;
import cn.anchang.change.ChangeOutcomes.AllCleared;
import cn.anchang.change.ChangeOutcomes.ApprovalVoid;
import cn.anchang.change.ChangeOutcomes.Asked;
import cn.anchang.change.ChangeOutcomes.ChangeUnderWay;
import cn.anchang.change.ChangeOutcomes.ChangedMissing;
import cn.anchang.change.ChangeOutcomes.Cleared;
import cn.anchang.change.ChangeOutcomes.ClearedInTheFuture;
import cn.anchang.change.ChangeOutcomes.Judged;
import cn.anchang.change.ChangeOutcomes.JudgedBy;
import cn.anchang.change.ChangeOutcomes.NotCleared;
import cn.anchang.change.ChangeOutcomes.NotSubmitted;
import cn.anchang.change.ChangeOutcomes.NotYourSale;
import cn.anchang.change.ChangeOutcomes.Opened;
import cn.anchang.change.ChangeOutcomes.OtherSale;
import cn.anchang.change.ChangeOutcomes.ReceiptsStillOut;
import cn.anchang.change.ChangeOutcomes.RevocationMissing;
import cn.anchang.change.ChangeOutcomes.SaleChangedSince;
import cn.anchang.change.ChangeOutcomes.SaleNotFound;
import cn.anchang.change.ChangeOutcomes.SettlementMissing;
import cn.anchang.change.ChangeOutcomes.Written;
import cn.anchang.change.ChangeOutcomes.WrittenDown;
import cn.anchang.engine.Decisions.Ruling;
import cn.anchang.organization.Staff;
import cn.anchang.payment.PlanLine;
import cn.anchang.payment.ReceiptView;
import cn.anchang.salescase.ChangeKind;
import cn.anchang.salescase.ChangeOutcome;
import cn.anchang.salescase.ChangeOutcome.Changed;
import cn.anchang.salescase.Obstacle;
import cn.anchang.salescase.SalesChanges;
import cn.anchang.salescase.Standing;
import cn.anchang.salescase.UndoKind;
import cn.anchang.shared.Refusal;
import cn.anchang.shared.Refusals;
import cn.anchang.shared.Sentences;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where changes on the way are asked for, judged, cleared and carried out, one at a time for a sale. Each method is one step, in one
 * transaction; until a change is carried out the sale is not touched.
 */
@Service
@Transactional
public class ChangeDesk {

    /** What stands in the way of an approved change. */
    public record InTheWay(boolean toClear, boolean receiptsOut) {}

    private final ChangeOrders orders;
    private final ChangeDrafts drafts;
    private final ChangeAuthority authority;
    private final ChangeProcess process;
    private final SalesChanges changes;
    private final Documents documents;
    private final Approvals approvals;
    private final Staff staff;
    private final Sentences sentences;
    private final Refusals refusals;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ChangeDesk(
            ChangeOrders orders,
            ChangeDrafts drafts,
            ChangeAuthority authority,
            ChangeProcess process,
            SalesChanges changes,
            Documents documents,
            Approvals approvals,
            Staff staff,
            Sentences sentences,
            Refusals refusals,
            ApplicationEventPublisher events,
            Clock clock) {
        this.orders = orders;
        this.drafts = drafts;
        this.authority = authority;
        this.process = process;
        this.changes = changes;
        this.documents = documents;
        this.approvals = approvals;
        this.staff = staff;
        this.sentences = sentences;
        this.refusals = refusals;
        this.events = events;
        this.clock = clock;
    }

    /** A request for one's own sale, or as site manager for any. Nothing of the sale is touched by it. */
    public Asked ask(ChangeForm form, String by) {
        Optional<Standing> found = changes.standing(form.caseId());
        if (found.isEmpty()) {
            return new SaleNotFound();
        }
        Standing sale = found.get();
        if (!sale.consultant().equals(by) && !staff.isSiteManager(by)) {
            return new NotYourSale(sale.caseNo(), staff.displayName(sale.consultant()));
        }
        Optional<ChangeUnderWay> other = underWay(form.caseId());
        if (other.isPresent()) {
            return other.get();
        }
        Draft draft = drafts.of(form, sale);
        if (draft.refusal() != null) {
            return (Asked) draft.refusal();
        }
        ChangeOrder order = opened(sale, form.kind(), null, false, by);
        order.written(form.kind(), sale.asOf(), null);
        documents.draft(order.documentId(), draft.content(), by);
        return new Opened(
                order.id(), staff.isConsultant(by) ? by : sale.consultant(), sale.customerName(), sale.unitNo());
    }

    private Optional<ChangeUnderWay> underWay(UUID caseId) {
        orders.oneAtATime(caseId.toString());
        return orders.findFirstByCaseIdAndStateIn(caseId, OpenChanges.OPEN)
                .map(order -> new ChangeUnderWay(order.no(), order.kind(), staff.displayName(order.askedBy())));
    }

    private ChangeOrder opened(Standing sale, ChangeKind kind, String because, boolean byMortgage, String by) {
        String title = sentences.text("change.title", kind, sale.unitNo(), sale.customerName());
        UUID document = documents.open(ChangeDocument.CODE, title, sale.projectId(), by);
        return orders.save(new ChangeOrder(
                sale.caseId(),
                kind,
                document,
                documents.view(document).no(),
                because,
                byMortgage,
                by,
                clock.instant()));
    }

    /**
     * Another process found that the sale has to change: an order is opened for the consultant to write.
     *
     * @throws cn.anchang.shared.Refused while another change of the sale is under way
     */
    public UUID needed(UUID caseId, ChangeKind kind, String reason, String by) {
        String because = sentences.text("change.because.mortgage", staff.displayName(by), kind, reason);
        return wanted(caseId, kind, because, true);
    }

    /**
     * 解除审查 of money long overdue came to undoing the sale (R19): an order is opened for the consultant to write.
     *
     * @throws cn.anchang.shared.Refused while another change of the sale is under way, or none of this kind is possible
     */
    public UUID rescissionNeeded(UUID caseId, String reason, String by) {
        changes.objection(caseId, ChangeKind.RETURN_UNIT).ifPresent(no -> {
            throw refusals.refused(no);
        });
        String because = sentences.text("change.because.arrears", staff.displayName(by), reason);
        return wanted(caseId, ChangeKind.RETURN_UNIT, because, false);
    }

    private UUID wanted(UUID caseId, ChangeKind kind, String because, boolean byMortgage) {
        Standing sale = changes.standing(caseId).orElseThrow();
        underWay(caseId).ifPresent(other -> {
            throw refusals.refused(other);
        });
        ChangeOrder order = opened(sale, kind, because, byMortgage, sale.consultant());
        process.needed(
                order.id(),
                sale.consultant(),
                sale.customerName(),
                sale.unitNo(),
                sentences.text("change.subject.draft", order.no()));
        return order.id();
    }

    /** 填写变更申请: written for the sale as it stands now, or given up. */
    public Written write(UUID orderId, ChangeWriteForm form, String by) {
        ChangeOrder order = found(orderId);
        if (!order.caseId().equals(form.caseId())) {
            return new OtherSale();
        }
        if (form.step() == ChangeWriteForm.Step.ABANDON) {
            abandon(order, form.reason(), by);
            return new WrittenDown(false);
        }
        Standing sale = changes.standing(order.caseId()).orElseThrow();
        boolean first = documents.currentVersion(order.documentId()).isEmpty();
        if (!first && form.changed() == null) {
            return new ChangedMissing();
        }
        ChangeForm request = form.request(order.caseId(), order.kind());
        Draft draft = drafts.of(request, sale);
        if (draft.refusal() != null) {
            return (Written) draft.refusal();
        }
        order.written(request.kind(), sale.asOf(), form.changed());
        documents.retitle(
                order.documentId(), sentences.text("change.title", request.kind(), sale.unitNo(), sale.customerName()));
        documents.draft(order.documentId(), draft.content(), by);
        return new WrittenDown(true);
    }

    /** 核定审批权限: which group may approve this very content; the rule that says so stays with the order. */
    public Judged judge(UUID orderId, String by) {
        ChangeOrder order = found(orderId);
        UUID draft = documents.currentVersion(order.documentId()).orElseThrow();
        Ruling ruling = authority.of(documents.content(draft, ChangeContent.class));
        SubmitOutcome outcome = documents.submit(order.documentId(), order.whatChanged(), by);
        if (outcome instanceof Submitted submitted) {
            order.judged(ruling.text("authority"), ruling.rules().get(0), ruling.text("reason"));
            return new JudgedBy(submitted.versionId(), documents.subject(submitted.versionId()));
        }
        return new NotSubmitted((Refusal) outcome);
    }

    /** 核对前置手续, as the sale stands now. */
    @Transactional(readOnly = true)
    public InTheWay inTheWay(UUID orderId) {
        List<Obstacle.Kind> kinds = obstacles(found(orderId));
        return new InTheWay(
                kinds.contains(Obstacle.Kind.FILED) || kinds.contains(Obstacle.Kind.LOAN_OPEN),
                kinds.contains(Obstacle.Kind.RECEIPTS_OUT));
    }

    private List<Obstacle.Kind> obstacles(ChangeOrder order) {
        return changes.obstacles(order.caseId(), order.kind()).stream()
                .map(Obstacle::kind)
                .toList();
    }

    /** 办理前置手续: the filing is revoked, the loan settled with the bank. */
    public Cleared clear(UUID orderId, ClearanceForm form, String by) {
        ChangeOrder order = found(orderId);
        List<Obstacle.Kind> open = obstacles(order);
        boolean filed = open.contains(Obstacle.Kind.FILED);
        boolean loan = open.contains(Obstacle.Kind.LOAN_OPEN);
        if (filed && (form.revocationNo() == null || form.revokedOn() == null)) {
            return new RevocationMissing();
        } else if (filed && form.revokedOn().isAfter(today())) {
            return new ClearedInTheFuture(form.revokedOn());
        } else if (loan && (!Boolean.TRUE.equals(form.loanSettled()) || form.settledOn() == null)) {
            return new SettlementMissing();
        } else if (loan && form.settledOn().isAfter(today())) {
            return new ClearedInTheFuture(form.settledOn());
        }
        boolean asBefore = stands(order);
        if (filed) {
            Optional<Refusal> refusal =
                    changes.filingRevoked(order.caseId(), form.revocationNo(), form.revokedOn(), by);
            if (refusal.isPresent()) {
                return new NotCleared(refusal.get());
            }
            order.cleared(
                    new Clearance(Obstacle.Kind.FILED, form.revocationNo(), form.revokedOn(), by, clock.instant()),
                    bound(order, asBefore));
        }
        if (loan) {
            String proof = form.settlement() == null ? sentences.text("change.settled") : form.settlement();
            events.publishEvent(new LoanSettledWithBank(order.caseId(), order.no(), by));
            order.cleared(
                    new Clearance(Obstacle.Kind.LOAN_OPEN, proof, form.settledOn(), by, clock.instant()),
                    bound(order, asBefore));
        }
        return new AllCleared();
    }

    /** What was cleared for the order changes how the sale stands; what others changed meanwhile still shows. */
    private String bound(ChangeOrder order, boolean asBefore) {
        return asBefore ? changes.standing(order.caseId()).orElseThrow().asOf() : order.boundTo();
    }

    /** 收回票据: all the buyer holds come back and become void; the money stays received. */
    public Cleared takeBack(UUID orderId, ReceiptsBackForm form, String by) {
        ChangeOrder order = found(orderId);
        Set<UUID> back = form.receipts().stream()
                .filter(one -> Boolean.TRUE.equals(one.returned()))
                .map(ReceiptsBackForm.Back::key)
                .collect(Collectors.toSet());
        Standing sale = changes.standing(order.caseId()).orElseThrow();
        List<String> out = sale.receipts().stream()
                .filter(receipt -> !back.contains(receipt.id()))
                .map(ReceiptView::receiptNo)
                .toList();
        if (!out.isEmpty()) {
            return new ReceiptsStillOut(out);
        }
        boolean asBefore = stands(order);
        String numbers = sale.receipts().stream().map(ReceiptView::receiptNo).collect(Collectors.joining("、"));
        Optional<Refusal> refusal = changes.receiptsReturned(
                order.caseId(), sale.receipts().stream().map(ReceiptView::id).toList(), order.no(), by);
        if (refusal.isPresent()) {
            return new NotCleared(refusal.get());
        }
        order.cleared(
                new Clearance(Obstacle.Kind.RECEIPTS_OUT, numbers, today(), by, clock.instant()),
                bound(order, asBefore));
        return new AllCleared();
    }

    /**
     * 执行变更: what was approved is carried out on the sale as one switch, or nothing is and the order says why.
     *
     * @return whether it was carried out
     */
    public boolean execute(UUID orderId, String by) {
        ChangeOrder order = found(orderId);
        UUID version = documents.approvedVersion(order.documentId()).orElseThrow();
        if (!approvals.holds(version)) {
            return failed(order, new ApprovalVoid());
        } else if (!stands(order)) {
            return failed(order, new SaleChangedSince());
        }
        ChangeContent content = documents.content(version, ChangeContent.class);
        ChangeOutcome outcome = switched(order, content, by);
        if (outcome instanceof Changed changed) {
            order.executed(changed.text(), by, clock.instant());
            return true;
        }
        return failed(order, (Refusal) outcome);
    }

    private boolean failed(ChangeOrder order, Refusal why) {
        order.failed(sentences.of(why));
        return false;
    }

    private boolean stands(ChangeOrder order) {
        return changes.standing(order.caseId())
                .filter(sale -> sale.asOf().equals(order.boundTo()))
                .isPresent();
    }

    private ChangeOutcome switched(ChangeOrder order, ChangeContent content, String by) {
        UUID sale = order.caseId();
        String no = order.no();
        String reason = content.reason();
        return switch (content.kind()) {
            case EXTEND_SIGNING ->
                changes.extendSigning(
                        sale, content.moreDays().days(), ChangeAuthority.of(order.authority()), reason, no, by);
            case RESCHEDULE, DEFER_PAYMENT -> changes.revisePlan(sale, lines(content), reason, no, by);
            case CHANGE_TERMS ->
                changes.changeTerms(sale, content.newPlan().newTerms(), lines(content), reason, no, by);
            case CHANGE_BUYERS -> changes.changeBuyers(sale, content.newBuyers().after(), reason, no, by);
            case EXCHANGE_UNIT ->
                changes.exchangeUnit(
                        sale,
                        content.newUnit().unitId(),
                        content.newUnit().listPrice(),
                        lines(content),
                        reason,
                        no,
                        by);
            case WITHDRAW ->
                changes.undo(sale, UndoKind.WITHDRAWN, content.undoing().fault(), reason, no, by);
            case RETURN_UNIT ->
                changes.undo(sale, UndoKind.RETURNED, content.undoing().fault(), reason, no, by);
            case FORFEIT ->
                changes.undo(sale, UndoKind.FORFEITED, content.undoing().fault(), reason, no, by);
        };
    }

    private static List<PlanLine> lines(ChangeContent content) {
        return content.newPlan().after().stream().map(Line::planLine).toList();
    }

    /** 处理未能执行: tried again as it was approved, written anew, or given up. */
    public void handleFailure(UUID orderId, FailureForm form, String by) {
        ChangeOrder order = found(orderId);
        switch (form.answer()) {
            case RETRY -> {}
            case ADJUST -> order.adjusted();
            case ABANDON -> abandon(order, form.reason(), by);
        }
    }

    private void abandon(ChangeOrder order, String reason, String by) {
        documents.abandon(order.documentId(), reason, by);
        order.abandoned(reason, by, clock.instant());
        events.publishEvent(new ChangeCameToNothing(order.caseId(), order.isByMortgage()));
    }

    @EventListener
    void on(VersionApproved event) {
        ours(event.kind(), event.documentId()).ifPresent(ChangeOrder::approved);
    }

    @EventListener
    void on(VersionRejected event) {
        ours(event.kind(), event.documentId()).ifPresent(order -> {
            order.rejected(event.by(), clock.instant());
            events.publishEvent(new ChangeCameToNothing(order.caseId(), order.isByMortgage()));
        });
    }

    @EventListener
    void on(VersionReturned event) {
        ours(event.kind(), event.documentId()).ifPresent(ChangeOrder::reopened);
    }

    @EventListener
    void on(VersionWithdrawn event) {
        ours(event.kind(), event.documentId()).ifPresent(ChangeOrder::reopened);
    }

    private Optional<ChangeOrder> ours(String kind, UUID documentId) {
        return kind.equals(ChangeDocument.CODE) ? orders.findByDocumentId(documentId) : Optional.empty();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private ChangeOrder found(UUID orderId) {
        return orders.findById(orderId).orElseThrow();
    }
}

package cn.anchang.collection;

import cn.anchang.approval.Documents;
import cn.anchang.approval.SubmitOutcome.Submitted;
import cn.anchang.approval.VersionApproved;
import cn.anchang.approval.VersionRejected;
import cn.anchang.collection.LateFees.Charge;
import cn.anchang.collection.WaiverContent.WaiverRuling;
import cn.anchang.collection.WaiverOutcome.WaiverAbandonReasonMissing;
import cn.anchang.collection.WaiverOutcome.WaiverAbandoned;
import cn.anchang.collection.WaiverOutcome.WaiverAsked;
import cn.anchang.collection.WaiverOutcome.WaiverBeyondFee;
import cn.anchang.collection.WaiverOutcome.WaiverDeclined;
import cn.anchang.collection.WaiverOutcome.WaiverIncomplete;
import cn.anchang.collection.WaiverOutcome.WaiverNotYours;
import cn.anchang.collection.WaiverOutcome.WaiverSubmitted;
import cn.anchang.collection.WaiverOutcome.WaiverUnderWay;
import cn.anchang.engine.Decisions;
import cn.anchang.engine.Decisions.Ruling;
import cn.anchang.organization.Sites;
import cn.anchang.organization.Staff;
import cn.anchang.payment.Ledger;
import cn.anchang.salescase.SaleContact;
import cn.anchang.shared.Masked;
import cn.anchang.shared.Money;
import cn.anchang.shared.Refusal;
import cn.anchang.shared.Sentences;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where a late fee is asked to be waived, and granted (R18). Each method is one step, in one transaction. */
@Service
@Transactional
public class WaiverDesk {

    static final String TABLE = "late-fee-authority";
    private static final int REASON_LENGTH = 500;

    private final WaiverRows waivers;
    private final ArrearsRows rows;
    private final ArrearsDesk arrears;
    private final LateFees fees;
    private final Ledger ledger;
    private final Decisions decisions;
    private final Documents documents;
    private final WaiverProcess process;
    private final Staff staff;
    private final Sites sites;
    private final Sentences sentences;
    private final Clock clock;

    WaiverDesk(
            WaiverRows waivers,
            ArrearsRows rows,
            ArrearsDesk arrears,
            LateFees fees,
            Ledger ledger,
            Decisions decisions,
            Documents documents,
            WaiverProcess process,
            Staff staff,
            Sites sites,
            Sentences sentences,
            Clock clock) {
        this.waivers = waivers;
        this.rows = rows;
        this.arrears = arrears;
        this.fees = fees;
        this.ledger = ledger;
        this.decisions = decisions;
        this.documents = documents;
        this.process = process;
        this.staff = staff;
        this.sites = sites;
        this.sentences = sentences;
        this.clock = clock;
    }

    /** 申请减免违约金, by the sale's consultant or the site manager. */
    public WaiverOutcome ask(UUID arrearsId, Money amount, String reason, String by) {
        if (rows.byId(arrearsId).isEmpty()) {
            return new WaiverNotYours();
        }
        Arrears owed = rows.locked(arrearsId);
        SaleContact sale = arrears.sale(owed);
        if (!mayAsk(sale, by)) {
            return new WaiverNotYours();
        }
        Optional<Waiver> other = waivers.of(arrearsId).stream()
                .filter(one -> one.state() == WaiverState.ASKED)
                .findFirst();
        if (other.isPresent()) {
            return new WaiverUnderWay(other.get().no());
        } else if (amount == null
                || reason == null
                || reason.isBlank()
                || reason.strip().length() > REASON_LENGTH) {
            return new WaiverIncomplete();
        }
        Charge charge = fees.of(owed);
        if (!isWithin(amount, charge)) {
            return new WaiverBeyondFee(amount, charge.owed());
        }
        UUID id = UUID.randomUUID();
        UUID document = documents.open(
                WaiverKind.CODE,
                sentences.text("waiver.title", sale.unitNo(), sentences.text("reminder.item", owed.seq(), owed.kind())),
                ledger.statement(owed.account()).orElseThrow().projectId(),
                by);
        String no = documents.view(document).no();
        waivers.add(id, arrearsId, document, no, amount, by, clock.instant());
        documents.draft(document, content(owed, sale, charge, amount, reason.strip()), by);
        process.asked(id, by, Masked.name(sale.customerName()), sale.unitNo());
        return new WaiverAsked(id, no);
    }

    /** The sale's consultant and the site manager. */
    public boolean mayAsk(SaleContact sale, String by) {
        return sites.isOpenTo(by, sale.projectId()) && (sale.consultant().equals(by) || staff.isSiteManager(by));
    }

    private static boolean isWithin(Money amount, Charge charge) {
        return amount.isPositive() && !amount.isMoreThan(charge.owed());
    }

    private WaiverContent content(Arrears owed, SaleContact sale, Charge charge, Money amount, String reason) {
        return new WaiverContent(
                owed.id(),
                sale.caseNo(),
                Masked.name(sale.customerName()),
                sale.projectName(),
                sale.unitNo(),
                owed.seq(),
                owed.kind(),
                owed.dueOn(),
                arrears.today(),
                charge.fee().days(),
                charge.fee().total(),
                charge.waived(),
                amount,
                reason,
                null);
    }

    /** 核定审批权限: by the table of today, on what is written; then it goes before whoever may grant it. */
    public WaiverOutcome judge(UUID id) {
        Waiver waiver = found(id);
        Ruling ruling = decisions.rule(
                TABLE,
                Map.of(
                        "amount",
                        waiver.amount().amount().doubleValue(),
                        "asker",
                        staff.isSiteManager(waiver.writtenBy()) ? Staff.SITE_MANAGER : Staff.SALES));
        WaiverContent content = draft(waiver)
                .ruled(new WaiverRuling(
                        ruling.text("authority"),
                        ruling.text("reason"),
                        ruling.rules().get(0),
                        ruling.version()));
        documents.draft(waiver.documentId(), content, waiver.writtenBy());
        Object outcome = documents.submit(waiver.documentId(), waiver.changed(), waiver.writtenBy());
        return outcome instanceof Submitted submitted
                ? new WaiverSubmitted(submitted.versionId(), documents.subject(submitted.versionId()))
                : new WaiverDeclined((Refusal) outcome);
    }

    /** 修改减免申请 after it was returned or taken back: asked again, or given up. */
    public WaiverOutcome revise(UUID id, WaiverRevisionForm form, String by) {
        Waiver waiver = found(id);
        if (form.outcome() == WaiverRevisionForm.Outcome.ABANDON) {
            if (form.abandonReason() == null) {
                return new WaiverAbandonReasonMissing();
            }
            documents.abandon(waiver.documentId(), form.abandonReason(), by);
            waivers.abandoned(id);
            return new WaiverAbandoned();
        } else if (form.amount() == null || form.reason() == null || form.changed() == null) {
            return new WaiverIncomplete();
        }
        Arrears owed = rows.locked(waiver.arrearsId());
        SaleContact sale = arrears.sale(owed);
        Charge charge = fees.of(owed);
        if (!mayAsk(sale, by)) {
            return new WaiverNotYours();
        } else if (!isWithin(form.amount(), charge)) {
            return new WaiverBeyondFee(form.amount(), charge.owed());
        }
        documents.draft(waiver.documentId(), content(owed, sale, charge, form.amount(), form.reason()), by);
        waivers.askedAgain(id, form.amount(), form.changed(), by);
        return new WaiverAsked(id, waiver.no());
    }

    @EventListener
    void on(VersionApproved approved) {
        if (approved.kind().equals(WaiverKind.CODE)) {
            waivers.decided(approved.documentId(), WaiverState.APPROVED, approved.by(), approved.at());
        }
    }

    @EventListener
    void on(VersionRejected rejected) {
        if (rejected.kind().equals(WaiverKind.CODE)) {
            waivers.decided(rejected.documentId(), WaiverState.REJECTED, rejected.by(), rejected.at());
        }
    }

    @Transactional(readOnly = true)
    public List<Waiver> of(UUID arrearsId) {
        return waivers.of(arrearsId);
    }

    UUID saleOf(Waiver waiver) {
        return rows.byId(waiver.arrearsId()).orElseThrow().account();
    }

    Waiver found(UUID id) {
        return waivers.byId(id).orElseThrow();
    }

    WaiverContent draft(Waiver waiver) {
        return documents.content(documents.currentVersion(waiver.documentId()).orElseThrow(), WaiverContent.class);
    }
}

package cn.anchang.collection;

import cn.anchang.approval.Approvals;
import cn.anchang.approval.Documents;
import cn.anchang.approval.SubmitOutcome.Submitted;
import cn.anchang.approval.VersionApproved;
import cn.anchang.approval.VersionState;
import cn.anchang.approval.VersionView;
import cn.anchang.change.ChangeCameToNothing;
import cn.anchang.change.ChangeDesk;
import cn.anchang.collection.ArrearsOutcome.DebtorCalled;
import cn.anchang.collection.ArrearsOutcome.DemandChangeNotSaid;
import cn.anchang.collection.ArrearsOutcome.DemandDeclined;
import cn.anchang.collection.ArrearsOutcome.DemandNotAsApproved;
import cn.anchang.collection.ArrearsOutcome.DemandOnItsWay;
import cn.anchang.collection.ArrearsOutcome.DemandWrittenDown;
import cn.anchang.collection.ArrearsOutcome.NotRipe;
import cn.anchang.collection.ArrearsOutcome.NothingDemanded;
import cn.anchang.collection.ArrearsOutcome.PromisedDayPast;
import cn.anchang.collection.ArrearsOutcome.ReviewDayImpossible;
import cn.anchang.collection.ArrearsOutcome.Reviewed;
import cn.anchang.collection.ArrearsOutcome.SentDayImpossible;
import cn.anchang.collection.LateFees.Charge;
import cn.anchang.collection.RescissionForm.Decision;
import cn.anchang.payment.AccountMoved;
import cn.anchang.payment.DueLine;
import cn.anchang.payment.Ledger;
import cn.anchang.payment.Statement;
import cn.anchang.salescase.SaleContact;
import cn.anchang.salescase.SaleContacts;
import cn.anchang.shared.Masked;
import cn.anchang.shared.Money;
import cn.anchang.shared.Refusal;
import cn.anchang.shared.Sentences;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** What people do about money overdue: call, write, decide; and its end by itself the moment the money is in. Each method is one step. */
@Service
@Transactional
public class ArrearsDesk {

    private final ArrearsRows rows;
    private final LateFees fees;
    private final Ledger ledger;
    private final SaleContacts contacts;
    private final Documents documents;
    private final Approvals approvals;
    private final ChangeDesk changes;
    private final ArrearsProcess process;
    private final ArrearsOpening opening;
    private final ArrearsSettings settings;
    private final Sentences sentences;
    private final EntityManager entities;
    private final Clock clock;

    ArrearsDesk(
            ArrearsRows rows,
            LateFees fees,
            Ledger ledger,
            SaleContacts contacts,
            Documents documents,
            Approvals approvals,
            ChangeDesk changes,
            ArrearsProcess process,
            ArrearsOpening opening,
            ArrearsSettings settings,
            Sentences sentences,
            EntityManager entities,
            Clock clock) {
        this.rows = rows;
        this.fees = fees;
        this.ledger = ledger;
        this.contacts = contacts;
        this.documents = documents;
        this.approvals = approvals;
        this.changes = changes;
        this.process = process;
        this.opening = opening;
        this.settings = settings;
        this.sentences = sentences;
        this.entities = entities;
        this.clock = clock;
    }

    /** 致电催款: again after the promised day, or after some days; but no promise puts off the letter. */
    public ArrearsOutcome called(UUID id, ArrearsCallForm form, String by) {
        if (form.promisedOn() != null && form.promisedOn().isBefore(today())) {
            return new PromisedDayPast(form.promisedOn());
        }
        Arrears arrears = rows.locked(id);
        note(id, ArrearsAct.CALL, form.note(), form.promisedOn(), by);
        LocalDate again = form.promisedOn() == null
                ? today().plusDays(settings.callAgain())
                : form.promisedOn().plusDays(1);
        boolean letterDue = !again.isBefore(arrears.letterFrom());
        return new DebtorCalled(opening.morningOf(letterDue ? arrears.letterFrom() : again), letterDue);
    }

    /** 拟定催款函: what is owed as of today, put before its approver. */
    public ArrearsOutcome demand(UUID id, DemandForm form, String by) {
        Arrears arrears = rows.locked(id);
        if (arrears.demandId() != null
                && (form.changed() == null || form.changed().isBlank())) {
            return new DemandChangeNotSaid();
        }
        SaleContact sale = sale(arrears);
        UUID document = arrears.demandId() == null ? opened(arrears, sale, by) : arrears.demandId();
        documents.draft(document, content(arrears, sale, form), by);
        Object outcome = documents.submit(document, form.changed(), by);
        if (outcome instanceof Submitted submitted) {
            note(id, ArrearsAct.DEMAND, documents.subject(submitted.versionId()), null, by);
            return new DemandWrittenDown(submitted.versionId(), documents.subject(submitted.versionId()));
        }
        return new DemandDeclined((Refusal) outcome);
    }

    private UUID opened(Arrears arrears, SaleContact sale, String by) {
        UUID document = documents.open(
                DemandKind.CODE,
                sentences.text(
                        "arrears.demand.title",
                        sale.unitNo(),
                        sentences.text("reminder.item", arrears.seq(), arrears.kind())),
                statement(arrears).projectId(),
                by);
        rows.demanded(arrears.id(), document);
        return document;
    }

    private DemandContent content(Arrears arrears, SaleContact sale, DemandForm form) {
        DueLine line = fees.lineOf(arrears).orElseThrow();
        Charge charge = fees.of(arrears);
        return new DemandContent(
                arrears.id(),
                sale.caseNo(),
                Masked.name(sale.customerName()),
                sale.projectName(),
                sale.unitNo(),
                sale.contractNo(),
                line.seq(),
                line.kind(),
                line.dueOn(),
                line.amount(),
                line.rest(),
                today(),
                charge.fee().rows().stream().map(DemandContent.FeeRow::of).toList(),
                charge.fee().total(),
                charge.waived(),
                form.days(),
                form.words());
    }

    @EventListener
    void on(VersionApproved approved) {
        if (approved.kind().equals(DemandKind.CODE)) {
            Arrears arrears = rows.byDemand(approved.documentId()).orElseThrow();
            rows.demandApproved(arrears.id(), approved.versionId());
        }
    }

    /** 寄出催款函: from that day the clocks of R19 run. */
    public ArrearsOutcome sent(UUID id, DemandSentForm form, String by) {
        Arrears arrears = rows.locked(id);
        if (arrears.demandVersion() == null || !approvals.holds(arrears.demandVersion())) {
            return new DemandNotAsApproved();
        }
        VersionView version = documents.versionView(arrears.demandVersion());
        LocalDate approvedOn = LocalDate.ofInstant(version.at(), clock.getZone());
        if (form.sentOn().isAfter(today()) || form.sentOn().isBefore(approvedOn)) {
            return new SentDayImpossible(form.sentOn(), approvedOn);
        }
        LocalDate payBy = form.sentOn().plusDays(demandOf(arrears).days());
        rows.demandSent(id, form.sentOn(), payBy, form.mailNo());
        note(
                id,
                ArrearsAct.SENT,
                sentences.text("arrears.demand.sent", form.sentOn(), form.mailNo(), payBy),
                payBy,
                by);
        return new DemandOnItsWay(payBy);
    }

    /** 解除审查 (R19): the sale is undone only when a clock of the law has run out, and by a change order of its own. */
    public ArrearsOutcome review(UUID id, RescissionForm form, String by) {
        Arrears arrears = rows.locked(id);
        LocalDate latest = today().plusDays(settings.waitAtMost());
        RescissionClock law = clock(arrears);
        switch (form.decision()) {
            case wait -> {
                if (form.until() == null
                        || !form.until().isAfter(today())
                        || form.until().isAfter(latest)) {
                    return new ReviewDayImpossible(form.until(), latest);
                }
                note(id, ArrearsAct.WAIT, form.reason(), form.until(), by);
                return new Reviewed(Decision.wait, opening.morningOf(form.until()));
            }
            case rescind -> {
                if (!law.isDemanded()) {
                    return new NothingDemanded();
                } else if (!law.isRipe()) {
                    return new NotRipe(law.dueUnpaid(), law.threshold(), law.payBy(), law.monthsOver());
                }
                changes.rescissionNeeded(arrears.account(), form.reason(), by);
                rows.now(id, ArrearsState.RESCINDING);
                note(id, ArrearsAct.RESCIND, form.reason(), null, by);
                return new Reviewed(Decision.rescind, null);
            }
            case litigate -> {
                rows.now(id, ArrearsState.LITIGATION);
                note(id, ArrearsAct.LITIGATE, form.reason(), null, by);
                return new Reviewed(Decision.litigate, null);
            }
        }
        throw new IllegalStateException(form.decision().name());
    }

    /** The order that was to undo the sale was rejected or given up: it goes before the 总经理 again. */
    @EventListener
    void on(ChangeCameToNothing ended) {
        rows.lasting(Set.of(ended.caseId())).stream()
                .filter(arrears -> arrears.state() == ArrearsState.RESCINDING)
                .forEach(arrears -> {
                    rows.now(arrears.id(), ArrearsState.OPEN);
                    note(
                            arrears.id(),
                            ArrearsAct.RESUMED,
                            sentences.text("arrears.resumed"),
                            null,
                            PaymentReminders.SYSTEM);
                    process.changeEnded(arrears.id());
                });
    }

    /** Money came, or the plan has changed: it ends by itself, whatever step it is at. */
    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    void on(AccountMoved moved) {
        List<Arrears> lasting = rows.lasting(Set.of(moved.account()));
        if (!lasting.isEmpty()) {
            entities.flush();
            lasting.forEach(this::endIfNotOwed);
        }
    }

    private void endIfNotOwed(Arrears arrears) {
        Optional<DueLine> line = fees.lineOf(arrears);
        if (line.filter(one -> one.rest().isPositive()).isPresent()) {
            return;
        }
        boolean paid = line.isPresent();
        rows.ended(
                arrears.id(),
                paid ? ArrearsState.SETTLED : ArrearsState.MOVED,
                sentences.text(paid ? "arrears.ended.paid" : "arrears.ended.changed"),
                line.map(one -> fees.fee(one).total()).orElse(null),
                clock.instant());
        if (arrears.demandId() != null && arrears.demandVersion() == null) {
            dropDemand(arrears.demandId());
        }
        process.settled(arrears.id());
    }

    /** What nobody has approved yet is not asked any more. */
    private void dropDemand(UUID document) {
        UUID version = documents.currentVersion(document).orElseThrow();
        VersionView submitted = documents.versionView(version);
        if (submitted.state() == VersionState.SUBMITTED) {
            approvals.withdraw(document, submitted.submittedBy());
        }
        if (documents.versionView(version).state() != VersionState.SUBMITTED) {
            documents.abandon(document, sentences.text("arrears.demand.dropped"), PaymentReminders.SYSTEM);
        }
    }

    @Transactional(readOnly = true)
    public Optional<Arrears> find(UUID id) {
        return rows.byId(id);
    }

    /** What is unpaid of it now. */
    @Transactional(readOnly = true)
    public Money rest(Arrears arrears) {
        return fees.lineOf(arrears).map(DueLine::rest).orElse(Money.ZERO);
    }

    /** The clocks of R19 as they stand today. */
    @Transactional(readOnly = true)
    public RescissionClock clock(Arrears arrears) {
        Statement account = statement(arrears);
        Money dueUnpaid = Money.sum(account.instalments().stream()
                .filter(line -> !line.kind().byLender() && line.dueOn().isBefore(today()))
                .map(Statement.InstalmentView::rest)
                .toList());
        return RescissionClock.of(
                account.price(), dueUnpaid, arrears.demandSentOn(), arrears.demandPayBy(), today(), settings);
    }

    SaleContact sale(Arrears arrears) {
        return contacts.of(Set.of(arrears.account())).get(arrears.account());
    }

    DemandContent demandOf(Arrears arrears) {
        return documents.content(arrears.demandVersion(), DemandContent.class);
    }

    private Statement statement(Arrears arrears) {
        return ledger.statement(arrears.account()).orElseThrow();
    }

    private void note(UUID id, ArrearsAct act, String note, LocalDate until, String by) {
        rows.note(id, new ArrearsNote(act, note, until, by, clock.instant()));
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }
}

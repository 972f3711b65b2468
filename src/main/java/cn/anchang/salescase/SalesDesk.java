package cn.anchang.salescase;

import cn.anchang.customer.CustomerDesk;
import cn.anchang.customer.CustomerState;
import cn.anchang.customer.Customers;
import cn.anchang.customer.Feedback;
import cn.anchang.customer.FeedbackOutcome;
import cn.anchang.customer.Grade;
import cn.anchang.customer.RegistrationOutcome;
import cn.anchang.customer.RegistrationOutcome.Registered;
import cn.anchang.engine.OpenTasks;
import cn.anchang.inventory.HoldOutcome;
import cn.anchang.inventory.HoldOutcome.Held;
import cn.anchang.inventory.HoldRules;
import cn.anchang.inventory.OccupiedUnit;
import cn.anchang.inventory.PermitCheck;
import cn.anchang.inventory.ProjectView;
import cn.anchang.inventory.SalesControl;
import cn.anchang.inventory.StepOutcome;
import cn.anchang.inventory.UnitCatalogue;
import cn.anchang.organization.Sites;
import cn.anchang.organization.Staff;
import cn.anchang.payment.AccountOpening;
import cn.anchang.payment.Item;
import cn.anchang.payment.Ledger;
import cn.anchang.payment.MoneyIn;
import cn.anchang.payment.OpenInstalment;
import cn.anchang.payment.OpenOutcome;
import cn.anchang.payment.ReceiveOutcome;
import cn.anchang.payment.ReceiveOutcome.Received;
import cn.anchang.payment.Statement;
import cn.anchang.salescase.ClosingOutcome.MattersStillOpen;
import cn.anchang.salescase.ClosingOutcome.MoneyAwaiting;
import cn.anchang.salescase.ClosingOutcome.MoneyStillOpen;
import cn.anchang.salescase.ClosingOutcome.MoneyToReturn;
import cn.anchang.salescase.ClosingOutcome.QuestionsOpen;
import cn.anchang.salescase.ClosingOutcome.SaleCompleted;
import cn.anchang.salescase.ClosingOutcome.StagesStillOpen;
import cn.anchang.salescase.ClosingOutcome.TasksStillOpen;
import cn.anchang.salescase.DepositOutcome.DepositTaken;
import cn.anchang.salescase.DepositOutcome.HoldLapsed;
import cn.anchang.salescase.NegotiationOutcome.CustomerLost;
import cn.anchang.salescase.NegotiationOutcome.FollowUpAgreed;
import cn.anchang.salescase.NegotiationOutcome.FollowUpDayMissing;
import cn.anchang.salescase.NegotiationOutcome.FollowUpTooEarly;
import cn.anchang.salescase.NegotiationOutcome.FollowUpTooLate;
import cn.anchang.salescase.NegotiationOutcome.Intended;
import cn.anchang.salescase.NegotiationOutcome.LostReasonMissing;
import cn.anchang.salescase.UnitChoiceOutcome.NoUnitChosen;
import cn.anchang.salescase.UnitChoiceOutcome.UnitElsewhere;
import cn.anchang.salescase.UnitChoiceOutcome.UnitHeld;
import cn.anchang.salescase.UnitChoiceOutcome.UnitMissing;
import cn.anchang.salescase.VisitOutcome.ConsultantMissing;
import cn.anchang.salescase.VisitOutcome.NotYoursToAssign;
import cn.anchang.salescase.VisitOutcome.ProjectUnknown;
import cn.anchang.salescase.VisitOutcome.VisitRegistered;
import cn.anchang.shared.DocumentNumbers;
import cn.anchang.shared.Money;
import cn.anchang.shared.Refusal;
import cn.anchang.shared.Sentences;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where a sale is carried from reception to the deposit, and closed at its end. Each method is one step, in one transaction. */
@Service
@Transactional
public class SalesDesk {

    private static final Set<CaseState> TAKES_VISITS = EnumSet.of(CaseState.NEGOTIATING, CaseState.HOLDING);

    /** The step that closes a sale: while it is under way, every other step has to be done. */
    private static final String THE_SUMMARY = "userTask_writeSummary";

    private final SalesCases cases;
    private final SalesSummaries summaries;
    private final Progress progress;
    private final Reminders reminders;
    private final Deadlines deadlines;
    private final SalesRules rules;
    private final DealTexts texts;
    private final SalesCaseProcess process;
    private final CustomerDesk customerDesk;
    private final Customers customers;
    private final SalesControl salesControl;
    private final UnitCatalogue units;
    private final HoldRules holdRules;
    private final Ledger ledger;
    private final Staff staff;
    private final Sites sites;
    private final OpenTasks tasks;
    private final ObjectProvider<OpenMatters> matters;
    private final DocumentNumbers numbers;
    private final Sentences sentences;

    SalesDesk(
            SalesCases cases,
            SalesSummaries summaries,
            Progress progress,
            Reminders reminders,
            Deadlines deadlines,
            SalesRules rules,
            DealTexts texts,
            SalesCaseProcess process,
            CustomerDesk customerDesk,
            Customers customers,
            SalesControl salesControl,
            UnitCatalogue units,
            HoldRules holdRules,
            Ledger ledger,
            Staff staff,
            Sites sites,
            OpenTasks tasks,
            ObjectProvider<OpenMatters> matters,
            DocumentNumbers numbers,
            Sentences sentences) {
        this.cases = cases;
        this.summaries = summaries;
        this.progress = progress;
        this.reminders = reminders;
        this.deadlines = deadlines;
        this.rules = rules;
        this.texts = texts;
        this.process = process;
        this.customerDesk = customerDesk;
        this.customers = customers;
        this.salesControl = salesControl;
        this.units = units;
        this.holdRules = holdRules;
        this.ledger = ledger;
        this.staff = staff;
        this.sites = sites;
        this.tasks = tasks;
        this.matters = matters;
        this.numbers = numbers;
        this.sentences = sentences;
    }

    /** 来访登记: a customer in negotiation joins the case they have, anybody else begins one with the consultant who follows them. */
    public VisitOutcome receiveVisitor(VisitForm form, String actor) {
        String receiver = form.consultant() == null ? actor : form.consultant();
        if (!receiver.equals(actor) && !staff.isSiteManager(actor)) {
            return new NotYoursToAssign();
        } else if (!staff.isConsultant(receiver) || !sites.isOpenTo(receiver, form.projectId())) {
            return new ConsultantMissing();
        }
        Optional<ProjectView> project = units.project(form.projectId());
        if (project.isEmpty()) {
            return new ProjectUnknown();
        }
        RegistrationOutcome registration = customerDesk.register(form.registration(), receiver);
        if (!(registration instanceof Registered registered)) {
            return new Declined((Refusal) registration);
        }
        cases.oneAtATime(registered.customerId() + "@" + form.projectId());
        Optional<SalesCase> talk =
                cases.findByCustomerIdAndProjectIdAndStateIn(registered.customerId(), form.projectId(), TAKES_VISITS);
        SalesCase salesCase = talk.orElseGet(() -> open(project.get(), registered, receiver));
        if (talk.isPresent()) {
            process.customerReturned(salesCase.id());
        }
        return new VisitRegistered(
                salesCase.id(),
                salesCase.no(),
                salesCase.consultant(),
                customers.card(registered.customerId()).maskedName(),
                salesCase.projectName(),
                talk.isPresent());
    }

    private SalesCase open(ProjectView project, Registered registered, String receiver) {
        boolean follows = staff.isConsultant(registered.owner()) && sites.isOpenTo(registered.owner(), project.id());
        String consultant = follows ? registered.owner() : receiver;
        SalesCase salesCase = cases.save(new SalesCase(
                UUID.randomUUID(),
                numbers.next("XS"),
                registered.customerId(),
                project.id(),
                project.name(),
                registered.visitId(),
                consultant,
                deadlines.now()));
        progress.enter(salesCase.id(), Stage.RECEPTION);
        progress.leave(salesCase.id(), Stage.RECEPTION);
        progress.enter(salesCase.id(), Stage.NEGOTIATION);
        return salesCase;
    }

    /** 洽谈 or 追踪: what came of the talk is kept, and the case goes on, waits for its day, or is lost. */
    public NegotiationOutcome negotiated(UUID caseId, NegotiationForm form, String actor) {
        SalesCase salesCase = found(caseId);
        Optional<NegotiationOutcome> refusal = refusalOf(form, salesCase);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        FeedbackOutcome noted = customerDesk.recordFeedback(
                salesCase.customerId(),
                new Feedback(form.feedback(), form.suggestion(), form.nextStep(), followUpOn(form)),
                actor);
        if (noted instanceof Refusal no) {
            return new Declined(no);
        }
        if (form.grade() != null) {
            customerDesk.grade(salesCase.customerId(), form.grade(), actor);
        }
        switch (form.outcome()) {
            case INTENT:
                salesCase.followUpDone();
                customerDesk.advance(salesCase.customerId(), CustomerState.INTENDED);
                progress.leave(caseId, Stage.NEGOTIATION);
                progress.enter(caseId, Stage.UNIT_CHOICE);
                return new Intended();
            case FOLLOW_UP:
                salesCase.followUp(form.followUpOn());
                return new FollowUpAgreed(deadlines.morningOf(form.followUpOn()));
            default:
                return lose(salesCase, form);
        }
    }

    private NegotiationOutcome lose(SalesCase salesCase, NegotiationForm form) {
        FeedbackOutcome lost = customerDesk.markLost(salesCase.customerId(), form.lostReason(), form.lostNote());
        if (lost instanceof Refusal no) {
            return new Declined(no);
        }
        String reason = sentences.name(form.lostReason());
        salesCase.lost(
                form.lostReason(), form.lostNote() == null ? reason : reason + "：" + form.lostNote(), deadlines.now());
        progress.leaveAll(salesCase.id());
        return new CustomerLost();
    }

    private Optional<NegotiationOutcome> refusalOf(NegotiationForm form, SalesCase salesCase) {
        if (form.outcome() == NegotiationResult.LOST && form.lostReason() == null) {
            return Optional.of(new LostReasonMissing());
        } else if (form.outcome() != NegotiationResult.FOLLOW_UP) {
            return Optional.empty();
        } else if (form.followUpOn() == null) {
            return Optional.of(new FollowUpDayMissing());
        }
        LocalDate tomorrow = deadlines.today().plusDays(1);
        int days = rules.followUp().days(gradeAfter(form, salesCase));
        LocalDate latest = deadlines.today().plusDays(days);
        if (form.followUpOn().isBefore(tomorrow)) {
            return Optional.of(new FollowUpTooEarly(tomorrow));
        }
        return form.followUpOn().isAfter(latest) ? Optional.of(new FollowUpTooLate(days, latest)) : Optional.empty();
    }

    private Grade gradeAfter(NegotiationForm form, SalesCase salesCase) {
        return form.grade() != null
                ? form.grade()
                : customers.card(salesCase.customerId()).grade();
    }

    private static LocalDate followUpOn(NegotiationForm form) {
        return form.outcome() == NegotiationResult.FOLLOW_UP ? form.followUpOn() : null;
    }

    /** 选房: takes the unit off the board for as long as the person who holds it may (R02), or goes back to the talk. */
    public UnitChoiceOutcome chooseUnit(UUID caseId, UnitChoiceForm form, String actor) {
        SalesCase salesCase = found(caseId);
        if (!form.chosen()) {
            progress.leave(caseId, Stage.UNIT_CHOICE);
            progress.enter(caseId, Stage.NEGOTIATION);
            return new NoUnitChosen();
        } else if (form.unitId() == null) {
            return new UnitMissing();
        } else if (!units.isInProject(form.unitId(), salesCase.projectId())) {
            return new UnitElsewhere(salesCase.projectName());
        }
        Instant until = holdRules.until(deadlines.now(), staff.isSiteManager(actor));
        HoldOutcome outcome =
                salesControl.hold(form.unitId(), caseId, staff.displayName(salesCase.consultant()), until);
        if (!(outcome instanceof Held held)) {
            return new Declined((Refusal) outcome);
        }
        salesCase.hold(snapshotOf(units.unitOf(caseId).orElseThrow()), held.until());
        progress.leave(caseId, Stage.UNIT_CHOICE);
        progress.enter(caseId, Stage.DEPOSIT, deadlines.dayOf(held.until()));
        return new UnitHeld(held.unitNo(), held.until());
    }

    static UnitSnapshot snapshotOf(OccupiedUnit unit) {
        return new UnitSnapshot(
                unit.unitId(),
                unit.unitNo(),
                unit.building(),
                unit.layout(),
                unit.area(),
                unit.listPrice(),
                unit.permitNo());
    }

    /** The hold lapsed before money came: the unit goes back on the board, the customer back to the talk (R02). */
    public void releaseHold(UUID caseId) {
        SalesCase salesCase = found(caseId);
        salesControl.release(caseId);
        salesCase.holdLapsed();
        progress.leave(caseId, Stage.DEPOSIT);
        progress.enter(caseId, Stage.NEGOTIATION);
    }

    /** 收取定金: only on a hold that is alive (R02), with a permit (R01), within the cap (R04), by finance (R33). */
    public DepositOutcome takeDeposit(UUID caseId, MoneyForm form, String actor) {
        SalesCase salesCase = found(caseId);
        if (!salesCase.isHeldAt(deadlines.now())) {
            return new HoldLapsed(salesCase.unit().unitNo(), salesCase.holdUntil());
        }
        PermitCheck permit = salesControl.mayTakeMoneyFor(caseId);
        if (permit instanceof Refusal no) {
            return new Declined(no);
        }
        OccupiedUnit unit = units.unitOf(caseId).orElseThrow();
        OpenOutcome opened = ledger.open(
                caseId,
                new AccountOpening(unit.projectId(), unit.projectName(), unit.projectCode(), unit.listPrice()),
                actor);
        if (opened instanceof Refusal no) {
            return new Declined(no);
        }
        ReceiveOutcome outcome = ledger.receive(
                caseId,
                new MoneyIn(Item.DEPOSIT, form.amount(), form.method(), form.payer(), form.bankSerial(), form.paidOn()),
                actor);
        if (!(outcome instanceof Received received)) {
            return new Declined((Refusal) outcome);
        }
        StepOutcome secured = salesControl.secure(caseId);
        if (secured instanceof Refusal no) {
            return new Declined(no);
        }
        Instant remindAt = deadlines.now().plus(rules.subscription().remindAfter());
        Instant superviseAt = deadlines.now().plus(rules.subscription().superviseAfter());
        salesCase.depositReceived(form.amount(), form.paidOn(), superviseAt);
        progress.leave(caseId, Stage.DEPOSIT);
        progress.enter(caseId, Stage.SUBSCRIPTION, deadlines.dayOf(superviseAt));
        return new DepositTaken(received.receiptNo(), remindAt, superviseAt);
    }

    /** The deposit is in and nobody has signed: the consultant is told. */
    public void remindSubscription(UUID caseId) {
        SalesCase salesCase = found(caseId);
        reminders.tellConsultant(salesCase, NoticeKind.SUBSCRIPTION_DUE, deadlines.dayOf(salesCase.subscribeBy()));
    }

    /** 督办认购: the site manager says what is the matter and gives the consultant a new deadline. */
    public Supervised superviseSubscription(UUID caseId, SupervisionForm form) {
        Instant superviseAt = deadlines.now().plus(Duration.ofDays(form.days()));
        found(caseId).supervised(form.note(), superviseAt);
        return new Supervised(deadlines.remindBefore(superviseAt), superviseAt);
    }

    /** Puts the unit of an undone sale back on the board; the case is closed unless money is still owed to the buyer. */
    public void releaseUnit(UUID caseId) {
        salesControl.release(caseId);
        SalesCase salesCase = found(caseId);
        if (salesCase.isBeingUndone() && !ledger.refundDue(caseId).isPositive()) {
            salesCase.undone(deadlines.now());
        }
    }

    /** 编写销售工作总结 and 销售完成: refused while money or work is open, saying which. */
    public ClosingOutcome close(UUID caseId, SummaryForm form, String actor) {
        SalesCase salesCase = found(caseId);
        Map<String, String> given = form.answers().stream()
                .collect(
                        Collectors.toMap(SummaryForm.Answer::code, SummaryForm.Answer::text, (first, second) -> first));
        List<String> unanswered = texts.writingGuide().stream()
                .filter(question -> !given.containsKey(question.code()))
                .map(DealTexts.Line::title)
                .toList();
        if (!unanswered.isEmpty()) {
            return new QuestionsOpen(unanswered);
        }
        Optional<ClosingOutcome> open = stillOpen(caseId);
        if (open.isPresent()) {
            return open.get();
        }
        List<SalesSummary.Answer> answers = texts.writingGuide().stream()
                .map(question -> new SalesSummary.Answer(question.code(), question.title(), given.get(question.code())))
                .toList();
        summaries.save(new SalesSummary(caseId, answers, actor, deadlines.now()));
        progress.leave(caseId, Stage.SUMMARY);
        salesCase.completed(deadlines.now());
        return new SaleCompleted(salesCase.no());
    }

    private Optional<ClosingOutcome> stillOpen(UUID caseId) {
        List<OpenInstalment> money = ledger.openMoney(caseId);
        if (!money.isEmpty()) {
            return Optional.of(new MoneyStillOpen(
                    money.stream().map(SalesDesk::line).toList(),
                    Money.sum(money.stream().map(OpenInstalment::rest).toList())));
        }
        Money pending = ledger.statement(caseId).map(Statement::pending).orElse(Money.ZERO);
        if (pending.isPositive()) {
            return Optional.of(new MoneyAwaiting(pending));
        }
        Money surplus = ledger.statement(caseId).map(Statement::unallocated).orElse(Money.ZERO);
        if (surplus.isPositive()) {
            return Optional.of(new MoneyToReturn(surplus));
        }
        List<String> others = tasks.namesBesides(caseId.toString(), THE_SUMMARY);
        if (!others.isEmpty()) {
            return Optional.of(new TasksStillOpen(others));
        }
        List<String> besides =
                matters.stream().flatMap(who -> who.of(caseId).stream()).toList();
        if (!besides.isEmpty()) {
            return Optional.of(new MattersStillOpen(besides));
        }
        List<Stage> stages = new ArrayList<>(progress.open(caseId));
        stages.remove(Stage.SUMMARY);
        return stages.isEmpty() ? Optional.empty() : Optional.of(new StagesStillOpen(stages));
    }

    private static String line(OpenInstalment open) {
        return "第%d期%s %s元".formatted(open.seq(), open.kindName(), open.rest().formatted());
    }

    private SalesCase found(UUID caseId) {
        return cases.findById(caseId).orElseThrow();
    }
}

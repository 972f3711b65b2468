package cn.anchang.mortgage;

import cn.anchang.mail.Letter;
import cn.anchang.mail.Outbox;
import cn.anchang.mortgage.MortgageForms.AnswerForm;
import cn.anchang.mortgage.MortgageForms.BankForm;
import cn.anchang.mortgage.MortgageForms.LoanContractForm;
import cn.anchang.mortgage.MortgageForms.PaperLine;
import cn.anchang.mortgage.MortgageForms.PapersForm;
import cn.anchang.mortgage.MortgageForms.RefusalForm;
import cn.anchang.mortgage.MortgageForms.ReleaseForm;
import cn.anchang.mortgage.MortgageForms.SubmissionForm;
import cn.anchang.mortgage.MortgageOutcome.AnswerReasonMissing;
import cn.anchang.mortgage.MortgageOutcome.Answered;
import cn.anchang.mortgage.MortgageOutcome.ApplicantsMissing;
import cn.anchang.mortgage.MortgageOutcome.ApprovedAmountMissing;
import cn.anchang.mortgage.MortgageOutcome.ApprovedTooMuch;
import cn.anchang.mortgage.MortgageOutcome.BankChosen;
import cn.anchang.mortgage.MortgageOutcome.BankDoesNotLend;
import cn.anchang.mortgage.MortgageOutcome.BankUnknown;
import cn.anchang.mortgage.MortgageOutcome.LoanDayImpossible;
import cn.anchang.mortgage.MortgageOutcome.LoanMoneyRefused;
import cn.anchang.mortgage.MortgageOutcome.LoanSigned;
import cn.anchang.mortgage.MortgageOutcome.NoLoanPlanned;
import cn.anchang.mortgage.MortgageOutcome.NotLess;
import cn.anchang.mortgage.MortgageOutcome.PapersChanged;
import cn.anchang.mortgage.MortgageOutcome.PapersNoted;
import cn.anchang.mortgage.MortgageOutcome.RefusalHandled;
import cn.anchang.mortgage.MortgageOutcome.ReleaseAwaiting;
import cn.anchang.mortgage.MortgageOutcome.ReleaseTooMuch;
import cn.anchang.mortgage.MortgageOutcome.Released;
import cn.anchang.mortgage.MortgageOutcome.Submitted;
import cn.anchang.mortgage.MortgageOutcome.WantedMissing;
import cn.anchang.mortgage.MortgageSettings.Bank;
import cn.anchang.mortgage.MortgageSettings.PaperRule;
import cn.anchang.organization.Sites;
import cn.anchang.organization.Staff;
import cn.anchang.payment.InstalmentKind;
import cn.anchang.payment.Item;
import cn.anchang.payment.Ledger;
import cn.anchang.payment.LoanKind;
import cn.anchang.payment.MoneyConfirmed;
import cn.anchang.payment.MoneyIn;
import cn.anchang.payment.OpenInstalment;
import cn.anchang.payment.PaymentMethod;
import cn.anchang.payment.PlanLine;
import cn.anchang.payment.PlanOutcome;
import cn.anchang.payment.PlanOutcome.PlanOpened;
import cn.anchang.payment.ReceiveOutcome;
import cn.anchang.payment.Statement;
import cn.anchang.payment.Statement.InstalmentView;
import cn.anchang.shared.Money;
import cn.anchang.shared.Refusal;
import cn.anchang.shared.Sentences;
import cn.anchang.shared.Site;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where a loan file is carried from choosing the bank to the release of the money. Each method is one step, in one transaction. */
@Service
@Transactional
public class MortgageDesk {

    /** Acts when nobody does: a clock, or what follows from an answer. */
    private static final String SYSTEM = "system";

    private final MortgageFiles files;
    private final MortgageSettings settings;
    private final MortgageProcess process;
    private final Ledger ledger;
    private final Outbox outbox;
    private final Staff staff;
    private final Sites sites;
    private final ApplicationEventPublisher events;
    private final Sentences sentences;
    private final Site site;
    private final Clock clock;

    MortgageDesk(
            MortgageFiles files,
            MortgageSettings settings,
            MortgageProcess process,
            Ledger ledger,
            Outbox outbox,
            Staff staff,
            Sites sites,
            ApplicationEventPublisher events,
            Sentences sentences,
            Site site,
            Clock clock) {
        this.files = files;
        this.settings = settings;
        this.process = process;
        this.ledger = ledger;
        this.outbox = outbox;
        this.staff = staff;
        this.sites = sites;
        this.events = events;
        this.sentences = sentences;
        this.site = site;
        this.clock = clock;
    }

    /** 选定贷款银行, for the loans of the payment plan; what papers it asks for is known from then on (R14). */
    public MortgageOutcome choose(UUID caseId, BankForm form, String by) {
        Optional<Bank> known = settings.bank(form.bank());
        List<String> applicants = listed(form.applicants());
        Map<LoanKind, Money> loans = planned(caseId);
        if (known.isEmpty()) {
            return new BankUnknown();
        } else if (loans.isEmpty()) {
            return new NoLoanPlanned();
        } else if (applicants.isEmpty()) {
            return new ApplicantsMissing();
        }
        Bank bank = known.get();
        for (LoanKind kind : loans.keySet()) {
            if (!bank.kinds().contains(kind)) {
                return new BankDoesNotLend(bank.name(), kind);
            }
        }
        LocalDate papersBy = today().plusDays(settings.papersDays());
        Mortgage file = files.findByCaseId(caseId).orElseGet(() -> new Mortgage(caseId));
        file.at(bank, loans, String.join("、", applicants), papers(bank, loans, applicants), papersBy);
        note(file, by, "mortgage.note.bank", bank.name(), papersBy);
        files.save(file);
        return new BankChosen(morningOf(papersBy));
    }

    private List<LoanPaper> papers(Bank bank, Map<LoanKind, Money> loans, List<String> applicants) {
        List<LoanPaper> papers = new ArrayList<>();
        for (PaperRule rule : settings.papers()) {
            if (!rule.isAskedBy(bank.code(), loans.keySet())) {
                continue;
            }
            for (String applicant : rule.each() ? applicants : List.of("")) {
                papers.add(new LoanPaper(
                        rule.code() + "-" + (papers.size() + 1), rule.title(), applicant, rule.fetches(), null, null));
            }
        }
        return papers;
    }

    private Map<LoanKind, Money> planned(UUID caseId) {
        Map<LoanKind, Money> loans = new EnumMap<>(LoanKind.class);
        for (InstalmentView line :
                ledger.statement(caseId).map(Statement::instalments).orElse(List.of())) {
            for (LoanKind kind : LoanKind.values()) {
                if (kind.line() == line.kind()) {
                    loans.merge(kind, line.amount(), Money::plus);
                }
            }
        }
        return loans;
    }

    /** 收集按揭资料: what came in and what is the matter with the rest; the task comes back until nothing is missing. */
    public MortgageOutcome collect(UUID caseId, PapersForm form, String by) {
        Mortgage file = file(caseId);
        Map<String, PaperLine> said = new HashMap<>();
        form.papers().forEach(line -> said.put(line.key(), line));
        if (!file.papers().stream().allMatch(paper -> said.containsKey(paper.paperKey()))) {
            return new PapersChanged();
        }
        file.papers(file.papers().stream()
                .map(paper -> noted(paper, said.get(paper.paperKey())))
                .toList());
        int missing =
                (int) file.papers().stream().filter(paper -> !paper.isThere()).count();
        note(
                file,
                by,
                missing == 0 ? "mortgage.note.papersComplete" : "mortgage.note.papersMissing",
                file.papers().size() - missing,
                missing);
        return new PapersNoted(missing == 0, missing);
    }

    private LoanPaper noted(LoanPaper paper, PaperLine line) {
        boolean received = Boolean.TRUE.equals(line.received());
        return paper.with(received ? paper.isThere() ? paper.receivedOn() : today() : null, line.note());
    }

    /** 报送银行. */
    public MortgageOutcome submit(UUID caseId, SubmissionForm form, String by) {
        if (form.submittedOn().isAfter(today())) {
            return new LoanDayImpossible(form.submittedOn(), today(), today());
        }
        Mortgage file = file(caseId);
        file.submitted(form.submittedOn());
        note(file, by, "mortgage.note.submitted", file.bankName(), form.submittedOn());
        return new Submitted();
    }

    /** 登记审批结果: all of it, less, more papers, or no. */
    public MortgageOutcome answer(UUID caseId, AnswerForm form, String consultant, String by) {
        Mortgage file = file(caseId);
        if (form.decidedOn().isAfter(today()) || form.decidedOn().isBefore(file.submittedOn())) {
            return new LoanDayImpossible(form.decidedOn(), file.submittedOn(), today());
        }
        switch (form.answer()) {
            case APPROVED:
                Map<LoanKind, Money> all = new EnumMap<>(LoanKind.class);
                file.parts().forEach(part -> all.put(part.kind(), part.planned()));
                file.approved(all, form.decidedOn());
                note(file, by, "mortgage.note.approved", file.bankName(), Money.sum(all.values()));
                return new Answered(BankAnswer.APPROVED);
            case LESS:
                return less(file, form, by);
            case PAPERS:
                List<String> wanted = listed(form.wanted());
                if (wanted.isEmpty()) {
                    return new WantedMissing();
                }
                int next = file.papers().size();
                List<LoanPaper> more = new ArrayList<>();
                for (String title : wanted) {
                    next++;
                    more.add(new LoanPaper("more-" + next, title, "", Fetcher.BUYER, null, null));
                }
                file.morePapers(more);
                note(file, by, "mortgage.note.wanted", file.bankName(), wanted);
                return new Answered(BankAnswer.PAPERS);
            default:
                if (form.reason() == null || form.reason().isBlank()) {
                    return new AnswerReasonMissing();
                }
                file.refused(form.decidedOn());
                note(file, by, "mortgage.note.refused", file.bankName(), form.reason());
                events.publishEvent(
                        new LoanRefused(caseId, consultant, file.bankName(), form.reason(), form.decidedOn(), by));
                return new Answered(BankAnswer.REFUSED);
        }
    }

    private MortgageOutcome less(Mortgage file, AnswerForm form, String by) {
        Map<LoanKind, Money> approved = new EnumMap<>(LoanKind.class);
        for (LoanPart part : file.parts()) {
            Money amount = part.kind() == LoanKind.COMMERCIAL ? form.commercialApproved() : form.fundApproved();
            if (amount == null) {
                return new ApprovedAmountMissing(part.kind());
            } else if (amount.isMoreThan(part.planned())) {
                return new ApprovedTooMuch(part.kind(), amount, part.planned());
            }
            approved.put(part.kind(), amount);
        }
        Money sum = Money.sum(approved.values());
        Money planned = Money.sum(file.parts().stream().map(LoanPart::planned).toList());
        if (!sum.isPositive() || !planned.isMoreThan(sum)) {
            return new NotLess(sum, planned);
        }
        file.approved(approved, form.decidedOn());
        note(file, by, "mortgage.note.less", file.bankName(), sum, planned.minus(sum));
        return new Answered(BankAnswer.LESS);
    }

    /** 补差: what the bank does not lend becomes an instalment of the buyer's own, due soon after the decision (R15). */
    public void planShortfall(UUID caseId) {
        Mortgage file = file(caseId);
        Map<InstalmentKind, Money> lent = new EnumMap<>(InstalmentKind.class);
        file.parts().forEach(part -> lent.put(part.kind().line(), part.approved()));
        LocalDate agreed = file.decidedOn().plusDays(settings.gapDays());
        LocalDate dueOn = agreed.isBefore(today()) ? today() : agreed;
        Statement money = ledger.statement(caseId).orElseThrow();
        List<PlanLine> lines = Shortfall.plan(
                money.instalments().stream().map(InstalmentView::line).toList(), lent, dueOn);
        PlanOutcome revised = ledger.revisePlan(
                caseId, money.price(), lines, sentences.text("mortgage.plan.shortfall", file.bankName()), SYSTEM);
        if (!(revised instanceof PlanOpened)) {
            throw new IllegalStateException("The gap of sale %s cannot be planned: %s".formatted(caseId, revised));
        }
        note(file, SYSTEM, "mortgage.note.gap", lines.get(lines.size() - 1).amount(), dueOn);
    }

    /** 处理拒贷: another bank at once; other terms and undoing are asked for as a change of the sale. */
    public MortgageOutcome handleRefusal(UUID caseId, RefusalForm form, String by) {
        Mortgage file = file(caseId);
        note(file, by, "mortgage.note." + form.way(), form.reason());
        if (form.way() == RefusalWay.OTHER_TERMS) {
            events.publishEvent(new OtherTermsWanted(caseId, form.reason(), by));
        } else if (form.way() == RefusalWay.UNDO) {
            events.publishEvent(new UndoingWanted(caseId, form.reason(), by));
        }
        return new RefusalHandled(form.way());
    }

    /** 签订借款合同. */
    public MortgageOutcome sign(UUID caseId, LoanContractForm form, String by) {
        Mortgage file = file(caseId);
        if (form.signedOn().isAfter(today()) || form.signedOn().isBefore(file.decidedOn())) {
            return new LoanDayImpossible(form.signedOn(), file.decidedOn(), today());
        }
        file.signed(form.contractNo(), form.signedOn(), settings.releaseDays());
        List<LocalDate> days = file.releaseDays();
        note(file, by, "mortgage.note.signed", form.contractNo(), days.get(0));
        return new LoanSigned(morningOf(days.get(0)), morningOf(days.get(days.size() - 1)));
    }

    /** 登记放款, one payment of a lender at a time until the loans are in; money finance recorded elsewhere counts. */
    public MortgageOutcome release(UUID caseId, ReleaseForm form, String by) {
        Mortgage file = file(caseId);
        Money before = rest(caseId);
        Money pending = ledger.pending(caseId, true);
        if (form.amount().isMoreThan(before)) {
            return new ReleaseTooMuch(form.amount(), before);
        } else if (pending.isPositive() && !before.isMoreThan(pending)) {
            return new ReleaseAwaiting(pending);
        } else if (before.isPositive()) {
            ReceiveOutcome outcome = ledger.receive(
                    caseId,
                    new MoneyIn(
                            Item.LOAN,
                            form.amount(),
                            PaymentMethod.TRANSFER,
                            form.payer(),
                            form.bankSerial(),
                            form.paidOn()),
                    by);
            if (outcome instanceof Refusal no) {
                return new LoanMoneyRefused(no);
            }
            boolean counts = outcome instanceof ReceiveOutcome.Received;
            note(file, by, counts ? "mortgage.note.money" : "mortgage.note.awaiting", form.payer(), form.amount());
        }
        Money rest = rest(caseId);
        if (rest.isZero()) {
            file.released(form.paidOn());
            note(file, by, "mortgage.note.released", form.paidOn());
        }
        return new Released(rest.isZero(), rest);
    }

    /** A lender's money was recorded elsewhere, or confirmed by a second person: with the last of it the task is done. */
    @EventListener
    void on(MoneyConfirmed money) {
        boolean waits = files.findByCaseId(money.account())
                .filter(file -> file.state() == MortgageState.SIGNED)
                .isPresent();
        if (waits && rest(money.account()).isZero()) {
            process.loanMoneyComplete(money.account());
        }
    }

    /** What the lenders still owe. */
    @Transactional(readOnly = true)
    public Money rest(UUID caseId) {
        return Money.sum(ledger.openMoney(caseId).stream()
                .filter(line -> line.kind().byLender())
                .map(OpenInstalment::rest)
                .toList());
    }

    /** The file is not complete in time (R14): the consultant and those who collect are told, once a bank. */
    public void remindPapers(UUID caseId, String consultant) {
        Mortgage file = file(caseId);
        if (!file.tellPapersLate()) {
            return;
        }
        List<String> missing = file.papers().stream()
                .filter(paper -> !paper.isThere())
                .map(paper -> paper.applicant().isEmpty()
                        ? paper.title()
                        : sentences.text("mortgage.paperOf", paper.applicant(), paper.title()))
                .toList();
        note(file, SYSTEM, "mortgage.note.papersLate", missing);
        tell(caseId, consultant, "mortgage.letter.papers", file.papersBy(), missing);
        UUID project = ledger.statement(caseId).map(Statement::projectId).orElse(null);
        sites.membersAmong(staff.membersOf(Staff.MARKETING), project)
                .forEach(member -> tell(caseId, member, "mortgage.letter.papers", file.papersBy(), missing));
    }

    /** A lender has not released its money in time (R14): the consultant is told, once a loan. */
    public void remindRelease(UUID caseId, String consultant) {
        Mortgage file = file(caseId);
        Set<LoanKind> open = ledger.openMoney(caseId).stream()
                .flatMap(line -> Arrays.stream(LoanKind.values()).filter(kind -> kind.line() == line.kind()))
                .collect(Collectors.toSet());
        List<LoanKind> late = file.tellReleaseLate(today(), open);
        if (!late.isEmpty()) {
            note(file, SYSTEM, "mortgage.note.releaseLate", late, rest(caseId));
            tell(
                    caseId,
                    consultant,
                    "mortgage.letter.release",
                    file.bankName(),
                    file.bankContact(),
                    late,
                    rest(caseId));
        }
    }

    private void tell(UUID caseId, String person, String key, Object... arguments) {
        staff.mail(person)
                .ifPresent(address -> outbox.post(new Letter(
                        address,
                        sentences.text(key + ".subject"),
                        sentences.text(key, arguments) + "\n" + site.link("/money/" + caseId),
                        caseId.toString())));
    }

    /** The buyer pays another way, or the sale is undone: nothing more happens with the bank. Without a file nothing happens. */
    public void close(UUID caseId, String order, String by) {
        files.findByCaseId(caseId)
                .filter(file -> file.state() != MortgageState.CLOSED)
                .ifPresent(file -> {
                    file.closed();
                    note(file, by, "mortgage.note.closed", order);
                });
    }

    /** 付款方式变更 while the loan is under way: the file is closed and its process ends there. */
    public void termsChanged(UUID caseId, String order, String by) {
        close(caseId, order, by);
        process.termsChanged(caseId);
    }

    /** The bank says that nothing binds the buyer any more: the loan was paid back or called off. */
    public void settledWithBank(UUID caseId, String order, String by) {
        files.findByCaseId(caseId).ifPresent(file -> {
            file.settledWithBank();
            note(file, by, "mortgage.note.settled", order);
        });
    }

    /** The change that was asked for after the bank's refusal came to nothing. */
    public void requestEnded(UUID caseId) {
        process.requestEnded(caseId);
    }

    private void note(Mortgage file, String by, String key, Object... arguments) {
        file.note(clock.instant(), by, sentences.text(key, arguments));
    }

    private Mortgage file(UUID caseId) {
        return files.findByCaseId(caseId).orElseThrow();
    }

    private static List<String> listed(String text) {
        return text == null
                ? List.of()
                : Arrays.stream(text.split("[\\n、，,；;]"))
                        .map(String::strip)
                        .filter(part -> !part.isEmpty())
                        .toList();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), site.timeZone());
    }

    private Instant morningOf(LocalDate day) {
        return day.atTime(settings.morning()).atZone(site.timeZone()).toInstant();
    }
}

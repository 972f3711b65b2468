package cn.anchang.salescase;

import cn.anchang.customer.CustomerDesk;
import cn.anchang.customer.CustomerState;
import cn.anchang.inventory.SalesControl;
import cn.anchang.inventory.StepOutcome;
import cn.anchang.organization.Staff;
import cn.anchang.salescase.AftercareOutcome.DealChecked;
import cn.anchang.salescase.AftercareOutcome.DoneInTheFuture;
import cn.anchang.salescase.AftercareOutcome.DoneTooEarly;
import cn.anchang.salescase.AftercareOutcome.LinesOpen;
import cn.anchang.salescase.AftercareOutcome.ListOutdated;
import cn.anchang.salescase.AftercareOutcome.NotOnFile;
import cn.anchang.salescase.AftercareOutcome.OwnDeal;
import cn.anchang.salescase.AftercareOutcome.StepDone;
import cn.anchang.shared.Refusal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where a deal is checked and then wound up: papers, handover, title, each with its owner and its day. */
@Service
@Transactional
public class AftercareDesk {

    private final SalesCases cases;
    private final SalesContracts contracts;
    private final DealChecklists checklists;
    private final AftercareSteps steps;
    private final Progress progress;
    private final Reminders reminders;
    private final Deadlines deadlines;
    private final SalesRules rules;
    private final DealTexts texts;
    private final CustomerDesk customers;
    private final SalesControl salesControl;
    private final Staff staff;

    AftercareDesk(
            SalesCases cases,
            SalesContracts contracts,
            DealChecklists checklists,
            AftercareSteps steps,
            Progress progress,
            Reminders reminders,
            Deadlines deadlines,
            SalesRules rules,
            DealTexts texts,
            CustomerDesk customers,
            SalesControl salesControl,
            Staff staff) {
        this.cases = cases;
        this.contracts = contracts;
        this.checklists = checklists;
        this.steps = steps;
        this.progress = progress;
        this.reminders = reminders;
        this.deadlines = deadlines;
        this.rules = rules;
        this.texts = texts;
        this.customers = customers;
        this.salesControl = salesControl;
        this.staff = staff;
    }

    /** 核对成交客户检查表: each line ticked, by somebody who did not sell. */
    public AftercareOutcome checkDeal(UUID caseId, ChecklistForm form, String actor) {
        SalesCase salesCase = caseOf(caseId);
        if (!salesCase.mayBeCheckedBy(actor)) {
            return new OwnDeal(staff.displayName(salesCase.consultant()));
        } else if (!contractOf(caseId).isFiled()) {
            return new NotOnFile(contractOf(caseId).no());
        }
        Optional<AftercareOutcome> refusal = refusalOf(form.lines(), texts.checklist());
        if (refusal.isPresent()) {
            return refusal.get();
        }
        Map<String, ChecklistForm.Line> ticked =
                form.lines().stream().collect(Collectors.toMap(ChecklistForm.Line::code, line -> line));
        checklists.save(new DealChecklist(
                salesCase,
                texts.checklist().stream()
                        .map(line -> new DealChecklist.Line(
                                line.code(),
                                line.title(),
                                ticked.get(line.code()).note()))
                        .toList(),
                actor,
                deadlines.now()));
        salesCase.checked();
        LocalDate papersBy = deadlines.today().plusDays(rules.aftercare().papersDays());
        LocalDate deliverOn = contractOf(caseId).deliverOn();
        progress.leave(caseId, Stage.CHECKLIST);
        begin(caseId, AftercareKind.PAPERS, papersBy);
        begin(caseId, AftercareKind.HANDOVER, deliverOn);
        return new DealChecked(deadlines.endOf(papersBy), deadlines.endOf(deliverOn));
    }

    /** 移交成交资料. */
    public AftercareOutcome handOverPapers(UUID caseId, PapersForm form, String actor) {
        Optional<AftercareOutcome> refusal = refusalOf(form.lines(), texts.papers())
                .or(() -> refusalOf(form.handedOn(), contractOf(caseId).signedOn()));
        if (refusal.isPresent()) {
            return refusal.get();
        }
        finish(caseId, AftercareKind.PAPERS, form.handedOn(), actor, form.receivedBy(), form.note());
        return new StepDone(null);
    }

    /** 办理交房: the unit is delivered and the customer becomes an owner; the title is due from here. */
    public AftercareOutcome handOverUnit(UUID caseId, HandoverForm form, String actor) {
        Optional<AftercareOutcome> refusal =
                refusalOf(form.handedOn(), contractOf(caseId).filedOn());
        if (refusal.isPresent()) {
            return refusal.get();
        }
        StepOutcome delivered = salesControl.deliver(caseId);
        if (delivered instanceof Refusal no) {
            return new Declined(no);
        }
        customers.advance(caseOf(caseId).customerId(), CustomerState.OWNER);
        LocalDate titleBy = form.handedOn().plusDays(rules.aftercare().titleDays());
        begin(caseId, AftercareKind.TITLE, titleBy);
        String note = form.keys() == null ? form.note() : "钥匙%d把 %s".formatted(form.keys(), orEmpty(form.note()));
        finish(caseId, AftercareKind.HANDOVER, form.handedOn(), actor, form.receivedBy(), note.strip());
        return new StepDone(deadlines.endOf(titleBy));
    }

    /** 办理产权登记. */
    public AftercareOutcome registerTitle(UUID caseId, TitleForm form, String actor) {
        LocalDate handedOn = step(caseId, AftercareKind.HANDOVER).doneOn();
        Optional<AftercareOutcome> refusal = refusalOf(form.registeredOn(), handedOn);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        finish(caseId, AftercareKind.TITLE, form.registeredOn(), actor, form.titleNo(), form.note());
        return new StepDone(null);
    }

    /** A step's day is over and it is not done: it stays marked, and the card says so. */
    public void recordLate(UUID caseId, AftercareKind kind) {
        AftercareStep step = step(caseId, kind);
        if (step.missed(deadlines.now())) {
            reminders.tellLate(caseOf(caseId), step);
        }
    }

    private void begin(UUID caseId, AftercareKind kind, LocalDate dueOn) {
        steps.save(new AftercareStep(caseId, kind, dueOn));
        progress.enter(caseId, kind.stage(), dueOn);
    }

    private void finish(UUID caseId, AftercareKind kind, LocalDate on, String actor, String result, String note) {
        step(caseId, kind).done(on, actor, result, note, deadlines.now());
        progress.leave(caseId, kind.stage());
        boolean allDone = steps.findByCaseIdOrderByDueOn(caseId).stream().allMatch(AftercareStep::isDone);
        if (allDone) {
            progress.enter(caseId, Stage.SUMMARY);
        }
    }

    private Optional<AftercareOutcome> refusalOf(List<ChecklistForm.Line> given, List<DealTexts.Line> asked) {
        Set<String> codes = given.stream().map(ChecklistForm.Line::code).collect(Collectors.toSet());
        Set<String> expected = asked.stream().map(DealTexts.Line::code).collect(Collectors.toSet());
        if (!codes.equals(expected) || codes.size() != given.size()) {
            return Optional.of(new ListOutdated());
        }
        Set<String> ticked = given.stream()
                .filter(ChecklistForm.Line::ticked)
                .map(ChecklistForm.Line::code)
                .collect(Collectors.toSet());
        List<String> open = asked.stream()
                .filter(line -> !ticked.contains(line.code()))
                .map(DealTexts.Line::title)
                .toList();
        return open.isEmpty() ? Optional.empty() : Optional.of(new LinesOpen(open.size(), open));
    }

    private Optional<AftercareOutcome> refusalOf(LocalDate done, LocalDate earliest) {
        if (done.isAfter(deadlines.today())) {
            return Optional.of(new DoneInTheFuture(done));
        }
        return done.isBefore(earliest) ? Optional.of(new DoneTooEarly(done, earliest)) : Optional.empty();
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }

    private AftercareStep step(UUID caseId, AftercareKind kind) {
        return steps.findByCaseIdAndKind(caseId, kind).orElseThrow();
    }

    private SalesCase caseOf(UUID caseId) {
        return cases.findById(caseId).orElseThrow();
    }

    private SalesContract contractOf(UUID caseId) {
        return contracts.findByCaseId(caseId).orElseThrow();
    }
}

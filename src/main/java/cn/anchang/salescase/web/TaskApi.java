package cn.anchang.salescase.web;

import cn.anchang.engine.OpenTasks;
import cn.anchang.engine.OpenTasks.OpenTask;
import cn.anchang.inventory.UnitCatalogue;
import cn.anchang.inventory.UnitFilter;
import cn.anchang.inventory.UnitOffer;
import cn.anchang.payment.LoanKind;
import cn.anchang.payment.PaymentTerms;
import cn.anchang.payment.PlanLine;
import cn.anchang.payment.PlanOffer;
import cn.anchang.payment.PlanProposal;
import cn.anchang.salescase.CaseFile;
import cn.anchang.salescase.CaseFiles;
import cn.anchang.salescase.SalePlans;
import cn.anchang.shared.Money;
import cn.anchang.shared.Refusal;
import cn.anchang.shared.Sentences;
import java.math.BigDecimal;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** What a form in Tasklist asks for its task. Whoever may not read the task learns not even that there is one. */
@RestController
class TaskApi {

    record Offer(
            UUID id, String no, String building, int floor, String layout, String area, String use, String price) {}

    /** A plan with the loans it counts on. */
    record DrawnPlan(List<PlanLine> lines, Money commercialLoan, Money fundLoan, Money floor, String basis) {}

    record Offers(List<Offer> units, List<String> buildings, List<String> layouts) {}

    private final OpenTasks tasks;
    private final CaseFiles files;
    private final Cards cards;
    private final UnitCatalogue units;
    private final SalePlans plans;
    private final Sentences sentences;

    TaskApi(OpenTasks tasks, CaseFiles files, Cards cards, UnitCatalogue units, SalePlans plans, Sentences sentences) {
        this.tasks = tasks;
        this.files = files;
        this.cards = cards;
        this.units = units;
        this.plans = plans;
        this.sentences = sentences;
    }

    @GetMapping("/api/tasks/{taskId}/card")
    Card card(@PathVariable String taskId, Principal person) {
        OpenTask task = readable(taskId);
        return cards.of(task, fileOf(task), person.getName());
    }

    /** The units for sale in the case's project, as they stand now. */
    @GetMapping("/api/tasks/{taskId}/units")
    Offers units(
            @PathVariable String taskId,
            @RequestParam(required = false) String building,
            @RequestParam(required = false) String layout,
            @RequestParam(required = false) Integer floor,
            @RequestParam(required = false) BigDecimal minArea,
            @RequestParam(required = false) BigDecimal maxArea,
            @RequestParam(required = false) BigDecimal minPrice,
            @RequestParam(required = false) BigDecimal maxPrice) {
        UUID projectId = fileOf(readable(taskId)).salesCase().projectId();
        UnitFilter filter = new UnitFilter(
                blankToNull(building),
                null,
                blankToNull(layout),
                floor,
                minArea,
                maxArea,
                money(minPrice),
                money(maxPrice));
        List<String> buildings = units.projects().stream()
                .filter(project -> project.id().equals(projectId))
                .flatMap(project -> project.buildings().stream())
                .toList();
        return new Offers(
                units.available(projectId, filter).stream().map(this::offer).toList(),
                buildings,
                units.layouts(projectId));
    }

    /** The payment plan by today's rules, while the subscription is being filled in. */
    @GetMapping("/api/tasks/{taskId}/plan")
    ResponseEntity<Object> plan(
            @PathVariable String taskId,
            @RequestParam PaymentTerms terms,
            @RequestParam(required = false) BigDecimal commercialLoan,
            @RequestParam(required = false) BigDecimal fundLoan) {
        OpenTask task = readable(taskId);
        CaseFile file = fileOf(task);
        if (!task.definitionKey().equals("userTask_signSubscription")) {
            throw notFound();
        }
        PlanOffer offer = plans.draw(file.salesCase().id(), terms, money(commercialLoan), money(fundLoan));
        return offer instanceof PlanProposal proposal
                ? ResponseEntity.ok(new DrawnPlan(
                        proposal.lines(),
                        loan(proposal, LoanKind.COMMERCIAL),
                        loan(proposal, LoanKind.FUND),
                        proposal.downPaymentFloor(),
                        proposal.basis()))
                : ResponseEntity.unprocessableEntity()
                        .body(Map.of("type", "Refused", "message", sentences.of((Refusal) offer)));
    }

    private static Money loan(PlanProposal proposal, LoanKind kind) {
        Money sum = Money.sum(proposal.lines().stream()
                .filter(line -> line.kind() == kind.line())
                .map(PlanLine::amount)
                .toList());
        return sum.isPositive() ? sum : null;
    }

    private Offer offer(UnitOffer unit) {
        return new Offer(
                unit.unitId(),
                unit.unitNo(),
                unit.building(),
                unit.floor(),
                unit.layout() == null ? "" : unit.layout(),
                unit.area().stripTrailingZeros().toPlainString(),
                sentences.name(unit.use()),
                unit.listPrice().formatted());
    }

    private OpenTask readable(String taskId) {
        return tasks.readable(taskId).orElseThrow(TaskApi::notFound);
    }

    /** Tasks of other processes have no case. */
    private CaseFile fileOf(OpenTask task) {
        if (task.businessKey() == null || !task.processKey().startsWith("sales-case")) {
            throw notFound();
        }
        return files.of(UUID.fromString(task.businessKey())).orElseThrow(TaskApi::notFound);
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    private static Money money(BigDecimal amount) {
        return amount == null ? null : new Money(amount.setScale(2, java.math.RoundingMode.HALF_UP));
    }

    private static String blankToNull(String text) {
        return text == null || text.isBlank() ? null : text;
    }
}

package cn.anchang.marketing;

import cn.anchang.customer.Channel;
import cn.anchang.marketing.PlanOutcome.PlanRevisionInApproval;
import cn.anchang.shared.Money;
import cn.anchang.shared.Refusals;
import cn.anchang.shared.Sentences;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The plans as the rest of marketing asks for them. */
@Service
@Transactional
class PlanRegister implements Plans {

    private static final Set<PlanState> OPEN = Set.of(PlanState.DRAFTING, PlanState.IN_APPROVAL);

    private final PromotionPlans plans;
    private final PlanItems items;
    private final PlanProposals proposals;
    private final PlanEditions editions;
    private final PlanHistory history;
    private final PlanDesk desk;
    private final PromotionPlanProcess process;
    private final Refusals refusals;
    private final Sentences sentences;
    private final Clock clock;

    PlanRegister(
            PromotionPlans plans,
            PlanItems items,
            PlanProposals proposals,
            PlanEditions editions,
            PlanHistory history,
            PlanDesk desk,
            PromotionPlanProcess process,
            Refusals refusals,
            Sentences sentences,
            Clock clock) {
        this.plans = plans;
        this.items = items;
        this.proposals = proposals;
        this.editions = editions;
        this.history = history;
        this.desk = desk;
        this.process = process;
        this.refusals = refusals;
        this.sentences = sentences;
        this.clock = clock;
    }

    @Override
    public UUID openRevision(UUID planId, List<ProposalLine> lines, UUID summaryId, String by) {
        PromotionPlan asked = editions.plan(planId);
        plans.oneAtATime("plan-" + asked.documentId());
        Optional<PromotionPlan> open = plans.findFirstByDocumentIdAndStateIn(asked.documentId(), OPEN);
        if (open.isPresent() && open.get().state() == PlanState.IN_APPROVAL) {
            throw refusals.refused(new PlanRevisionInApproval(
                    open.get().documentNo(), open.get().versionNumber()));
        } else if (open.isPresent()) {
            PromotionPlan draft = open.get();
            return editions.take(draft, editions.content(draft), lines, summaryId, by)
                    .id();
        }
        PromotionPlan revision = editions.openRevision(latest(asked), lines, summaryId, by);
        process.revisionAsked(revision.id(), editions.subject(revision));
        return revision.id();
    }

    /** The edition that counts: the latest that was ever in force, else the one asked about. */
    private PromotionPlan latest(PromotionPlan asked) {
        return history.alive(asked.documentId())
                .filter(plan -> !OPEN.contains(plan.state()))
                .reduce((earlier, later) -> later)
                .orElse(asked);
    }

    @Override
    public UUID openNext(UUID planId, String conclusions, String by) {
        return desk.openNext(editions.plan(planId), conclusions, by);
    }

    @Override
    public UUID copy(UUID planId, String by) {
        PromotionPlan copy = editions.openCopy(editions.plan(planId), by);
        process.revisionAsked(copy.id(), editions.subject(copy));
        return copy.id();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<PlanView> find(UUID planId) {
        return plans.findById(planId).map(this::view);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<PlanView> inForce(UUID projectId) {
        LocalDate today = LocalDate.now(clock);
        List<PromotionPlan> inForce = plans.findByProjectIdAndStateOrderByStartsOnDesc(projectId, PlanState.IN_FORCE);
        return inForce.stream()
                .filter(plan -> !plan.startsOn().isAfter(today))
                .findFirst()
                .or(() -> inForce.stream().min(Comparator.comparing(PromotionPlan::startsOn)))
                .map(this::view);
    }

    private PlanView view(PromotionPlan plan) {
        return new PlanView(
                plan.id(),
                plan.documentId(),
                plan.versionId(),
                plan.projectId(),
                plan.documentNo(),
                plan.versionNumber(),
                plan.state(),
                editions.content(plan));
    }

    @Override
    @Transactional(readOnly = true)
    public List<CarriedOut> carriedOut(UUID planId) {
        Stream<CarriedOut> earlier = history.struckOut(editions.plan(planId)).stream()
                .map(one -> carriedOut(
                        one.item(), sentences.text("plan.struckOut", one.item().title(), one.versionNumber())));
        Stream<CarriedOut> now = items.of(planId).stream()
                .filter(item -> item.kind() == PlanItemKind.ACTIVITY && item.isDone())
                .map(item -> carriedOut(item, item.title()));
        return Stream.concat(earlier, now).toList();
    }

    private static CarriedOut carriedOut(PlanItem item, String title) {
        return new CarriedOut(
                item.key(),
                title,
                item.channel(),
                item.doneOn(),
                item.plannedCost(),
                item.actualCost(),
                item.visits(),
                item.leads(),
                item.result());
    }

    @Override
    @Transactional(readOnly = true)
    public List<ProposalTrace> followed(UUID summaryId) {
        return proposals.findBySummaryId(summaryId).stream().map(this::trace).toList();
    }

    private ProposalTrace trace(PlanProposal proposal) {
        PromotionPlan taken = editions.plan(proposal.planId());
        PromotionPlan counts = OPEN.contains(taken.state()) ? taken : latest(taken);
        Optional<PlanContent.Line> line = editions.content(counts)
                .lines()
                .filter(one -> proposal.proposalKey().equals(one.proposalKey()))
                .findFirst();
        String state = line.flatMap(one -> items.of(counts.id()).stream()
                        .filter(item -> item.key().equals(one.key()))
                        .findFirst())
                .map(item -> history.stateOf(item, counts))
                .orElseGet(() -> line.isPresent() || proposal.kind() == ProposalKind.GOAL
                        ? sentences.name(counts.state())
                        : sentences.text("plan.proposalStruckOut"));
        return new ProposalTrace(
                proposal.proposalKey(),
                counts.documentId(),
                counts.documentNo(),
                counts.versionNumber(),
                line.map(PlanContent.Line::says).orElse(proposal.title()),
                state);
    }

    @Override
    @Transactional(readOnly = true)
    public Map<Channel, Money> costs(UUID projectId, LocalDate from, LocalDate to) {
        Map<Channel, Money> costs = new EnumMap<>(Channel.class);
        items.activitiesOf(projectId, from, to)
                .forEach(item -> costs.merge(item.channel(), item.actualCost(), Money::plus));
        return costs;
    }
}

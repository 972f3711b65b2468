package cn.anchang.inventory;

import cn.anchang.approval.ApprovalProcess;
import cn.anchang.approval.Approvals;
import cn.anchang.approval.Documents;
import cn.anchang.approval.SubmitOutcome.Submitted;
import cn.anchang.approval.VersionApproved;
import cn.anchang.approval.VersionState;
import cn.anchang.approval.VersionView;
import cn.anchang.inventory.PriceListContent.BuildingPrices;
import cn.anchang.inventory.PriceListContent.ChangedPrice;
import cn.anchang.shared.Refusals;
import cn.anchang.shared.Sentences;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Price lists as versions of controlled documents, one document for a project and an effective day. */
@Component
class ControlledPriceLists implements PriceListApproval {

    private static final Set<VersionState> REFUSED = Set.of(VersionState.RETURNED, VersionState.REJECTED);

    private final PriceLists lists;
    private final PriceListLines lines;
    private final Prices prices;
    private final Projects projects;
    private final UnitChanges changes;
    private final Documents documents;
    private final Approvals approvals;
    private final ApprovalProcess process;
    private final Refusals refusals;
    private final Sentences sentences;
    private final Clock clock;

    ControlledPriceLists(
            PriceLists lists,
            PriceListLines lines,
            Prices prices,
            Projects projects,
            UnitChanges changes,
            Documents documents,
            Approvals approvals,
            ApprovalProcess process,
            Refusals refusals,
            Sentences sentences,
            Clock clock) {
        this.lists = lists;
        this.lines = lines;
        this.prices = prices;
        this.projects = projects;
        this.changes = changes;
        this.documents = documents;
        this.approvals = approvals;
        this.process = process;
        this.refusals = refusals;
        this.sentences = sentences;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Standing> latest(UUID projectId, LocalDate effectiveOn) {
        return latestList(projectId, effectiveOn).map(list -> {
            VersionView version = documents.versionView(list.versionId());
            return new Standing(list.id(), noOf(list), version.version(), version.state() == VersionState.SUBMITTED);
        });
    }

    private Optional<PriceList> latestList(UUID projectId, LocalDate effectiveOn) {
        return lists.findFirstByProjectIdAndEffectiveOnAndDocumentIdNotNullOrderByRevisionDesc(projectId, effectiveOn);
    }

    /** The prices that count for the list's day: of the list itself or of the last approved version before it. */
    private Optional<PriceList> approvedBefore(PriceList list) {
        return lists.findByDocumentIdOrderByRevisionDesc(list.documentId()).stream()
                .filter(other -> other.approvedAt() != null)
                .findFirst();
    }

    private String noOf(PriceList list) {
        return documents.view(list.documentId()).no();
    }

    /** A correction of prices already approved for that day repeats the ones it leaves alone, so that each version is whole. */
    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Submission submit(
            UUID projectId, LocalDate effectiveOn, String source, Map<UUID, UnitPrice> differing, String by) {
        String project = projects.findById(projectId).orElseThrow().name();
        Optional<PriceList> before = latestList(projectId, effectiveOn);
        Map<UUID, UnitPrice> all = new HashMap<>();
        before.flatMap(this::approvedBefore).ifPresent(approved -> all.putAll(lines.of(approved.id())));
        all.putAll(differing);
        if (before.isPresent() && before.get().approvedAt() == null) {
            VersionView version = documents.versionView(before.get().versionId());
            if (REFUSED.contains(version.state()) && lines.of(before.get().id()).equals(all)) {
                return new Submission(noOf(before.get()), version.version(), true);
            }
        }
        UUID document = before.map(PriceList::documentId)
                .orElseGet(() -> documents.open(
                        PriceListDocument.CODE,
                        sentences.text("price-list.title", project, effectiveOn),
                        projectId,
                        by));
        PriceList list = lists.saveAndFlush(new PriceList(
                projectId, lists.lastRevision(projectId) + 1, effectiveOn, source, document, by, clock.instant()));
        prices.write(list, all);
        UUID version = documents.draft(document, contentOf(list, project), by);
        Submitted submitted = refusals.accept(
                documents.submit(
                        document,
                        before.isEmpty() ? "" : sentences.text("price-list.corrected", source, differing.size()),
                        by),
                Submitted.class);
        list.putForward(version);
        lists.saveAndFlush(list);
        process.begin(document, version);
        return new Submission(noOf(list), submitted.version(), false);
    }

    private PriceListContent contentOf(PriceList list, String project) {
        List<BuildingPrices> buildings = lines.buildings(list.id(), list.effectiveOn());
        List<ChangedPrice> changed = lines.changed(list.id(), list.effectiveOn());
        return new PriceListContent(
                list.id(),
                project,
                list.effectiveOn(),
                list.source(),
                buildings.stream().mapToInt(BuildingPrices::units).sum(),
                buildings,
                changed.size(),
                changed.size() > PriceListDocument.READABLE ? List.of() : changed);
    }

    /** The approved version counts from now on, on and after its day; the one before it no longer does. */
    @EventListener
    void on(VersionApproved approved) {
        if (!approved.kind().equals(PriceListDocument.CODE)) {
            return;
        }
        PriceList list = lists.findByVersionId(approved.versionId()).orElseThrow();
        if (!isWhole(list)) {
            throw refusals.refused(new PricesAltered(noOf(list)));
        }
        lists.findByDocumentIdOrderByRevisionDesc(approved.documentId()).stream()
                .filter(other -> other.approvedAt() != null)
                .findFirst()
                .ifPresent(former -> documents.supersede(former.versionId(), approved.versionId()));
        list.approve(approved.at());
        lists.saveAndFlush(list);
        changes.repriced(list.projectId());
    }

    /** Whether its prices are those that its version says. */
    boolean isWhole(PriceList list) {
        return lines.digests(list.id())
                .equals(contentOf(list).buildings().stream()
                        .collect(Collectors.toMap(BuildingPrices::building, BuildingPrices::digest)));
    }

    private PriceListContent contentOf(PriceList list) {
        return documents.content(list.versionId(), PriceListContent.class);
    }

    /** Lists from before price lists were controlled documents were never approved, and stay in force. */
    @Override
    @Transactional(readOnly = true)
    public boolean holds(UUID listId, String building) {
        PriceList list = lists.findById(listId).orElseThrow();
        if (list.documentId() == null) {
            return true;
        }
        return approvals.holds(list.versionId())
                && contentOf(list).buildings().stream()
                        .filter(prices -> prices.building().equals(building))
                        .anyMatch(prices -> prices.digest().equals(lines.digest(listId, building)));
    }

    /** Whether all of it is as it was approved. */
    boolean holds(PriceList list) {
        return list.documentId() == null || approvals.holds(list.versionId()) && isWhole(list);
    }
}

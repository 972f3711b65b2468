package cn.anchang.approval;

import cn.anchang.approval.DecideOutcome.AlreadyDecided;
import cn.anchang.approval.DecideOutcome.ApproverIsPreparer;
import cn.anchang.approval.DecideOutcome.ContentChanged;
import cn.anchang.approval.DecideOutcome.Decided;
import cn.anchang.approval.DecideOutcome.DecidedEarlierStep;
import cn.anchang.approval.DecideOutcome.MatterWithdrawn;
import cn.anchang.approval.DecideOutcome.NotEntitled;
import cn.anchang.approval.DecideOutcome.ReasonMissing;
import cn.anchang.approval.WithdrawOutcome.DecidedMeanwhile;
import cn.anchang.approval.WithdrawOutcome.NotSubmitter;
import cn.anchang.approval.WithdrawOutcome.NothingSubmitted;
import cn.anchang.approval.WithdrawOutcome.OnItsWay;
import cn.anchang.approval.WithdrawOutcome.Withdrawn;
import cn.anchang.shared.BusinessCalendar;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Matters before their approvers: one matter, one decision, bound to the content it was made on (R36). */
@Service
@Transactional
public class Approvals {

    private final Drawers drawers;
    private final DocumentVersions versions;
    private final Matters matters;
    private final Seal seal;
    private final Entitlement entitlement;
    private final Approvers approvers;
    private final ApprovalSettings settings;
    private final ApprovalLetters letters;
    private final ApprovalProcess process;
    private final BusinessCalendar calendar;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Approvals(
            Drawers drawers,
            DocumentVersions versions,
            Matters matters,
            Seal seal,
            Entitlement entitlement,
            Approvers approvers,
            ApprovalSettings settings,
            ApprovalLetters letters,
            ApprovalProcess process,
            BusinessCalendar calendar,
            ApplicationEventPublisher events,
            Clock clock) {
        this.drawers = drawers;
        this.versions = versions;
        this.matters = matters;
        this.seal = seal;
        this.entitlement = entitlement;
        this.approvers = approvers;
        this.settings = settings;
        this.letters = letters;
        this.process = process;
        this.calendar = calendar;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Puts the next step of a submitted version before its group, or before the one above when everybody there is excluded.
     *
     * @return the matter's id
     * @throws IllegalStateException when the version is not submitted, or has no step left
     */
    public UUID bring(UUID versionId) {
        UUID site = drawers.locked(documentOf(versionId)).projectId();
        DocumentVersion version = drawers.version(versionId);
        int step = drawers.matters(versionId).size();
        if (version.state() != VersionState.SUBMITTED || step >= version.steps().size()) {
            throw new IllegalStateException("Version %s has no step to bring".formatted(versionId));
        }
        String routed = version.steps().get(step).stepGroup();
        String asked = entitlement
                .groupToAsk(routed, site, excluded(version, routed, step, site))
                .orElse(routed);
        Instant now = clock.instant();
        Matter matter = new Matter(
                version,
                step,
                asked,
                now,
                calendar.after(now, settings.remindAfter()),
                calendar.after(now, settings.escalateAfter()));
        return matters.save(matter).id();
    }

    /**
     * @param reason required unless agreed
     * @param fingerprintSeen of the content the approver had before them
     */
    public DecideOutcome decide(UUID matterId, Decision decision, String reason, String fingerprintSeen, String by) {
        ControlledDocument document = drawers.locked(view(matterId).documentId());
        Matter matter = drawers.matter(matterId);
        DocumentVersion version = drawers.version(matter.versionId());
        if (matter.state() == MatterState.WITHDRAWN) {
            return new MatterWithdrawn(approvers.displayName(matter.decidedBy()), matter.decidedAt());
        } else if (!matter.isOpen()) {
            return new AlreadyDecided(approvers.displayName(matter.decidedBy()), matter.decidedAt());
        } else if (!entitlement.isMember(by, matter.askedGroup(), document.projectId())
                && !entitlement.isMember(by, matter.escalatedTo(), document.projectId())) {
            return new NotEntitled(approvers.nameOf(matter.askedGroup()));
        } else if (version.interested().contains(by)) {
            return new ApproverIsPreparer(approvers.displayName(by));
        } else if (excluded(version, matter, document.projectId()).contains(by)) {
            return new DecidedEarlierStep(approvers.displayName(by));
        }
        String said = reason == null ? "" : reason.strip();
        if (decision != Decision.AGREE && said.isEmpty()) {
            return new ReasonMissing(decision);
        } else if (!matter.fingerprint().equals(fingerprintSeen)
                || !matter.fingerprint().equals(version.fingerprint())
                || !seal.isWhole(version)) {
            return new ContentChanged();
        }
        Instant now = clock.instant();
        matter.decide(decision, said.isEmpty() ? null : said, by, now);
        boolean further = decision == Decision.AGREE
                && matter.step() + 1 < version.steps().size();
        if (!further) {
            conclude(document, version, decision, said, by, now);
        }
        return new Decided(decision, further);
    }

    private void conclude(
            ControlledDocument document,
            DocumentVersion version,
            Decision decision,
            String reason,
            String by,
            Instant now) {
        String kind = document.kind();
        switch (decision) {
            case AGREE -> {
                version.approve(now);
                events.publishEvent(new VersionApproved(kind, document.id(), version.id(), by, now));
            }
            case RETURN -> {
                version.returned(now);
                events.publishEvent(new VersionReturned(kind, document.id(), version.id(), by, now, reason));
            }
            case REJECT -> {
                version.reject(now);
                events.publishEvent(new VersionRejected(kind, document.id(), version.id(), by, now, reason));
            }
        }
    }

    /** Takes the submitted version back before it is decided. Only its submitter may. */
    public WithdrawOutcome withdraw(UUID documentId, String by) {
        ControlledDocument document = drawers.locked(documentId);
        Optional<DocumentVersion> latest = drawers.latest(documentId);
        if (latest.isEmpty() || latest.get().state() == VersionState.DRAFT) {
            return new NothingSubmitted();
        }
        DocumentVersion version = latest.get();
        List<Matter> steps = drawers.matters(version.id());
        if (!by.equals(version.submittedBy())) {
            return new NotSubmitter(approvers.displayName(version.submittedBy()));
        } else if (version.state() != VersionState.SUBMITTED) {
            return steps.stream()
                    .filter(matter -> matter.wasSeen())
                    .reduce((earlier, later) -> later)
                    .<WithdrawOutcome>map(
                            last -> new DecidedMeanwhile(approvers.displayName(last.decidedBy()), last.decidedAt()))
                    .orElseGet(NothingSubmitted::new);
        }
        if (steps.stream().noneMatch(Matter::isOpen)) {
            return new OnItsWay();
        }
        Instant now = clock.instant();
        version.withdraw(now);
        List<Matter> open = steps.stream().filter(Matter::isOpen).toList();
        open.forEach(matter -> matter.withdraw(by, now));
        events.publishEvent(new VersionWithdrawn(document.kind(), documentId, version.id(), by, now));
        open.forEach(matter -> process.withdrawn(matter.id()));
        return new Withdrawn(version.number());
    }

    /** Approved, and its content is byte for byte what was approved. */
    @Transactional(readOnly = true)
    public boolean holds(UUID versionId) {
        return versions.findById(versionId)
                .filter(version -> seal.holds(version, matters.findByVersionIdOrderByStep(versionId)))
                .isPresent();
    }

    /** @throws IllegalArgumentException when there is no such matter */
    @Transactional(readOnly = true)
    public MatterView view(UUID matterId) {
        return matters.findById(matterId)
                .map(Matter::view)
                .orElseThrow(() -> new IllegalArgumentException("No matter " + matterId));
    }

    /** Reminds those who may decide, if nobody has yet. */
    public void remind(UUID matterId) {
        UUID site = drawers.locked(view(matterId).documentId()).projectId();
        Matter matter = drawers.matter(matterId);
        if (matter.isOpen() && matter.remindedAt() == null) {
            matter.reminded(clock.instant());
            DocumentVersion version = drawers.version(matter.versionId());
            letters.remind(
                    matter.view(), entitlement.entitled(matter.askedGroup(), site, excluded(version, matter, site)));
        }
    }

    /**
     * Asks the group above besides, and tells the submitter that it took so long.
     *
     * @return the group above, if there is one and nobody has decided yet
     */
    public Optional<String> escalate(UUID matterId) {
        UUID site = drawers.locked(view(matterId).documentId()).projectId();
        Matter matter = drawers.matter(matterId);
        if (!matter.isOpen() || matter.escalatedAt() != null) {
            return Optional.empty();
        }
        DocumentVersion version = drawers.version(matter.versionId());
        Set<String> excluded = excluded(version, matter, site);
        Optional<String> superior = entitlement.superior(matter.askedGroup(), site, excluded);
        matter.escalated(superior.orElse(null), clock.instant());
        letters.escalate(
                matter.view(),
                superior.map(group -> entitlement.entitled(group, site, excluded))
                        .orElse(List.of()),
                version.submittedBy());
        return superior;
    }

    private Set<String> excluded(DocumentVersion version, Matter matter, UUID site) {
        return excluded(version, matter.stepGroup(), matter.step(), site);
    }

    /**
     * Who wrote or submitted the version, and who decided an earlier step of it: two steps are two people. Where that would leave
     * nobody up to the top, the earlier decision excludes nobody.
     */
    private Set<String> excluded(DocumentVersion version, String group, int step, UUID site) {
        Set<String> all = new HashSet<>(version.interested());
        drawers.matters(version.id()).stream()
                .filter(earlier -> earlier.step() < step && earlier.wasSeen())
                .forEach(earlier -> all.add(earlier.decidedBy()));
        return entitlement.groupToAsk(group, site, all).isPresent() ? all : version.interested();
    }

    private UUID documentOf(UUID versionId) {
        return versions.findById(versionId).orElseThrow().documentId();
    }
}

package cn.anchang.change;

import cn.anchang.approval.Documents;
import cn.anchang.approval.Documents.Latest;
import cn.anchang.approval.MatterState;
import cn.anchang.approval.MatterView;
import cn.anchang.approval.VersionView;
import cn.anchang.organization.Sites;
import cn.anchang.organization.Staff;
import cn.anchang.salescase.ChangeKind;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Change orders as they are listed, to whom they are open. */
@Service
@Transactional(readOnly = true)
public class ChangeViews {

    private static final Limit MOST = Limit.of(200);
    private static final Set<String> SEE_ALL =
            Set.of(Staff.SITE_MANAGER, Staff.MARKETING_DIRECTOR, Staff.MANAGEMENT, Staff.FINANCE);

    /**
     * One order in a list.
     *
     * @param title what is to change, of which unit and whose
     * @param ruleSays by which rule it is whose to approve
     * @param ending what was done, why not, or why it was given up
     * @param fingerprint of what is to be agreed, when it waits for the person who looks; else null
     */
    public record ChangeLine(
            UUID id,
            String no,
            ChangeKind kind,
            ChangeState state,
            String title,
            UUID documentId,
            UUID caseId,
            String askedBy,
            Instant askedAt,
            String reason,
            String summary,
            String ruleSays,
            String ending,
            String fingerprint) {}

    private final ChangeOrders orders;
    private final ChangeSummaries summaries;
    private final ChangeProcess process;
    private final Documents documents;
    private final Staff staff;
    private final Sites sites;

    ChangeViews(
            ChangeOrders orders,
            ChangeSummaries summaries,
            ChangeProcess process,
            Documents documents,
            Staff staff,
            Sites sites) {
        this.orders = orders;
        this.summaries = summaries;
        this.process = process;
        this.documents = documents;
        this.staff = staff;
        this.sites = sites;
    }

    public boolean mayOpen(String person) {
        return staff.isConsultant(person) || seesAll(person);
    }

    public boolean seesAll(String person) {
        return staff.isInAnyOf(person, SEE_ALL);
    }

    /** The requests somebody made, the latest first. */
    public List<ChangeLine> askedBy(String person) {
        return lines(orders.askedBy(person, sites.closedTo(person), MOST));
    }

    /** The orders whose approval waits for the person signed in. */
    public List<ChangeLine> waiting() {
        return orders.findByStateInOrderByAskedAtDesc(Set.of(ChangeState.IN_APPROVAL), MOST).stream()
                .filter(order -> process.pending(order.id()).isPresent())
                .map(order -> line(order, fingerprint(order)))
                .toList();
    }

    /** All of the sites a person works on, or those in these states, for whoever may see all. */
    public List<ChangeLine> all(Set<ChangeState> states, String person) {
        return lines(orders.openTo(states, sites.closedTo(person), MOST));
    }

    public Optional<ChangeLine> find(UUID orderId) {
        return orders.findById(orderId).map(order -> line(order, null));
    }

    private String fingerprint(ChangeOrder order) {
        return documents
                .currentVersion(order.documentId())
                .map(documents::versionView)
                .map(VersionView::matters)
                .flatMap(matters -> matters.stream()
                        .filter(matter -> matter.state() == MatterState.OPEN)
                        .findFirst())
                .map(MatterView::fingerprint)
                .orElse(null);
    }

    /** What the documents say is read for all of them together. */
    private List<ChangeLine> lines(List<ChangeOrder> found) {
        Map<UUID, Latest<ChangeContent>> said =
                documents.latest(found.stream().map(ChangeOrder::documentId).toList(), ChangeContent.class);
        return found.stream()
                .map(order -> line(order, said.get(order.documentId()), null))
                .toList();
    }

    private ChangeLine line(ChangeOrder order, String fingerprint) {
        return line(
                order,
                documents
                        .latest(List.of(order.documentId()), ChangeContent.class)
                        .get(order.documentId()),
                fingerprint);
    }

    private ChangeLine line(ChangeOrder order, Latest<ChangeContent> said, String fingerprint) {
        Optional<ChangeContent> content = Optional.ofNullable(said.content());
        return new ChangeLine(
                order.id(),
                order.no(),
                order.kind(),
                order.state(),
                said.title(),
                order.documentId(),
                order.caseId(),
                order.askedBy(),
                order.askedAt(),
                content.map(ChangeContent::reason).orElse(""),
                content.map(summaries::of).orElse(""),
                order.ruleSays(),
                order.state() == ChangeState.FAILED ? order.failure() : order.outcome(),
                fingerprint);
    }
}

package cn.anchang.marketing;

import cn.anchang.customer.Channel;
import cn.anchang.shared.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The promotion plans, as other documents lead to them and quote them. */
public interface Plans {

    /**
     * Opens the draft of the next edition: what is approved now, and one line for each proposal. A draft that is open already takes
     * the lines.
     *
     * @return the edition's id
     * @throws cn.anchang.shared.Refused while the next edition is being approved
     */
    UUID openRevision(UUID planId, List<ProposalLine> proposals, UUID summaryId, String by);

    /** Opens the plan of the next stage, with the conclusions of this one in it. */
    UUID openNext(UUID planId, String conclusions, String by);

    /** A new document with the same content and no approval. */
    UUID copy(UUID planId, String by);

    Optional<PlanView> find(UUID planId);

    /** The edition a project is promoted by now. */
    Optional<PlanView> inForce(UUID projectId);

    /** The activities of an edition that took place, those of the editions before it included. */
    List<CarriedOut> carriedOut(UUID planId);

    /** What became of the proposals of a summary, in the plans they led to. */
    List<ProposalTrace> followed(UUID summaryId);

    /** What activities cost by channel: those that took place in this time, at their actual cost. */
    Map<Channel, Money> costs(UUID projectId, LocalDate from, LocalDate to);
}

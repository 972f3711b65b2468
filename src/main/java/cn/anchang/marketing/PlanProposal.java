package cn.anchang.marketing;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** A proposal of a stage summary that an edition took up; kept even when its line is struck out again. */
@Entity
@Table(name = "plan_proposals")
class PlanProposal {

    @Id
    private UUID id;

    private UUID planId;
    private UUID summaryId;
    private String proposalKey;

    @Enumerated(EnumType.STRING)
    private ProposalKind kind;

    private String title;

    protected PlanProposal() {}

    PlanProposal(UUID planId, UUID summaryId, ProposalLine proposal) {
        this.id = UUID.randomUUID();
        this.planId = planId;
        this.summaryId = summaryId;
        this.proposalKey = proposal.key();
        this.kind = proposal.kind();
        this.title = proposal.title();
    }

    UUID planId() {
        return planId;
    }

    UUID summaryId() {
        return summaryId;
    }

    String proposalKey() {
        return proposalKey;
    }

    ProposalKind kind() {
        return kind;
    }

    String title() {
        return title;
    }
}

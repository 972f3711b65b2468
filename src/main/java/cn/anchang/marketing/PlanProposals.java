package cn.anchang.marketing;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface PlanProposals extends JpaRepository<PlanProposal, UUID> {

    List<PlanProposal> findBySummaryId(UUID summaryId);

    List<PlanProposal> findByPlanIdIn(Collection<UUID> planIds);
}

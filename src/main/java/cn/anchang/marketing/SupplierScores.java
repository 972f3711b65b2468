package cn.anchang.marketing;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface SupplierScores extends JpaRepository<SupplierScore, UUID> {

    List<SupplierScore> findByPlanIdOrderBySupplierAscCriterionTitleAsc(UUID planId);
}

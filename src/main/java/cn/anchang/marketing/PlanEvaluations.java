package cn.anchang.marketing;

import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface PlanEvaluations extends JpaRepository<PlanEvaluation, UUID> {}

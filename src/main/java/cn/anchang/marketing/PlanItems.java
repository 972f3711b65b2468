package cn.anchang.marketing;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** All that plans have handed out. */
interface PlanItems extends JpaRepository<PlanItem, UUID> {

    @Query(
            "select i from PlanItem i where i.planId = :planId order by i.kind, i.turn nulls first, i.startsOn, i.dueOn, i.title")
    List<PlanItem> of(UUID planId);

    Optional<PlanItem> findByPlanIdAndKindAndItemKey(UUID planId, PlanItemKind kind, String itemKey);

    Optional<PlanItem> findByPlanIdAndKindAndTurn(UUID planId, PlanItemKind kind, int turn);

    /** What took place in this time, each once: what is carried over stands with the edition that did it. */
    @Query("""
            select i from PlanItem i
            where i.state = cn.anchang.marketing.PlanItemState.DONE and i.kind = cn.anchang.marketing.PlanItemKind.ACTIVITY
              and i.doneOn between :from and :to
              and i.planId in (select p.id from PromotionPlan p where p.projectId = :projectId)""")
    List<PlanItem> activitiesOf(UUID projectId, LocalDate from, LocalDate to);

    boolean existsByKindAndResultAndPlanIdNot(PlanItemKind kind, String result, UUID planId);
}

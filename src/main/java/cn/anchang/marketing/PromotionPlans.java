package cn.anchang.marketing;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** All editions of all promotion plans. */
interface PromotionPlans extends JpaRepository<PromotionPlan, UUID> {

    Optional<PromotionPlan> findByVersionId(UUID versionId);

    List<PromotionPlan> findByDocumentIdOrderByEdition(UUID documentId);

    Optional<PromotionPlan> findFirstByDocumentIdAndStateIn(UUID documentId, Collection<PlanState> states);

    List<PromotionPlan> findByProjectIdAndStateOrderByStartsOnDesc(UUID projectId, PlanState state);

    List<PromotionPlan> findByFollowsInOrderByOpenedAt(Collection<UUID> plans);

    /** Lets one revision of a document be opened at a time, until the transaction ends. */
    @Query(
            value = "select 1 from (select pg_advisory_xact_lock(hashtextextended(:key, 0))) as locked",
            nativeQuery = true)
    int oneAtATime(String key);
}

package cn.anchang.inventory;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface PriceLists extends JpaRepository<PriceList, UUID> {

    @Query("select coalesce(max(l.revision), 0) from PriceList l where l.projectId = :projectId")
    int lastRevision(UUID projectId);

    /** The latest under control for that day, whatever became of it. */
    Optional<PriceList> findFirstByProjectIdAndEffectiveOnAndDocumentIdNotNullOrderByRevisionDesc(
            UUID projectId, LocalDate effectiveOn);

    Optional<PriceList> findByVersionId(UUID versionId);

    List<PriceList> findByDocumentIdOrderByRevisionDesc(UUID documentId);

    /** Those under control that are not approved; most of them came back from approval. */
    List<PriceList> findByProjectIdAndApprovedAtNullOrderByRevisionDesc(UUID projectId);
}

package cn.anchang.change;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface SpecialPriceRequests extends JpaRepository<SpecialPriceRequest, UUID> {

    Optional<SpecialPriceRequest> findByDocumentId(UUID documentId);

    Optional<SpecialPriceRequest> findByCaseIdAndState(UUID caseId, SpecialPriceState state);

    /** Until the transaction ends nobody else asks a price for this sale. */
    @Query(
            nativeQuery = true,
            value = "select cast(pg_advisory_xact_lock(hashtextextended('special price ' || :sale, 0)) as text)")
    String oneAtATime(String sale);
}

package cn.anchang.inventory;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface PresalePermits extends JpaRepository<PresalePermit, UUID> {

    Optional<PresalePermit> findByPermitNo(String permitNo);

    @Query("select p from PresalePermit p join p.buildings b where b = :buildingId order by p.validTo desc")
    List<PresalePermit> covering(UUID buildingId);

    /** The permit under which money may be taken for this building on this day (R01). */
    default Optional<PresalePermit> valid(UUID buildingId, LocalDate day) {
        return covering(buildingId).stream()
                .filter(permit -> permit.allows(buildingId, day))
                .findFirst();
    }
}

package cn.anchang.inventory;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

interface UnitOccupancies extends JpaRepository<UnitOccupancy, UUID> {

    Optional<UnitOccupancy> findByCaseId(UUID caseId);

    /**
     * The one statement that decides a race (R24): it waits for a rival's transaction and then writes no row, instead of failing, so that
     * the loser's transaction lives on to name the winner.
     *
     * @return 1 for the winner, 0 for everybody else
     */
    @Modifying
    @Query(nativeQuery = true, value = """
                    insert into sales.unit_occupancy (unit_id, case_id, consultant, since, until, list_price, floor_price)
                    select id, :caseId, :consultant, :since, :until, :listPrice, :floorPrice
                      from sales.units where id = :unitId and state = 'AVAILABLE'
                    on conflict do nothing""")
    int take(
            UUID unitId,
            UUID caseId,
            String consultant,
            Instant since,
            Instant until,
            BigDecimal listPrice,
            BigDecimal floorPrice);

    /** A unit taken under a key of its own becomes the case's, once the case has given back the one it had. */
    @Modifying
    @Query(
            nativeQuery = true,
            value = "update sales.unit_occupancy set case_id = :caseId, until = null where unit_id = :unitId")
    int hand(UUID unitId, UUID caseId);
}

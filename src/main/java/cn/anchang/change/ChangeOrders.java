package cn.anchang.change;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface ChangeOrders extends JpaRepository<ChangeOrder, UUID> {

    Optional<ChangeOrder> findByDocumentId(UUID documentId);

    Optional<ChangeOrder> findFirstByCaseIdAndStateIn(UUID caseId, Collection<ChangeState> states);

    List<ChangeOrder> findByCaseIdOrderByAskedAtDesc(UUID caseId);

    /** Those this person asked for, the latest first, but for those about sales of these projects. */
    @Query("""
            select o from ChangeOrder o where o.askedBy = :person
               and exists (select 1 from SalesCase c where c.id = o.caseId and c.projectId not in :closed)
            order by o.askedAt desc""")
    List<ChangeOrder> askedBy(String person, Collection<UUID> closed, Limit most);

    List<ChangeOrder> findByStateInOrderByAskedAtDesc(Collection<ChangeState> states, Limit most);

    /** The latest first, but for those about sales of these projects. */
    @Query("""
            select o from ChangeOrder o where o.state in :states
               and exists (select 1 from SalesCase c where c.id = o.caseId and c.projectId not in :closed)
            order by o.askedAt desc""")
    List<ChangeOrder> openTo(Collection<ChangeState> states, Collection<UUID> closed, Limit most);

    /** Until the transaction ends nobody else asks for a change of this sale. */
    @Query(
            nativeQuery = true,
            value = "select cast(pg_advisory_xact_lock(hashtextextended('change ' || :caseId, 0)) as text)")
    String oneAtATime(String caseId);
}

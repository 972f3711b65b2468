package cn.anchang.salescase;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** All sales cases. */
public interface SalesCases extends Repository<SalesCase, UUID> {

    Optional<SalesCase> findById(UUID id);

    Optional<SalesCase> findByCustomerIdAndProjectIdAndStateIn(
            UUID customerId, UUID projectId, Collection<CaseState> states);

    List<SalesCase> findByCustomerIdAndStateIn(UUID customerId, Collection<CaseState> states);

    List<SalesCase> findByCustomerId(UUID customerId);

    /** By a part of the number of case, unit, subscription or contract, or by customer; the latest first. */
    @Query("""
            select c from SalesCase c
            where c.projectId not in :closed
              and (locate(lower(:part), lower(c.no)) > 0
                   or locate(lower(:part), lower(c.unit.unitNo)) > 0
                   or c.customerId in :customers
                   or exists (select 1 from Subscription s where s.caseId = c.id and locate(lower(:part), lower(s.no)) > 0)
                   or exists (select 1 from SalesContract k where k.caseId = c.id and locate(lower(:part), lower(k.no)) > 0))
            order by c.openedAt desc""")
    List<SalesCase> matching(String part, Collection<UUID> customers, Collection<UUID> closed, Limit most);

    List<SalesCase> findByStateOrderByOpenedAt(CaseState state);

    /** Likewise, of those that have a unit and are not closed; of one consultant, or of all when that is blank. */
    @Query("""
            select c from SalesCase c
            where c.closedAt is null and c.unit.unitNo is not null and c.projectId not in :closed
              and (:consultant = '' or c.consultant = :consultant)
              and (locate(lower(:part), lower(c.no)) > 0
                   or locate(lower(:part), lower(c.unit.unitNo)) > 0
                   or c.customerId in :customers)
            order by c.openedAt desc""")
    List<SalesCase> goingOn(
            String part, Collection<UUID> customers, String consultant, Collection<UUID> closed, Limit most);

    /** Those of these cases that are the consultant's or in one of these states. */
    @Query("select c.id from SalesCase c where c.id in :ids and (c.consultant = :consultant or c.state in :states)")
    List<UUID> idsOf(Collection<UUID> ids, String consultant, Collection<CaseState> states);

    SalesCase save(SalesCase salesCase);

    /**
     * Lets one reception of a customer at a project pass at a time, until the transaction ends, so that two at once open one case.
     */
    @Query(
            value = "select 1 from (select pg_advisory_xact_lock(hashtextextended(:key, 0))) as locked",
            nativeQuery = true)
    int oneAtATime(String key);
}

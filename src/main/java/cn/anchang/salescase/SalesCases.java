package cn.anchang.salescase;

import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** All sales cases. */
public interface SalesCases extends Repository<SalesCase, UUID> {

    Optional<SalesCase> findById(UUID id);

    Optional<SalesCase> findByCustomerIdAndProjectIdAndStateIn(
            UUID customerId, UUID projectId, Collection<CaseState> states);

    SalesCase save(SalesCase salesCase);

    /**
     * Lets one reception of a customer at a project pass at a time, until the transaction ends, so that two at once open one case.
     */
    @Query(
            value = "select 1 from (select pg_advisory_xact_lock(hashtextextended(:key, 0))) as locked",
            nativeQuery = true)
    int oneAtATime(String key);
}

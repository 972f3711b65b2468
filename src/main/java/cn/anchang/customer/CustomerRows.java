package cn.anchang.customer;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface CustomerRows extends JpaRepository<Customer, UUID> {

    /** The row of this phone, a merged one included. */
    Optional<Customer> findByPhone(String phone);

    List<Customer> findByPhoneIn(Collection<String> phones);

    /** Whoever is reached by this phone: of a row that was merged, the one that goes on. */
    default Optional<Customer> reachedBy(String phone) {
        return findByPhone(phone)
                .map(found -> found.mergedInto() == null
                        ? found
                        : findById(found.mergedInto()).orElseThrow());
    }

    List<Customer> findByMergedInto(UUID stays);

    /** In the order of their ids, so that two who want the same two rows wait for each other and never for ever. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select c from Customer c where c.id in :ids order by c.id")
    List<Customer> lock(Collection<UUID> ids);

    /** Whose name contains what was typed, without regard to case; a search, so never with wildcards of the typist's. */
    @Query(
            "select c.id from Customer c where c.mergedInto is null and locate(lower(:part), lower(c.name)) > 0 order by c.no desc")
    List<UUID> named(String part, Limit most);

    /** Until the transaction ends nobody else registers this phone; without it, two receptions at once would make one of them fail. */
    @Query(
            nativeQuery = true,
            value = "select cast(pg_advisory_xact_lock(hashtextextended('customer ' || :phone, 0)) as text)")
    String lockPhone(String phone);

    @Query(nativeQuery = true, value = "select nextval('sales.customer_numbers')")
    long nextNumber();
}

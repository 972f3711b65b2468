package cn.anchang.customer;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface CustomerRows extends JpaRepository<Customer, UUID> {

    Optional<Customer> findByPhone(String phone);

    List<Customer> findByPhoneIn(Collection<String> phones);

    /** Whose name contains what was typed, without regard to case; a search, so never with wildcards of the typist's. */
    @Query("select c.id from Customer c where locate(lower(:part), lower(c.name)) > 0 order by c.no desc")
    List<UUID> named(String part, Limit most);

    /** Until the transaction ends nobody else registers this phone; without it, two receptions at once would make one of them fail. */
    @Query(
            nativeQuery = true,
            value = "select cast(pg_advisory_xact_lock(hashtextextended('customer ' || :phone, 0)) as text)")
    String lockPhone(String phone);

    @Query(nativeQuery = true, value = "select nextval('sales.customer_numbers')")
    long nextNumber();
}

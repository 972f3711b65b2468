package cn.anchang.payment;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The accounts, one a sale. */
interface Accounts extends Repository<Account, UUID> {

    Optional<Account> findById(UUID id);

    boolean existsById(UUID id);

    Account save(Account account);

    /** Lets one cashier at a time act on an account; the next one waits here and then sees what was done. */
    @Query(value = "select id from sales.accounts where id = :id for update", nativeQuery = true)
    Optional<UUID> lock(UUID id);

    @Query("select p.account.id from Payment p where p.id = :paymentId")
    Optional<UUID> ofPayment(UUID paymentId);
}

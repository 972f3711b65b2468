package cn.anchang.payment;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface BankLines extends Repository<BankLine, UUID> {

    List<BankLine> findBySerialIn(Collection<String> serials);

    List<BankLine> findByStateOrderByPaidOnAscSerialAsc(BankLine.State state, Limit most);

    long countByState(BankLine.State state);

    /** Lets one person at a time decide about a line. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select l from BankLine l where l.id = :id")
    Optional<BankLine> lock(UUID id);

    BankLine save(BankLine line);

    /** Whether money under this serial number is on some account, or waits there for a second person. */
    @Query("select count(p) > 0 from Payment p where p.bankSerial = :serial and p.state in ('CONFIRMED', 'PENDING')")
    boolean isOnTheBooks(String serial);
}

package cn.anchang.payment;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The receipts of all books. */
interface Receipts extends Repository<Receipt, UUID> {

    Optional<Receipt> findById(UUID id);

    Optional<Receipt> findByReceiptNoIgnoreCase(String receiptNo);

    @Query("select r from Receipt r where r.account = :account order by r.number")
    List<Receipt> ofAccount(UUID account);

    @Query("select r from Receipt r where r.paymentId = :paymentId and r.voidedAt is null")
    Optional<Receipt> validOf(UUID paymentId);

    @Query("select r from Receipt r join fetch r.book order by r.issuedAt desc, r.number desc")
    List<Receipt> latest(Limit most);

    Receipt saveAndFlush(Receipt receipt);
}

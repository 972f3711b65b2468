package cn.anchang.payment;

import java.util.Collection;
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

    /** But for those of these projects. */
    @Query("""
            select r from Receipt r join fetch r.book b where b.projectId not in :closed
            order by r.issuedAt desc, r.number desc""")
    List<Receipt> latest(Collection<UUID> closed, Limit most);

    Receipt saveAndFlush(Receipt receipt);
}

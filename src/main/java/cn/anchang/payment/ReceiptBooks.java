package cn.anchang.payment;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The receipt books, one a project. */
interface ReceiptBooks extends Repository<ReceiptBook, UUID> {

    Optional<ReceiptBook> findByProjectId(UUID projectId);

    @Modifying
    @Query(value = """
                    insert into sales.receipt_books (id, project_id, code, name) values (:id, :projectId, :code, :name)
                    on conflict (project_id) do nothing""", nativeQuery = true)
    int addIfMissing(UUID id, UUID projectId, String code, String name);

    /**
     * The next number, in the caller's transaction: whoever comes next waits for its end, and its rollback gives the number back, so
     * no number is ever missing (R34).
     */
    @Query(
            value = "update sales.receipt_books set last_number = last_number + 1 where id = :id returning last_number",
            nativeQuery = true)
    long takeNumber(UUID id);
}

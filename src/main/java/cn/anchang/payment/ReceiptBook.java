package cn.anchang.payment;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** A project's book of receipts. Its numbers follow one another without a gap (R34). */
@Entity
@Table(name = "receipt_books")
class ReceiptBook {

    @Id
    private UUID id;

    private UUID projectId;
    private String code;
    private String name;
    private long lastNumber;

    protected ReceiptBook() {}

    ReceiptBook(UUID projectId, String code, String name) {
        this.id = UUID.randomUUID();
        this.projectId = projectId;
        this.code = code;
        this.name = name;
    }

    UUID id() {
        return id;
    }

    UUID projectId() {
        return projectId;
    }

    String code() {
        return code;
    }

    String name() {
        return name;
    }

    /** As printed: the book's code and at least six digits. */
    String numbered(long number) {
        return code + "%06d".formatted(number);
    }
}

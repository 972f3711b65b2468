package cn.anchang.payment;

import cn.anchang.shared.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** A receipt as it reads on paper. A void one keeps its number and says why it is void. */
public record ReceiptView(
        UUID id,
        UUID account,
        UUID paymentId,
        String receiptNo,
        ReceiptKind kind,
        String projectName,
        Item item,
        Money amount,
        String words,
        String payer,
        PaymentMethod method,
        LocalDate paidOn,
        String issuedBy,
        Instant issuedAt,
        String voidedBy,
        Instant voidedAt,
        String voidReason,
        String replacesNo,
        int prints) {

    public boolean valid() {
        return voidedAt == null;
    }
}

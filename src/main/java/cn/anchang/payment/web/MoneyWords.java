package cn.anchang.payment.web;

import cn.anchang.organization.Staff;
import cn.anchang.payment.InstalmentState;
import cn.anchang.payment.PaymentState;
import cn.anchang.payment.ReceiptView;
import cn.anchang.payment.Statement;
import cn.anchang.payment.Statement.AllocationView;
import cn.anchang.payment.Statement.InstalmentView;
import cn.anchang.payment.Statement.PaymentView;
import cn.anchang.shared.Sentences;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The ledger's values as people read them on the page; the templates call it instead of formatting by themselves. */
@Component("moneyWords")
class MoneyWords {

    private final Sentences sentences;
    private final Staff staff;

    MoneyWords(Sentences sentences, Staff staff) {
        this.sentences = sentences;
        this.staff = staff;
    }

    public String of(Object value) {
        return sentences.shown(value);
    }

    public String person(String userId) {
        return userId == null ? "" : staff.displayName(userId);
    }

    /** 第1期 定金转入 20,000.00; so for each line it pays. */
    public String pays(PaymentView payment) {
        return payment.pays().stream().map(this::line).collect(Collectors.joining("；"));
    }

    private String line(AllocationView part) {
        return "第%d期 %s %s".formatted(part.seq(), of(part.kind()), of(part.amount()));
    }

    /** The colour of an instalment's mark. */
    public String tone(InstalmentView line) {
        return switch (line.state()) {
            case PAID -> "good";
            case OVERDUE -> "bad";
            case PARTLY_PAID -> "warn";
            case DUE -> "brand";
            case NOT_DUE -> "";
        };
    }

    /** A void receipt is replaced only while its payment stands and has no other. */
    public boolean mayBeReissued(Statement statement, ReceiptView receipt) {
        return receipt.valid()
                || statement.payments().stream()
                                .anyMatch(payment -> payment.id().equals(receipt.paymentId())
                                        && payment.state() == PaymentState.CONFIRMED)
                        && statement.receipts().stream()
                                .noneMatch(other ->
                                        other.valid() && other.paymentId().equals(receipt.paymentId()));
    }

    public boolean anyOverdue(List<InstalmentView> lines) {
        return lines.stream().anyMatch(line -> line.state() == InstalmentState.OVERDUE);
    }
}

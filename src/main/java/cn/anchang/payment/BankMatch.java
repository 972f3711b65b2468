package cn.anchang.payment;

import cn.anchang.shared.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A line of a bank statement with the accounts it may belong to, the likeliest first.
 *
 * @param onTheBooks money under its serial number is recorded already
 * @param sure there is one likeliest account, and more than one thing speaks for it
 */
public record BankMatch(
        UUID id,
        String serial,
        LocalDate paidOn,
        Money amount,
        String payer,
        String remark,
        boolean onTheBooks,
        boolean sure,
        List<Candidate> candidates) {

    /** @param why what speaks for it, as people read it */
    public record Candidate(AccountLabel account, Item item, int weight, List<String> why) {}
}

package cn.anchang.collection;

import cn.anchang.payment.InstalmentKind;
import cn.anchang.payment.InstalmentState;
import cn.anchang.shared.Money;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A line of 客户回款跟踪表.
 *
 * @param paidOn the day of the last payment to it, or null
 * @param daysLate days after the due date, 0 for what is paid or not late
 * @param reminds whether 发送付款提醒 is remarked
 */
public record TrackingRow(
        UUID account,
        String customer,
        LocalDate paidOn,
        Money paid,
        InstalmentState status,
        boolean reminds,
        String contractNo,
        String project,
        String unitNo,
        int seq,
        InstalmentKind kind,
        LocalDate dueOn,
        Money amount,
        Money rest,
        long daysLate,
        String consultant) {}

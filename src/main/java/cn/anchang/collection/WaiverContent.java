package cn.anchang.collection;

import cn.anchang.payment.InstalmentKind;
import cn.anchang.shared.Money;
import java.time.LocalDate;
import java.util.UUID;

/**
 * What is asked to be waived, and what its approval binds.
 *
 * @param customer masked
 * @param fee accrued until that day
 * @param waived granted before
 * @param ruling who may grant it and why; null while it is only a draft
 */
record WaiverContent(
        UUID arrearsId,
        String caseNo,
        String customer,
        String project,
        String unitNo,
        int seq,
        InstalmentKind kind,
        LocalDate dueOn,
        LocalDate asOf,
        long daysLate,
        Money fee,
        Money waived,
        Money amount,
        String reason,
        WaiverRuling ruling) {

    /**
     * @param authority the group that decides
     * @param rule of the table {@code late-fee-authority}
     * @param table its version
     */
    record WaiverRuling(String authority, String reason, String rule, int table) {}

    WaiverContent ruled(WaiverRuling by) {
        return new WaiverContent(
                arrearsId, caseNo, customer, project, unitNo, seq, kind, dueOn, asOf, daysLate, fee, waived, amount,
                reason, by);
    }
}

package cn.anchang.collection;

import cn.anchang.payment.InstalmentKind;
import cn.anchang.shared.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * 催款函 as it was approved, to be printed and posted.
 *
 * @param no the number of the letter among the controlled documents; one for each line that is overdue
 * @param customer in full: the letter is theirs
 * @param days within which it asks to be paid, from the day it is posted
 * @param words said besides, or null
 * @param preparedBy who wrote it
 */
public record DemandLetter(
        UUID arrearsId,
        String no,
        String customer,
        String project,
        String unitNo,
        String contractNo,
        int seq,
        InstalmentKind kind,
        LocalDate dueOn,
        Money amount,
        Money rest,
        LocalDate asOf,
        List<LateFee.Row> fees,
        Money fee,
        Money waived,
        Money total,
        int days,
        String words,
        String preparedBy) {}

package cn.anchang.collection;

import cn.anchang.payment.InstalmentKind;
import cn.anchang.shared.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A 催款函 as it is approved: principal and late fee apart (R18), as of a day.
 *
 * @param customer masked
 * @param days granted from the day it is sent
 * @param words what is said besides, or null
 */
record DemandContent(
        UUID arrearsId,
        String caseNo,
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
        List<FeeRow> feeRows,
        Money fee,
        Money waived,
        int days,
        String words) {

    record FeeRow(LocalDate from, LocalDate to, long days, Money base, BigDecimal percent, Money amount) {

        static FeeRow of(LateFee.Row row) {
            return new FeeRow(row.from(), row.to(), row.days(), row.base(), row.percent(), row.amount());
        }
    }

    Money total() {
        return rest.plus(fee).minus(waived);
    }

    DemandLetter letter(String no, String customerName, String preparedBy) {
        return new DemandLetter(
                arrearsId,
                no,
                customerName,
                project,
                unitNo,
                contractNo,
                seq,
                kind,
                dueOn,
                amount,
                rest,
                asOf,
                feeRows.stream()
                        .map(row -> new LateFee.Row(
                                row.from(), row.to(), row.days(), row.base(), row.percent(), row.amount()))
                        .toList(),
                fee,
                waived,
                total(),
                days,
                words,
                preparedBy);
    }
}

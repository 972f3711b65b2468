package cn.anchang.change.web;

import cn.anchang.change.ChangeForm;
import cn.anchang.change.ChangeForm.PlanRow;
import cn.anchang.payment.InstalmentKind;
import cn.anchang.salescase.ChangeKind;
import cn.anchang.shared.Money;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What the page 提出变更 sends, as typed: lists in step, one entry a line of the plan. */
record ChangeRequest(
        UUID caseId,
        ChangeKind kind,
        String days,
        String line,
        String dueOn,
        List<String> planKey,
        List<InstalmentKind> planKind,
        List<String> planAmount,
        List<String> planDueOn,
        Boolean exception,
        String reason) {

    /** Empty when something cannot be read. */
    Optional<ChangeForm> read() {
        try {
            return reason == null || reason.isBlank() || reason.strip().length() > 500
                    ? Optional.empty()
                    : Optional.of(new ChangeForm(
                            caseId,
                            kind,
                            number(days),
                            number(line),
                            day(dueOn),
                            null,
                            null,
                            kind == ChangeKind.RESCHEDULE ? plan() : null,
                            null,
                            null,
                            exception,
                            null,
                            reason.strip()));
        } catch (IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }

    private List<PlanRow> plan() {
        List<PlanRow> rows = new ArrayList<>();
        for (int i = 0; i < planKind.size(); i++) {
            String amount = planAmount.get(i).replaceAll("[,，\\s]", "");
            if (!amount.isEmpty()) {
                rows.add(new PlanRow(
                        planKey.get(i),
                        planKind.get(i),
                        Money.of(new BigDecimal(amount)),
                        LocalDate.parse(planDueOn.get(i)),
                        null));
            }
        }
        return rows;
    }

    private static Integer number(String typed) {
        return typed == null || typed.isBlank() ? null : Integer.valueOf(typed.strip());
    }

    private static LocalDate day(String typed) {
        return typed == null || typed.isBlank() ? null : LocalDate.parse(typed.strip());
    }
}

package cn.anchang.collection;

import cn.anchang.payment.DueInstalments;
import cn.anchang.payment.DueLine;
import cn.anchang.shared.Money;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What lateness costs so far (R18): worked out from the ledger whenever it is asked, never part of the plan. */
@Service
@Transactional(readOnly = true)
public class LateFees {

    /** @param waived what was approved of not being asked for */
    public record Charge(LateFee fee, Money waived) {

        public Money owed() {
            Money owed = fee.total().minus(waived);
            return owed.isPositive() ? owed : Money.ZERO;
        }
    }

    private final DueInstalments due;
    private final ArrearsRows rows;
    private final WaiverRows waivers;
    private final ArrearsSettings settings;
    private final Clock clock;

    LateFees(DueInstalments due, ArrearsRows rows, WaiverRows waivers, ArrearsSettings settings, Clock clock) {
        this.due = due;
        this.rows = rows;
        this.waivers = waivers;
        this.settings = settings;
        this.clock = clock;
    }

    /** Until today. Nothing is asked of a line that the plan has no more. */
    public Charge of(Arrears arrears) {
        LateFee fee = lineOf(arrears).map(this::fee).orElse(LateFee.NONE);
        return new Charge(fee, waivers.waived(arrears));
    }

    LateFee fee(DueLine line) {
        return LateFee.of(
                line.amount(),
                line.dueOn(),
                due.paid(line.instalment()),
                LocalDate.now(clock),
                percentOf(line.account()));
    }

    Optional<DueLine> lineOf(Arrears arrears) {
        return due.line(arrears.account(), arrears.kind(), arrears.dueOn(), arrears.nth());
    }

    /** What the contract says, else what the company asks of everybody. */
    BigDecimal percentOf(UUID account) {
        return rows.contractPercent(account).orElse(settings.lateFeePercent());
    }
}

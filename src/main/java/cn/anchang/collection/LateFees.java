package cn.anchang.collection;

import cn.anchang.payment.DueInstalments;
import cn.anchang.payment.DueLine;
import cn.anchang.payment.PaidIn;
import cn.anchang.shared.Money;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
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

    /**
     * What is owed of one line: its principal, and what its lateness costs.
     *
     * @param rest nothing of a line that the plan has no more
     */
    record Owed(Money rest, Charge charge) {}

    /** Of many at once, by the id of the arrears. */
    Map<UUID, Owed> of(Collection<Arrears> many) {
        Set<UUID> accounts = many.stream().map(Arrears::account).collect(Collectors.toSet());
        Map<UUID, List<DueLine>> lines = due.lines(accounts).stream().collect(Collectors.groupingBy(DueLine::account));
        Map<UUID, DueLine> late = new HashMap<>();
        for (Arrears one : many) {
            lines.getOrDefault(one.account(), List.of()).stream()
                    .filter(line ->
                            line.kind() == one.kind() && line.dueOn().equals(one.dueOn()) && line.nth() == one.nth())
                    .findFirst()
                    .ifPresent(line -> late.put(one.id(), line));
        }
        Map<UUID, List<PaidIn>> paid =
                due.paid(late.values().stream().map(DueLine::instalment).collect(Collectors.toSet()));
        Map<UUID, BigDecimal> percents = rows.contractPercents(accounts);
        Map<UUID, Money> waived = waivers.waived(many);
        LocalDate today = LocalDate.now(clock);
        Map<UUID, Owed> owed = new HashMap<>();
        for (Arrears one : many) {
            DueLine line = late.get(one.id());
            LateFee fee = line == null
                    ? LateFee.NONE
                    : LateFee.of(
                            line.amount(),
                            line.dueOn(),
                            paid.getOrDefault(line.instalment(), List.of()),
                            today,
                            percents.getOrDefault(line.account(), settings.lateFeePercent()));
            owed.put(
                    one.id(),
                    new Owed(
                            line == null ? Money.ZERO : line.rest(),
                            new Charge(fee, waived.getOrDefault(one.id(), Money.ZERO))));
        }
        return owed;
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

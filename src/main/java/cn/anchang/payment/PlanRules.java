package cn.anchang.payment;

import static java.math.RoundingMode.DOWN;
import static java.math.RoundingMode.UP;

import cn.anchang.payment.PlanOffer.FundLoanTooHigh;
import cn.anchang.payment.PlanOffer.LoanMissing;
import cn.anchang.payment.PlanOffer.LoanTooHigh;
import cn.anchang.payment.PlanOutcome.FirstPaymentMissing;
import cn.anchang.payment.PlanOutcome.PlanLineNotPositive;
import cn.anchang.payment.PlanOutcome.PlanSumDiffers;
import cn.anchang.payment.PlanSettings.DownPayment;
import cn.anchang.payment.PlanSettings.Loans;
import cn.anchang.payment.PlanSettings.Schedule;
import cn.anchang.payment.PlanSettings.Share;
import cn.anchang.shared.Money;
import cn.anchang.shared.Refusal;
import cn.anchang.shared.Sentences;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/**
 * Draws payment plans by the rules of a day, and says whether a plan somebody changed still keeps them (R11, R12). Loans and later
 * instalments are rounded down, and the first payment takes what is left over: no cent is lost.
 */
@Service
public class PlanRules {

    private static final Money CENT = Money.of("0.01");

    private final PlanSettings settings;
    private final Sentences sentences;

    /** @throws IllegalArgumentException when a deposit may be higher than the share it is part of */
    PlanRules(PlanSettings settings, PaymentSettings payment, Sentences sentences) {
        this.settings = settings;
        this.sentences = sentences;
        settings.instalments().stream()
                .filter(schedule -> schedule.firstPercent().compareTo(payment.depositCapPercent()) <= 0)
                .findFirst()
                .ifPresent(schedule -> {
                    throw new IllegalArgumentException("The first share of %s leaves nothing beside a deposit of %s %%"
                            .formatted(schedule, payment.depositCapPercent()));
                });
    }

    public PlanOffer propose(PlanRequest request) {
        if (request.terms() == PaymentTerms.FULL) {
            return new PlanProposal(
                    PlanLine.inFull(request.price(), request.deposit(), request.depositOn(), request.signBy()),
                    Money.ZERO,
                    sentences.text("plan.basis.full"));
        }
        return request.terms() == PaymentTerms.INSTALMENTS ? inInstalments(request) : byLoan(request);
    }

    private PlanOffer inInstalments(PlanRequest request) {
        Schedule schedule = row(settings.instalments(), request);
        List<PlanLine> later = schedule.later().stream()
                .map(share -> line(
                        share.kind(),
                        down(share(request.price(), share.percent()), schedule.step()),
                        new DueRule(share.event(), share.days()),
                        request))
                .filter(line -> line.amount().isPositive())
                .toList();
        DownPayment rule = row(settings.downPayment(), request);
        return new PlanProposal(
                withFirst(request, later),
                floor(rule, request.price()),
                sentences.text(
                        "plan.basis.instalments",
                        schedule.from(),
                        plain(schedule.firstPercent()),
                        schedule.later().stream().map(this::words).collect(Collectors.joining("、")),
                        plain(rule.percent()),
                        floor(rule, request.price())));
    }

    private String words(Share share) {
        String key = share.days() == 0 ? "plan.share.on." : "plan.share.after.";
        return sentences.text(key + share.event(), share.days(), plain(share.percent()));
    }

    private PlanOffer byLoan(PlanRequest request) {
        DownPayment rule = row(settings.downPayment(), request);
        Loans lenders = row(settings.loans(), request);
        Money fundMost = Money.of(lenders.fundMost());
        Map<LoanKind, Money> loans = loans(request, lenders, most(rule, request));
        Money sum = Money.sum(loans.values());
        if (sum.isMoreThan(most(rule, request))) {
            return new LoanTooHigh(sum, most(rule, request), plain(rule.percent()));
        }
        for (LoanKind kind : loans.keySet()) {
            if (!loans.get(kind).isPositive()) {
                return new LoanMissing(kind);
            }
        }
        if (loans.getOrDefault(LoanKind.FUND, Money.ZERO).isMoreThan(fundMost)) {
            return new FundLoanTooHigh(loans.get(LoanKind.FUND), fundMost);
        }
        List<PlanLine> lines = loans.entrySet().stream()
                .map(loan -> line(loan.getKey().line(), loan.getValue(), released(loan.getKey(), lenders), request))
                .toList();
        String basis = sentences.text(
                "plan.basis.loan",
                rule.from(),
                plain(rule.percent()),
                floor(rule, request.price()),
                Money.of(lenders.step()));
        return new PlanProposal(
                withFirst(request, lines),
                floor(rule, request.price()),
                loans.containsKey(LoanKind.FUND) ? basis + sentences.text("plan.basis.fund", fundMost) : basis);
    }

    /** What was asked for, and where nothing was said as much as may be; the fund first, for its money is the cheaper. */
    private static Map<LoanKind, Money> loans(PlanRequest request, Loans lenders, Money most) {
        Map<LoanKind, Money> loans = new EnumMap<>(LoanKind.class);
        Money fundMost = Money.of(lenders.fundMost());
        switch (request.terms()) {
            case COMMERCIAL -> loans.put(LoanKind.COMMERCIAL, orMost(request.commercialLoan(), most, lenders));
            case FUND -> loans.put(LoanKind.FUND, orMost(request.fundLoan(), most.min(fundMost), lenders));
            default -> {
                Money fund = request.fundLoan();
                if (fund == null && request.commercialLoan() != null) {
                    fund = down(most.minus(request.commercialLoan()).min(fundMost), lenders.step());
                } else if (fund == null) {
                    Money half = down(most.times(new BigDecimal("0.5")), lenders.step());
                    fund = most.isMoreThan(fundMost) ? down(fundMost, lenders.step()) : half;
                }
                loans.put(LoanKind.COMMERCIAL, orMost(request.commercialLoan(), most.minus(fund), lenders));
                loans.put(LoanKind.FUND, fund);
            }
        }
        return loans;
    }

    private static Money orMost(Money asked, Money most, Loans lenders) {
        return asked == null ? down(most, lenders.step()) : asked;
    }

    private static DueRule released(LoanKind kind, Loans lenders) {
        return new DueRule(
                DueEvent.SIGNING, kind == LoanKind.COMMERCIAL ? lenders.commercialDays() : lenders.fundDays());
    }

    /** The deposit on its day, and by the day of signing all that no later line asks for. */
    private static List<PlanLine> withFirst(PlanRequest request, List<PlanLine> later) {
        List<PlanLine> lines = new ArrayList<>();
        if (request.deposit().isPositive()) {
            lines.add(new PlanLine(InstalmentKind.DEPOSIT, request.deposit(), request.depositOn()));
        }
        Money rest = request.price()
                .minus(request.deposit())
                .minus(Money.sum(later.stream().map(PlanLine::amount).toList()));
        lines.add(new PlanLine(InstalmentKind.FIRST, rest, request.signBy()));
        lines.addAll(later);
        return List.copyOf(lines);
    }

    private PlanLine line(InstalmentKind kind, Money amount, DueRule rule, PlanRequest request) {
        return new PlanLine(kind, amount, rule.dueOn(request.signBy(), handover(request)), rule);
    }

    /** The day a line is due under its rule as things stand; a line without a rule keeps its own. */
    public PlanLine dated(PlanLine line, PlanRequest request) {
        return line.rule() == null ? line : line(line.kind(), line.amount(), line.rule(), request);
    }

    private LocalDate handover(PlanRequest request) {
        return request.handoverOn() == null
                ? request.signBy().plusDays(settings.handoverAfterDays())
                : request.handoverOn();
    }

    /** Why these lines are no plan for what is asked; empty when they are one. Whether its days are possible is the caller's question. */
    public Optional<Refusal> check(PlanRequest request, List<PlanLine> lines) {
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).amount().isPositive()) {
                return Optional.of(new PlanLineNotPositive(i + 1));
            } else if (!request.terms().allows(lines.get(i).kind())) {
                return Optional.of(new KindNotOffered(lines.get(i).kind(), request.terms()));
            }
        }
        Money sum = Money.sum(lines.stream().map(PlanLine::amount).toList());
        if (!sum.equals(request.price())) {
            return Optional.of(
                    new PlanSumDiffers(request.price(), sum, request.price().minus(sum)));
        } else if (lines.stream().noneMatch(line -> line.kind().opensTheContract())) {
            return Optional.of(new FirstPaymentMissing());
        }
        return request.terms() == PaymentTerms.FULL ? Optional.empty() : shares(request, lines);
    }

    private Optional<Refusal> shares(PlanRequest request, List<PlanLine> lines) {
        for (LoanKind kind : LoanKind.values()) {
            Money planned = sum(lines, kind.line());
            Money fundMost = Money.of(this.<Loans>row(settings.loans(), request).fundMost());
            if (!request.terms().loans().contains(kind)) {
                continue;
            } else if (!planned.isPositive()) {
                return Optional.of(new LoanMissing(kind));
            } else if (request.loan(kind) != null && !request.loan(kind).equals(planned)) {
                return Optional.of(new LoanLineDiffers(kind, planned, request.loan(kind)));
            } else if (kind == LoanKind.FUND && planned.isMoreThan(fundMost)) {
                return Optional.of(new FundLoanTooHigh(planned, fundMost));
            }
        }
        DownPayment rule = row(settings.downPayment(), request);
        Money down = Money.sum(lines.stream()
                .filter(line -> line.kind().dueBySigning())
                .map(PlanLine::amount)
                .toList());
        Money floor = floor(rule, request.price());
        return floor.isMoreThan(down)
                ? Optional.of(new DownPaymentTooLow(down, floor, plain(rule.percent())))
                : Optional.empty();
    }

    private static Money sum(List<PlanLine> lines, InstalmentKind kind) {
        return Money.sum(lines.stream()
                .filter(line -> line.kind() == kind)
                .map(PlanLine::amount)
                .toList());
    }

    /** What may be borrowed in all: R11's share stays the buyer's own, and beside the deposit there is a first payment (R07). */
    private static Money most(DownPayment rule, PlanRequest request) {
        Money floor = floor(rule, request.price());
        Money own = request.deposit().plus(CENT);
        return request.price().minus(own.isMoreThan(floor) ? own : floor);
    }

    private static Money floor(DownPayment rule, Money price) {
        return Money.of(price.amount().multiply(rule.percent()).movePointLeft(2).setScale(2, UP));
    }

    private static Money share(Money price, BigDecimal percent) {
        return Money.of(price.amount().multiply(percent).movePointLeft(2).setScale(2, DOWN));
    }

    /** The next lower multiple of a step, never below zero. */
    private static Money down(Money amount, BigDecimal step) {
        return amount.isPositive()
                ? Money.of(amount.amount().divideToIntegralValue(step).multiply(step))
                : Money.ZERO;
    }

    private <R extends PlanSettings.Row> R row(List<R> rows, PlanRequest request) {
        return PlanSettings.of(rows, request.city(), request.use(), request.asOf());
    }

    private static String plain(BigDecimal percent) {
        return percent.stripTrailingZeros().toPlainString();
    }
}

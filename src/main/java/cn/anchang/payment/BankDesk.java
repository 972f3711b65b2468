package cn.anchang.payment;

import cn.anchang.organization.Sites;
import cn.anchang.payment.BankMatch.Candidate;
import cn.anchang.payment.BankOutcome.LineBooked;
import cn.anchang.payment.BankOutcome.LineDecided;
import cn.anchang.payment.BankOutcome.LineDismissed;
import cn.anchang.payment.BankOutcome.LineNotBooked;
import cn.anchang.payment.BankOutcome.LineOnTheBooks;
import cn.anchang.payment.ReceiveOutcome.AwaitingSecondPerson;
import cn.anchang.payment.ReceiveOutcome.Received;
import cn.anchang.payment.Statement.InstalmentView;
import cn.anchang.shared.Refusal;
import cn.anchang.shared.Sentences;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Proposes where the lines of bank statements belong; a person confirms each, and only then it is booked (R33). */
@Service
@Transactional
public class BankDesk {

    /** Numbers of cases, subscriptions, contracts and units, as people write them in a remark. */
    private static final Pattern NUMBER = Pattern.compile("[A-Za-z0-9]+(?:-[A-Za-z0-9]+)+");

    private static final int MOST_CANDIDATES = 5;
    private static final int BY_NUMBER = 3;
    private static final int BY_PAYER = 2;
    private static final int BY_AMOUNT = 2;
    private static final int SURE = 4;

    private final BankLines lines;
    private final Ledger ledger;
    private final AccountDirectory directory;
    private final Cashiers cashiers;
    private final Sites sites;
    private final Sentences sentences;
    private final Clock clock;

    BankDesk(
            BankLines lines,
            Ledger ledger,
            AccountDirectory directory,
            Cashiers cashiers,
            Sites sites,
            Sentences sentences,
            Clock clock) {
        this.lines = lines;
        this.ledger = ledger;
        this.directory = directory;
        this.cashiers = cashiers;
        this.sites = sites;
        this.sentences = sentences;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public long open() {
        return lines.countByState(BankLine.State.OPEN);
    }

    /** The lines nobody has decided about, the earliest first; what they may pay is looked for on the sites this person works on. */
    @Transactional(readOnly = true)
    public List<BankMatch> matches(int most, String person) {
        Set<UUID> closed = sites.closedTo(person);
        return lines.findByStateOrderByPaidOnAscSerialAsc(BankLine.State.OPEN, Limit.of(most)).stream()
                .map(line -> match(line, closed))
                .toList();
    }

    private BankMatch match(BankLine line, Set<UUID> closed) {
        Map<UUID, List<String>> why = new LinkedHashMap<>();
        Map<UUID, Integer> weights = new LinkedHashMap<>();
        Map<UUID, AccountLabel> labels = new LinkedHashMap<>();
        NUMBER.matcher(line.remark())
                .results()
                .map(found -> found.group())
                .forEach(number -> directory
                        .find(number, closed, MOST_CANDIDATES)
                        .forEach(label -> speaks(labels, weights, why, label, BY_NUMBER, "bank.why.number", number)));
        if (line.payer().length() > 1) {
            directory
                    .find(line.payer(), closed, MOST_CANDIDATES)
                    .forEach(label -> speaks(labels, weights, why, label, BY_PAYER, "bank.why.payer", line.payer()));
        }
        List<Candidate> candidates = new ArrayList<>();
        for (AccountLabel label : labels.values()) {
            Optional<Statement> account = ledger.statement(label.account());
            if (account.isEmpty() || directory.objection(label.account()).isPresent()) {
                continue;
            }
            Optional<InstalmentView> next = account.get().instalments().stream()
                    .filter(open -> open.rest().isPositive())
                    .findFirst();
            account.get().instalments().stream()
                    .filter(open -> open.rest().equals(line.amount()))
                    .findFirst()
                    .ifPresent(open ->
                            speaks(labels, weights, why, label, BY_AMOUNT, "bank.why.amount", open.seq(), open.kind()));
            candidates.add(new Candidate(
                    label,
                    next.map(open -> Item.paying(open.kind())).orElse(Item.BALANCE),
                    weights.get(label.account()),
                    why.get(label.account())));
        }
        candidates.sort(Comparator.comparing(Candidate::weight).reversed());
        boolean onTheBooks = lines.isOnTheBooks(line.serial());
        boolean sure = !onTheBooks
                && !candidates.isEmpty()
                && candidates.get(0).weight() >= SURE
                && (candidates.size() == 1
                        || candidates.get(0).weight() > candidates.get(1).weight());
        return new BankMatch(
                line.id(),
                line.serial(),
                line.paidOn(),
                line.amount(),
                line.payer(),
                line.remark(),
                onTheBooks,
                sure,
                candidates.stream().limit(MOST_CANDIDATES).toList());
    }

    private void speaks(
            Map<UUID, AccountLabel> labels,
            Map<UUID, Integer> weights,
            Map<UUID, List<String>> why,
            AccountLabel label,
            int weight,
            String key,
            Object... arguments) {
        labels.putIfAbsent(label.account(), label);
        weights.merge(label.account(), weight, Integer::sum);
        why.computeIfAbsent(label.account(), account -> new ArrayList<>()).add(sentences.text(key, arguments));
    }

    /** A person says where the line belongs: from then on it is money like any other. */
    public BankOutcome book(UUID lineId, UUID account, Item item, String by) {
        if (!cashiers.mayConfirmMoney(by)) {
            return new LineNotBooked(new NotFinance(by));
        }
        BankLine line = lines.lock(lineId).orElseThrow();
        if (!line.isOpen()) {
            return new LineDecided(line.serial());
        } else if (lines.isOnTheBooks(line.serial())) {
            return new LineOnTheBooks(line.serial());
        } else if (ledger.statement(account)
                .filter(known -> sites.isOpenTo(by, known.projectId()))
                .isEmpty()) {
            return new LineNotBooked(new RegistrationOutcome.AccountUnknown());
        }
        Optional<Refusal> objection = directory.objection(account);
        if (objection.isPresent()) {
            return new LineNotBooked(objection.get());
        }
        String payer = line.payer().isEmpty()
                ? directory.label(account).map(AccountLabel::customerName).orElse("")
                : line.payer();
        ReceiveOutcome outcome = ledger.receive(
                account,
                new MoneyIn(item, line.amount(), PaymentMethod.TRANSFER, payer, line.serial(), line.paidOn()),
                by,
                line.id());
        if (outcome instanceof Received received) {
            line.booked(account, received.paymentId(), act(by));
            return new LineBooked(line.serial(), line.amount(), false);
        } else if (outcome instanceof AwaitingSecondPerson awaiting) {
            line.booked(account, awaiting.paymentId(), act(by));
            return new LineBooked(line.serial(), line.amount(), true);
        }
        return new LineNotBooked((Refusal) outcome);
    }

    /** The line belongs to no sale, or is recorded already. */
    public BankOutcome dismiss(UUID lineId, String reason, String by) {
        if (!cashiers.mayConfirmMoney(by)) {
            return new LineNotBooked(new NotFinance(by));
        } else if (reason == null || reason.isBlank()) {
            return new LineNotBooked(new ReasonMissing());
        } else if (TextTooLong.exceeds(reason, TextTooLong.REASON)) {
            return new LineNotBooked(new TextTooLong(TextTooLong.REASON));
        }
        BankLine line = lines.lock(lineId).orElseThrow();
        if (!line.isOpen()) {
            return new LineDecided(line.serial());
        }
        line.dismissed(reason.strip(), act(by));
        return new LineDismissed(line.serial());
    }

    private Act act(String who) {
        return new Act(who, clock.instant(), clock.getZone());
    }
}

package cn.anchang.mail;

import jakarta.annotation.PreDestroy;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends what waits, in bundles of one transaction each; when one bundle was not all, over several connections at once. Several workers
 * never take the same letter; a server that is away costs a pause and no letter, and is one {@link ServerTrouble}. A crash between
 * sending and noting it sends the letters of that bundle again under the same Message-IDs.
 */
@Component
public class Delivery {

    private static final Logger log = LoggerFactory.getLogger(Delivery.class);

    private final Letters letters;
    private final Postman postman;
    private final ServerTroubles troubles;
    private final MailSettings settings;
    private final Map<String, LetterGuard> guards;
    private final EntityManager entities;
    private final TransactionTemplate eachOnItsOwn;
    private final Clock clock;
    private final ExecutorService others;

    Delivery(
            Letters letters,
            Postman postman,
            ServerTroubles troubles,
            MailSettings settings,
            ObjectProvider<LetterGuard> guards,
            EntityManager entities,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.letters = letters;
        this.postman = postman;
        this.troubles = troubles;
        this.settings = settings;
        this.guards = guards.stream().collect(Collectors.toMap(LetterGuard::name, Function.identity()));
        this.entities = entities;
        this.eachOnItsOwn = new TransactionTemplate(transactions);
        this.clock = clock;
        this.others = Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work, "letters");
            thread.setDaemon(true);
            return thread;
        });
        if (!postman.hasServer()) {
            log.warn("No mail server is configured (anchang.mail.host): letters wait in sales.letters.");
        }
    }

    @PreDestroy
    void rest() {
        others.shutdownNow();
    }

    /** What a bundle came to. */
    private record Bundle(int finished, boolean more) {}

    /** @return how many letters were finished: sent, held back or failed for good */
    @Scheduled(initialDelayString = "${anchang.mail.every}", fixedDelayString = "${anchang.mail.every}")
    public int deliverDue() {
        if (!postman.hasServer()) {
            return 0;
        }
        Instant now = clock.instant();
        List<Future<Integer>> helpers = new ArrayList<>();
        int finished = 0;
        try (Postman.Round round = postman.setOut()) {
            Bundle first = bundle(now, round);
            finished += first.finished();
            if (first.more()) {
                for (int i = 1; i < settings.connections(); i++) {
                    helpers.add(others.submit(() -> helped(now)));
                }
                finished += carryOn(now, round);
            }
        } finally {
            finished += sum(helpers);
        }
        return finished;
    }

    private int helped(Instant now) {
        try (Postman.Round round = postman.setOut()) {
            return carryOn(now, round);
        }
    }

    private int carryOn(Instant now, Postman.Round round) {
        int finished = 0;
        Bundle bundle;
        do {
            bundle = bundle(now, round);
            finished += bundle.finished();
        } while (bundle.more());
        return finished;
    }

    private static int sum(List<Future<Integer>> helpers) {
        int finished = 0;
        for (Future<Integer> helper : helpers) {
            try {
                finished += helper.get();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (ExecutionException e) {
                log.error("A worker gave up; its letters wait for the next round", e.getCause());
            }
        }
        return finished;
    }

    /** What is known of a bundle when its transaction fails: what the server has taken already, and the letter under way. */
    private static final class Carried {

        private final Map<UUID, String> taken = new LinkedHashMap<>();
        private UUID underWay;
    }

    private Bundle bundle(Instant now, Postman.Round round) {
        Carried carried = new Carried();
        try {
            return eachOnItsOwn.execute(status -> bundle(now, round, carried));
        } catch (RuntimeException e) {
            log.error("A bundle of letters fails at {}; what the server took before is noted", carried.underWay, e);
            carried.taken.forEach((id, words) -> noted(id, letter -> letter.sent(words, clock.instant())));
            if (carried.underWay != null && !carried.taken.containsKey(carried.underWay)) {
                noted(
                        carried.underWay,
                        letter -> letter.delayed(
                                e.toString(), settings.firstPause(), settings.longestPause(), clock.instant()));
            }
            return new Bundle(carried.taken.size(), false);
        }
    }

    /** Nothing of a bundle that failed is sent again with the next one: that would be every few seconds. */
    private void noted(UUID id, Consumer<PostedLetter> what) {
        try {
            eachOnItsOwn.executeWithoutResult(
                    status -> what.accept(letters.findById(id).orElseThrow()));
            eachOnItsOwn.executeWithoutResult(status -> letters.findById(id)
                    .filter(letter -> letter.state() != LetterState.WAITING)
                    .ifPresent(letter -> {
                        if (letter.state() == LetterState.SENT) {
                            sent(List.of(letter));
                        } else {
                            ended(letter, guardOf(letter));
                        }
                    }));
        } catch (RuntimeException e) {
            log.error("Letter {} could not be noted", id, e);
        }
    }

    private Bundle bundle(Instant now, Postman.Round round, Carried carried) {
        List<PostedLetter> due = letters.nextDue(now, settings.bundle());
        int finished = 0;
        boolean noServer = false;
        for (PostedLetter letter : due) {
            carried.underWay = letter.id();
            Step step = deliver(letter, round, now, carried);
            if (step == Step.NO_SERVER) {
                noServer = true;
                break;
            }
            finished += step == Step.FINISHED ? 1 : 0;
        }
        List<PostedLetter> sent = due.stream()
                .filter(letter -> letter.state() == LetterState.SENT)
                .toList();
        sent(sent);
        if (!noServer && !sent.isEmpty()) {
            troubles.over();
        }
        return new Bundle(finished, !noServer && due.size() == settings.bundle());
    }

    /** Their guards are told once for all of a bundle. */
    private void sent(List<PostedLetter> letters) {
        letters.stream()
                .filter(letter -> guardOf(letter) != null)
                .collect(
                        Collectors.groupingBy(this::guardOf, Collectors.mapping(PostedLetter::id, Collectors.toList())))
                .forEach(LetterGuard::sent);
    }

    private enum Step {
        FINISHED,
        DELAYED,
        NO_SERVER
    }

    /** Null when nobody is asked about it. */
    private LetterGuard guardOf(PostedLetter letter) {
        return letter.guard() == null ? null : guards.get(letter.guard());
    }

    private Step deliver(PostedLetter letter, Postman.Round round, Instant begun, Carried carried) {
        LetterGuard guard = guardOf(letter);
        if (guard != null) {
            LetterGuard.Verdict verdict = guard.ask(letter.id());
            if (verdict instanceof LetterGuard.Verdict.HoldBack no) {
                letter.heldBack(no.reason(), clock.instant());
                return ended(letter, guard);
            } else if (verdict instanceof LetterGuard.Verdict.NotBefore later
                    && later.moment().isAfter(begun)) {
                letter.notBefore(later.moment());
                return Step.DELAYED;
            } else if (verdict instanceof LetterGuard.Verdict.SendInstead other) {
                letter.rewritten(other.letter());
            }
        }
        Answer answer = round.carry(letter);
        Instant now = clock.instant();
        if (answer instanceof Answer.Taken taken) {
            carried.taken.put(letter.id(), taken.words());
            letter.sent(taken.words(), now);
            return Step.FINISHED;
        } else if (answer instanceof Answer.NoAddress none) {
            failed(letter, none.words(), now);
        } else if (answer instanceof Answer.Rejected rejected) {
            troubles.over();
            failed(letter, rejected.words(), now);
        } else if (answer instanceof Answer.Postponed postponed) {
            letter.delayed(postponed.words(), settings.firstPause(), settings.longestPause(), now);
            return Step.DELAYED;
        } else if (answer instanceof Answer.Unreachable unreachable) {
            letter.delayed(unreachable.words(), settings.firstPause(), settings.longestPause(), now);
            entities.flush();
            troubles.heard(letter.answer());
            return Step.NO_SERVER;
        }
        return ended(letter, guard);
    }

    private static Step ended(PostedLetter letter, LetterGuard guard) {
        if (guard != null) {
            guard.ended(letter.id(), letter.state(), letter.answer());
        }
        return Step.FINISHED;
    }

    private static void failed(PostedLetter letter, String words, Instant now) {
        letter.failed(words, now);
        log.warn("Letter {} will not be sent: {}", letter.id(), words);
    }
}

package cn.anchang.mail;

import java.time.Clock;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends what waits over one connection, each letter in a transaction of its own. Several workers never take the same letter; a server
 * that is away costs a pause and no letter, and is one {@link ServerTrouble}. A crash between sending and noting it sends the letter
 * again under the same Message-ID.
 */
@Component
public class Delivery {

    private static final Logger log = LoggerFactory.getLogger(Delivery.class);

    private final Letters letters;
    private final Postman postman;
    private final ServerTroubles troubles;
    private final MailSettings settings;
    private final TransactionTemplate eachOnItsOwn;
    private final Clock clock;

    Delivery(
            Letters letters,
            Postman postman,
            ServerTroubles troubles,
            MailSettings settings,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.letters = letters;
        this.postman = postman;
        this.troubles = troubles;
        this.settings = settings;
        this.eachOnItsOwn = new TransactionTemplate(transactions);
        this.clock = clock;
        if (!postman.hasServer()) {
            log.warn("No mail server is configured (anchang.mail.host): letters wait in sales.letters.");
        }
    }

    /** @return how many letters were finished, sent or failed for good */
    @Scheduled(initialDelayString = "${anchang.mail.every}", fixedDelayString = "${anchang.mail.every}")
    public int deliverDue() {
        if (!postman.hasServer()) {
            return 0;
        }
        Instant now = clock.instant();
        int finished = 0;
        try (Postman.Round round = postman.setOut()) {
            Step step;
            do {
                step = eachOnItsOwn.execute(status -> letters.nextDue(now)
                        .map(letter -> deliver(letter, round))
                        .orElse(Step.NOTHING_DUE));
                finished += step == Step.FINISHED ? 1 : 0;
            } while (step == Step.FINISHED || step == Step.DELAYED);
        }
        return finished;
    }

    private enum Step {
        FINISHED,
        DELAYED,
        NOTHING_DUE,
        NO_SERVER
    }

    private Step deliver(PostedLetter letter, Postman.Round round) {
        Answer answer = round.carry(letter);
        Instant now = clock.instant();
        if (answer instanceof Answer.NoAddress none) {
            return failed(letter, none.words(), now);
        } else if (answer instanceof Answer.Rejected rejected) {
            troubles.over();
            return failed(letter, rejected.words(), now);
        } else if (answer instanceof Answer.Postponed postponed) {
            letter.delayed(postponed.words(), settings.firstPause(), settings.longestPause(), now);
            return Step.DELAYED;
        } else if (answer instanceof Answer.Unreachable unreachable) {
            letter.delayed(unreachable.words(), settings.firstPause(), settings.longestPause(), now);
            troubles.heard(letter.answer());
            return Step.NO_SERVER;
        }
        troubles.over();
        letter.sent(now);
        return Step.FINISHED;
    }

    private static Step failed(PostedLetter letter, String words, Instant now) {
        letter.failed(words, now);
        log.warn("Letter {} will not be sent: {}", letter.id(), words);
        return Step.FINISHED;
    }
}

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
 * Sends what waits, each letter in a transaction of its own. Several workers never take the same letter; a server that is away costs
 * a pause and no letter. A crash between sending and noting it sends the letter again under the same Message-ID.
 */
@Component
public class Delivery {

    private static final Logger log = LoggerFactory.getLogger(Delivery.class);

    private final Letters letters;
    private final Postman postman;
    private final MailSettings settings;
    private final TransactionTemplate eachOnItsOwn;
    private final Clock clock;

    Delivery(
            Letters letters,
            Postman postman,
            MailSettings settings,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.letters = letters;
        this.postman = postman;
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
        Step step;
        do {
            step = eachOnItsOwn.execute(
                    status -> letters.nextDue(now).map(this::deliver).orElse(Step.NOTHING_DUE));
            finished += step == Step.FINISHED ? 1 : 0;
        } while (step == Step.FINISHED || step == Step.DELAYED);
        return finished;
    }

    private enum Step {
        FINISHED,
        DELAYED,
        NOTHING_DUE,
        NO_SERVER
    }

    private Step deliver(PostedLetter letter) {
        Answer answer = postman.carry(letter);
        Instant now = clock.instant();
        if (answer instanceof Answer.Rejected rejected) {
            letter.failed(rejected.words(), now);
            log.warn("Letter {} will not be sent: {}", letter.id(), rejected.words());
            return Step.FINISHED;
        } else if (answer instanceof Answer.Postponed postponed) {
            letter.delayed(postponed.words(), settings.firstPause(), settings.longestPause(), now);
            return Step.DELAYED;
        } else if (answer instanceof Answer.Unreachable unreachable) {
            letter.delayed(unreachable.words(), settings.firstPause(), settings.longestPause(), now);
            log.warn("The mail server does not answer, letters wait: {}", unreachable.words());
            return Step.NO_SERVER;
        }
        letter.sent(now);
        return Step.FINISHED;
    }
}

package cn.anchang.mail;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes letters in. Posting only writes a row: it is rolled back with what it tells about and never waits for a server. */
@Service
@Transactional
public class Outbox {

    private final Letters letters;
    private final MailSettings settings;
    private final MailServer server;
    private final Clock clock;

    Outbox(Letters letters, MailSettings settings, MailServer server, Clock clock) {
        this.letters = letters;
        this.settings = settings;
        this.server = server;
        this.clock = clock;
    }

    public UUID post(Letter letter) {
        return post(UUID.randomUUID(), letter);
    }

    /** @param id chosen by who keeps a row beside the letter */
    public UUID post(UUID id, Letter letter) {
        String domain = settings.from().substring(settings.from().indexOf('@') + 1);
        return letters.save(new PostedLetter(id, letter, domain, clock.instant()))
                .id();
    }

    /** The letters about something, the earliest first. */
    @Transactional(readOnly = true)
    public List<LetterView> about(String about) {
        return letters.findByAboutOrderByPostedAt(about).stream()
                .map(PostedLetter::view)
                .toList();
    }

    /** The letters posted last, the latest first. */
    @Transactional(readOnly = true)
    public List<LetterView> latest(int most) {
        return letters.findAllByOrderByPostedAtDesc(Limit.of(most)).stream()
                .map(PostedLetter::view)
                .toList();
    }

    @Transactional(readOnly = true)
    public Optional<LetterView> letter(UUID id) {
        return letters.findById(id).map(PostedLetter::view);
    }

    @Transactional(readOnly = true)
    public OutboxState state() {
        return new OutboxState(
                server.isThere(),
                letters.countByState(LetterState.WAITING),
                letters.countByState(LetterState.SENT),
                letters.countByState(LetterState.FAILED));
    }
}

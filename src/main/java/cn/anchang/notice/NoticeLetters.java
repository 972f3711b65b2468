package cn.anchang.notice;

import cn.anchang.mail.Letter;
import cn.anchang.mail.Outbox;
import cn.anchang.organization.Sites;
import cn.anchang.organization.Staff;
import cn.anchang.shared.Sentences;
import cn.anchang.shared.Site;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Puts what people want by mail into the outbox, all that is new to one person in one letter. What was read, or is over, before its
 * letter was written goes out no more.
 */
@Component
class NoticeLetters {

    /** What waited longer is not news. */
    private static final Duration NEWS = Duration.ofDays(2);

    private final JdbcClient database;
    private final Outbox outbox;
    private final Staff staff;
    private final Sites sites;
    private final Site site;
    private final Sentences sentences;
    private final NoticeSettings settings;
    private final TransactionTemplate eachOnItsOwn;
    private final Clock clock;

    NoticeLetters(
            JdbcClient database,
            Outbox outbox,
            Staff staff,
            Sites sites,
            Site site,
            Sentences sentences,
            NoticeSettings settings,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.database = database;
        this.outbox = outbox;
        this.staff = staff;
        this.sites = sites;
        this.site = site;
        this.sentences = sentences;
        this.settings = settings;
        this.eachOnItsOwn = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    private record Line(UUID id, Occasion occasion, String words, Instant madeAt) {}

    void post() {
        Instant now = clock.instant();
        database.sql("""
                        select distinct person from sales.staff_notices n
                         where by_mail and mailed_at is null and read_at is null and made_at > :news
                           and not exists (select 1 from sales.staff_notices m
                                            where m.person = n.person and m.mailed_at > :pause)""")
                .param("news", Timestamp.from(now.minus(NEWS)))
                .param("pause", Timestamp.from(now.minus(settings.letterPause())))
                .query(String.class)
                .list()
                .forEach(person -> eachOnItsOwn.executeWithoutResult(status -> post(person, now)));
    }

    /** The rows are marked and the letter is written in one transaction, so that a second worker finds nothing left to write. */
    private void post(String person, Instant now) {
        Optional<String> address = staff.mail(person);
        if (address.isEmpty()) {
            return;
        }
        List<Line> lines = database
                .sql("update sales.staff_notices set mailed_at = :now where person = :person and by_mail"
                        + " and mailed_at is null and read_at is null and made_at > :news and " + StaffNotices.OPEN
                        + " returning id, occasion, words, made_at")
                .param("now", Timestamp.from(now))
                .param("person", person)
                .param("news", Timestamp.from(now.minus(NEWS)))
                .param("closed", Sites.listed(sites.closedTo(person)))
                .query((row, n) -> new Line(
                        row.getObject("id", UUID.class),
                        Occasion.valueOf(row.getString("occasion")),
                        row.getString("words"),
                        row.getTimestamp("made_at").toInstant()))
                .list()
                .stream()
                .sorted(Comparator.comparing(Line::madeAt).thenComparing(Line::words))
                .toList();
        if (!lines.isEmpty()) {
            outbox.post(new Letter(address.get(), subject(lines), text(person, lines), "notices:" + person));
        }
    }

    private String subject(List<Line> lines) {
        return lines.size() == 1
                ? sentences.text("notice.letter.subject.one", lines.get(0).occasion())
                : sentences.text("notice.letter.subject", lines.size());
    }

    private String text(String person, List<Line> lines) {
        StringBuilder text =
                new StringBuilder(sentences.text("notice.letter.greeting", staff.displayName(person))).append("\n\n");
        lines.forEach(line -> text.append(sentences.text("notice.letter.line", line.occasion(), line.words()))
                .append('\n')
                .append(site.link("/notices/" + line.id()))
                .append("\n\n"));
        return text.append(sentences.text("notice.letter.end", site.link("/notices/settings")))
                .append('\n')
                .toString();
    }
}

package cn.anchang.mail;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The mail server's troubles. Several workers see the same one: the first that fails opens it, the first that succeeds closes it. */
@Service
public class ServerTroubles {

    private static final Logger log = LoggerFactory.getLogger(ServerTroubles.class);

    private static final String COLUMNS = "since, last_words, letters_waiting, ended_at";
    private static final RowMapper<ServerTrouble> TROUBLE = (row, number) -> new ServerTrouble(
            row.getTimestamp("since").toInstant(),
            row.getString("last_words"),
            row.getLong("letters_waiting"),
            row.getTimestamp("ended_at") == null
                    ? null
                    : row.getTimestamp("ended_at").toInstant());

    private final JdbcTemplate database;
    private final Clock clock;

    ServerTroubles(JdbcTemplate database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The one that lasts. */
    public Optional<ServerTrouble> open() {
        return database
                .query("select " + COLUMNS + " from sales.mail_server_troubles where ended_at is null", TROUBLE)
                .stream()
                .findFirst();
    }

    /** The latest first, the open one included. */
    public List<ServerTrouble> latest(int most) {
        return database.query(
                "select " + COLUMNS + " from sales.mail_server_troubles order by since desc limit ?", TROUBLE, most);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void heard(String words) {
        Timestamp now = Timestamp.from(clock.instant());
        int begun = database.update(
                "insert into sales.mail_server_troubles (id, since, last_words, letters_waiting)"
                        + " values (?, ?, ?, 0) on conflict do nothing",
                UUID.randomUUID(),
                now,
                words);
        database.update("""
                update sales.mail_server_troubles set last_words = ?,
                    letters_waiting = (select count(*) from sales.letters where state = 'WAITING')
                where ended_at is null""", words);
        if (begun == 1) {
            log.warn("The mail server takes nothing, letters wait: {}", words);
        }
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void over() {
        Instant now = clock.instant();
        database.query(
                        "update sales.mail_server_troubles set ended_at = ? where ended_at is null returning "
                                + COLUMNS,
                        TROUBLE,
                        Timestamp.from(now))
                .forEach(ended ->
                        log.info("The mail server takes letters again, after trouble since {}", ended.since()));
    }
}

package cn.anchang.shared;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives documents their numbers, continuous for each prefix and year. The number belongs to the caller's transaction: whoever
 * rolls back gives it back, and whoever comes second waits until the first has decided.
 */
@Component
public class DocumentNumbers {

    private final JdbcTemplate database;
    private final Clock clock;

    public DocumentNumbers(JdbcTemplate database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** For example {@code XS-2026-000123}. */
    @Transactional(propagation = Propagation.MANDATORY)
    public String next(String prefix) {
        int year = LocalDate.now(clock).getYear();
        Long number = database.queryForObject("""
                insert into sales.document_numbers (prefix, year, last) values (?, ?, 1)
                on conflict (prefix, year) do update set last = document_numbers.last + 1
                returning last""", Long.class, prefix, year);
        return "%s-%d-%06d".formatted(prefix, year, number);
    }
}

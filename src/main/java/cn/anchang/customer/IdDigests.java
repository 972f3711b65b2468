package cn.anchang.customer;

import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Gives numbers sealed before digests were kept theirs, once: only the key can, so no migration does. */
@Component
class IdDigests {

    private static final Logger LOG = LoggerFactory.getLogger(IdDigests.class);
    private static final int AT_ONCE = 500;

    private record Sealed(UUID id, byte[] number) {}

    private final JdbcTemplate database;
    private final PersonalData personalData;

    IdDigests(JdbcTemplate database, PersonalData personalData) {
        this.database = database;
        this.personalData = personalData;
    }

    @EventListener(ApplicationReadyEvent.class)
    void complete() {
        UUID last = new UUID(0, 0);
        List<Sealed> missing;
        do {
            missing = database.query(
                    "select id, id_no_sealed from sales.customers where id_no_sealed is not null and id_no_digest is null"
                            + " and id > ? order by id limit " + AT_ONCE,
                    (row, n) -> new Sealed(row.getObject("id", UUID.class), row.getBytes("id_no_sealed")),
                    last);
            for (Sealed one : missing) {
                last = one.id();
                digest(one);
            }
        } while (missing.size() == AT_ONCE);
    }

    private void digest(Sealed one) {
        try {
            database.update(
                    "update sales.customers set id_no_digest = ? where id = ? and id_no_digest is null",
                    personalData.digest(personalData.open(one.number(), one.id())),
                    one.id());
        } catch (IllegalStateException doesNotOpen) {
            LOG.warn("The number of customer {} does not open; it is left out of the search for duplicates", one.id());
        }
    }
}

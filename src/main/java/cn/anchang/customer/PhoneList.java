package cn.anchang.customer;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Phones in clear for lists that leave the screen, to whoever may see each of them one by one (R35). */
@Service
public class PhoneList {

    private final JdbcClient database;
    private final JdbcTemplate log;
    private final Consultants consultants;
    private final Clock clock;

    PhoneList(JdbcClient database, JdbcTemplate log, Consultants consultants, Clock clock) {
        this.database = database;
        this.log = log;
        this.consultants = consultants;
        this.clock = clock;
    }

    /** Whether this person may see any: a consultant those of the own customers, the site manager all. */
    public boolean isFor(String userId) {
        return consultants.maySeeEveryNumber(userId) || consultants.find(userId).isPresent();
    }

    /**
     * Those of these customers' phones that this person may see. That each was shown is written down before it is, whatever becomes of
     * the list.
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public Map<UUID, String> reveal(Collection<UUID> customerIds, String userId) {
        if (customerIds.isEmpty()) {
            return Map.of();
        }
        Map<UUID, String> phones = new HashMap<>();
        database.sql("select id, phone from sales.customers where id in (:ids) and (:all or owner = :user)")
                .param("ids", customerIds)
                .param("all", consultants.maySeeEveryNumber(userId))
                .param("user", userId)
                .query(row -> {
                    phones.put(row.getObject("id", UUID.class), row.getString("phone"));
                });
        Timestamp now = Timestamp.from(clock.instant());
        log.batchUpdate(
                "insert into sales.reveals (id, customer_id, what, revealed_to, revealed_at) values (?, ?, ?, ?, ?)",
                List.copyOf(phones.keySet()),
                phones.size() + 1,
                (row, customerId) -> {
                    row.setObject(1, UUID.randomUUID());
                    row.setObject(2, customerId);
                    row.setString(3, Personal.PHONE.name());
                    row.setString(4, userId);
                    row.setTimestamp(5, now);
                });
        return phones;
    }
}

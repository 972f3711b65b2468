package cn.anchang.inventory;

import cn.anchang.shared.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The lines of the price lists: which price of a unit is in force on a day, and new lists' lines. */
@Component
class Prices {

    /** Of all approved lists that name the unit and have begun, the one that began last; of two on one day the later revision. */
    static final String IN_FORCE = """
            select p.list_price, p.floor_price, p.price_list_id
              from sales.unit_prices p join sales.price_lists l on l.id = p.price_list_id
             where p.unit_id = u.id and l.approved_at is not null and l.effective_on <= :day
             order by l.effective_on desc, l.revision desc
             limit 1""";

    private final JdbcTemplate jdbc;
    private final JdbcClient client;

    Prices(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        this.client = JdbcClient.create(jdbc);
    }

    /** @param listId the list that says so */
    record InForce(UUID listId, UnitPrice price) {}

    Optional<InForce> inForce(UUID unitId, LocalDate day) {
        return client.sql("select price.* from sales.units u join lateral (" + IN_FORCE
                        + ") price on true where u.id = :unit")
                .param("unit", unitId)
                .param("day", day)
                .query((row, n) -> new InForce(row.getObject("price_list_id", UUID.class), price(row)))
                .optional();
    }

    Map<UUID, UnitPrice> inForce(Collection<UUID> unitIds, LocalDate day) {
        if (unitIds.isEmpty()) {
            return Map.of();
        }
        return client
                .sql("select u.id, price.* from sales.units u join lateral (" + IN_FORCE
                        + ") price on true where u.id in (:units)")
                .param("units", unitIds)
                .param("day", day)
                .query((row, n) -> Map.entry(row.getObject("id", UUID.class), price(row)))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** What one list says of these units. */
    Map<UUID, UnitPrice> of(UUID listId, Collection<UUID> unitIds) {
        if (unitIds.isEmpty()) {
            return Map.of();
        }
        return client
                .sql("select * from sales.unit_prices where price_list_id = :list and unit_id in (:units)")
                .param("list", listId)
                .param("units", unitIds)
                .query((row, n) -> Map.entry(row.getObject("unit_id", UUID.class), price(row)))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static UnitPrice price(ResultSet row) throws SQLException {
        return new UnitPrice(Money.of(row.getBigDecimal("list_price")), Money.of(row.getBigDecimal("floor_price")));
    }

    /** The list's row must have reached the database before. */
    void write(PriceList list, Map<UUID, UnitPrice> lines) {
        jdbc.batchUpdate(
                "insert into sales.unit_prices (unit_id, price_list_id, list_price, floor_price) values (?, ?, ?, ?)",
                lines.entrySet(),
                500,
                (statement, line) -> {
                    statement.setObject(1, line.getKey());
                    statement.setObject(2, list.id());
                    statement.setBigDecimal(3, line.getValue().list().amount());
                    statement.setBigDecimal(4, line.getValue().floor().amount());
                });
    }
}

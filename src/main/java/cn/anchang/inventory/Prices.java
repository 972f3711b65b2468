package cn.anchang.inventory;

import cn.anchang.shared.Money;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
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

    /** Of all lists that name the unit and have begun, the one that began last; of two on one day the later revision. */
    static final String IN_FORCE = """
            select p.list_price, p.floor_price
              from sales.unit_prices p join sales.price_lists l on l.id = p.price_list_id
             where p.unit_id = u.id and l.effective_on <= :day
             order by l.effective_on desc, l.revision desc
             limit 1""";

    private final JdbcTemplate jdbc;
    private final JdbcClient client;

    Prices(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        this.client = JdbcClient.create(jdbc);
    }

    Optional<UnitPrice> inForce(UUID unitId, LocalDate day) {
        return Optional.ofNullable(inForce(List.of(unitId), day).get(unitId));
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
                .query((row, n) -> Map.entry(
                        row.getObject("id", UUID.class),
                        new UnitPrice(
                                Money.of(row.getBigDecimal("list_price")), Money.of(row.getBigDecimal("floor_price")))))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
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

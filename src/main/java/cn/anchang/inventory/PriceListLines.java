package cn.anchang.inventory;

import cn.anchang.inventory.PriceListContent.BuildingPrices;
import cn.anchang.inventory.PriceListContent.ChangedPrice;
import cn.anchang.shared.Money;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads a whole price list at once: by building, beside the prices before it, beside another version. The database adds it up. */
@Component
class PriceListLines {

    private static final String DIGEST = """
            encode(sha256(convert_to(string_agg(p.unit_id || ':' || p.list_price || ':' || p.floor_price, E'\\n' order by p.unit_id),
                                     'UTF8')), 'hex')""";

    private static final String LINES = """

              from sales.unit_prices p
              join sales.units u on u.id = p.unit_id
              join sales.buildings b on b.id = u.building_id""";

    private static final String BY_DOOR =
            " order by length(b.name), b.name, u.section, u.floor, length(u.number), u.number";

    private final JdbcClient jdbc;

    PriceListLines(JdbcTemplate jdbc) {
        this.jdbc = JdbcClient.create(jdbc);
    }

    /** Added up by building, beside what the same units cost by the lists in force. Ask before this list is in force itself. */
    List<BuildingPrices> buildings(UUID listId, LocalDate day) {
        return jdbc.sql(
                        "select b.name as building, count(*) as units, sum(u.gross_area) as area, sum(p.list_price) as total,"
                                + " count(price.list_price) as repriced, coalesce(sum(price.list_price), 0) as former_total,"
                                + " coalesce(sum(p.list_price) filter (where price.list_price is not null), 0) as repriced_total, "
                                + DIGEST + " as digest" + LINES + " left join lateral (" + Prices.IN_FORCE
                                + ") price on true where p.price_list_id = :list group by b.id, b.name order by length(b.name), b.name")
                .param("list", listId)
                .param("day", day)
                .query((row, n) -> new BuildingPrices(
                        row.getString("building"),
                        row.getInt("units"),
                        row.getBigDecimal("area"),
                        Money.of(row.getBigDecimal("total")),
                        row.getInt("repriced"),
                        Money.of(row.getBigDecimal("repriced_total")),
                        Money.of(row.getBigDecimal("former_total")),
                        row.getString("digest")))
                .list();
    }

    /** The units whose price is new or another than the one in force on that day, in the order of their doors. */
    List<ChangedPrice> changed(UUID listId, LocalDate day) {
        return jdbc.sql("select u.unit_no, p.list_price as list, p.floor_price as floor,"
                        + " price.list_price as former_list, price.floor_price as former_floor" + LINES
                        + " left join lateral (" + Prices.IN_FORCE + ") price on true where p.price_list_id = :list"
                        + " and (p.list_price, p.floor_price) is distinct from (price.list_price, price.floor_price)"
                        + BY_DOOR)
                .param("list", listId)
                .param("day", day)
                .query((row, n) -> new ChangedPrice(
                        row.getString("unit_no"),
                        money(row, "list"),
                        money(row, "floor"),
                        money(row, "former_list"),
                        money(row, "former_floor")))
                .list();
    }

    /** The digest of each building as its prices are now. */
    Map<String, String> digests(UUID listId) {
        Map<String, String> digests = new LinkedHashMap<>();
        jdbc.sql("select b.name, " + DIGEST + " as digest" + LINES + " where p.price_list_id = ? group by b.id, b.name")
                .param(listId)
                .query((row, n) -> digests.put(row.getString("name"), row.getString("digest")))
                .list();
        return digests;
    }

    /** The digest of one building as its prices are now; null when the list prices nothing there. */
    String digest(UUID listId, String building) {
        return jdbc.sql("select " + DIGEST + LINES + " where p.price_list_id = ? and b.name = ?")
                .params(listId, building)
                .query((row, n) -> row.getString(1))
                .list()
                .get(0);
    }

    /** What a unit costs by two lists; null where a list does not name it. */
    record Pair(String unitNo, Money listBefore, Money floorBefore, Money list, Money floor) {}

    /** The units that two lists price differently, or only one of them. */
    List<Pair> differences(UUID before, UUID after) {
        return jdbc.sql("""
                        select u.unit_no, x.list_price as list_before, x.floor_price as floor_before, y.list_price as list, y.floor_price as floor
                          from (select * from sales.unit_prices where price_list_id = :before) x
                          full join (select * from sales.unit_prices where price_list_id = :after) y on y.unit_id = x.unit_id
                          join sales.units u on u.id = coalesce(x.unit_id, y.unit_id)
                          join sales.buildings b on b.id = u.building_id
                         where (x.list_price, x.floor_price) is distinct from (y.list_price, y.floor_price)""" + BY_DOOR)
                .param("before", before)
                .param("after", after)
                .query((row, n) -> new Pair(
                        row.getString("unit_no"),
                        money(row, "list_before"),
                        money(row, "floor_before"),
                        money(row, "list"),
                        money(row, "floor")))
                .list();
    }

    Map<UUID, UnitPrice> of(UUID listId) {
        Map<UUID, UnitPrice> lines = new LinkedHashMap<>();
        jdbc.sql("select unit_id, list_price, floor_price from sales.unit_prices where price_list_id = ?")
                .param(listId)
                .query((row, n) -> lines.put(
                        row.getObject("unit_id", UUID.class),
                        new UnitPrice(money(row, "list_price"), money(row, "floor_price"))))
                .list();
        return lines;
    }

    /** One line of a list, as it is read beside its unit. */
    record Line(String building, String unitNo, UnitUse use, String layout, BigDecimal area, UnitPrice price) {}

    void each(UUID listId, Consumer<Line> reader) {
        jdbc.sql("select b.name, u.unit_no, u.purpose, u.layout, u.gross_area, p.list_price, p.floor_price" + LINES
                        + " where p.price_list_id = ?" + BY_DOOR)
                .param(listId)
                .query((row, n) -> new Line(
                        row.getString("name"),
                        row.getString("unit_no"),
                        UnitUse.valueOf(row.getString("purpose")),
                        row.getString("layout"),
                        row.getBigDecimal("gross_area"),
                        new UnitPrice(money(row, "list_price"), money(row, "floor_price"))))
                .list()
                .forEach(reader);
    }

    private static Money money(ResultSet row, String column) throws SQLException {
        BigDecimal amount = row.getBigDecimal(column);
        return amount == null ? null : Money.of(amount);
    }
}

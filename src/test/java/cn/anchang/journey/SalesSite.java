package cn.anchang.journey;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;

/** A project of its own for each journey: one building on sale, one without a presale permit. */
final class SalesSite {

    static final String PRICE = "1000000.00";

    private final JdbcTemplate jdbc;
    private final UUID projectId = UUID.randomUUID();
    private final String code = letters();
    private final UUID listId = UUID.randomUUID();
    private final UUID onSale;
    private final UUID withoutPermit;
    private final List<UUID> units = new ArrayList<>();

    SalesSite(JdbcTemplate jdbc, int unitsOnSale) {
        this(jdbc, unitsOnSale, null);
    }

    /** @param name what people call the project; null for any */
    SalesSite(JdbcTemplate jdbc, int unitsOnSale, String name) {
        this.jdbc = jdbc;
        UUID region = UUID.randomUUID();
        jdbc.update("insert into sales.regions (id, name, version) values (?, ?, 0)", region, "大区" + code);
        jdbc.update(
                "insert into sales.projects (id, region_id, name, code, city, version) values (?, ?, ?, ?, '杭州', 0)",
                projectId,
                region,
                name == null ? "楼盘" + code : name,
                code);
        jdbc.update(
                "insert into sales.price_lists (id, project_id, revision, effective_on, source, drawn_up_by, drawn_up_at,"
                        + " approved_at, version) values (?, ?, 1, date '2000-01-01', 'test', 'sun.li', now(), now(), 0)",
                listId,
                projectId);
        onSale = building("1号楼");
        withoutPermit = building("2号楼");
        UUID permit = UUID.randomUUID();
        jdbc.update(
                "insert into sales.presale_permits (id, project_id, permit_no, valid_from, valid_to, version)"
                        + " values (?, ?, ?, date '2000-01-01', date '2100-01-01', 0)",
                permit,
                projectId,
                "杭售许字" + code);
        jdbc.update(
                "insert into sales.presale_permit_buildings (permit_id, building_id) values (?, ?)", permit, onSale);
        for (int i = 1; i <= unitsOnSale; i++) {
            units.add(unit(onSale, "%d01".formatted(i)));
        }
    }

    private UUID building(String name) {
        UUID id = UUID.randomUUID();
        jdbc.update(
                "insert into sales.buildings (id, project_id, name, version) values (?, ?, ?, 0)", id, projectId, name);
        return id;
    }

    private UUID unit(UUID building, String number) {
        return unit(building, number, PRICE);
    }

    private UUID unit(UUID building, String number, String price) {
        UUID id = UUID.randomUUID();
        jdbc.update(
                "insert into sales.units (id, building_id, unit_no, section, number, floor, purpose, layout, gross_area,"
                        + " state, version) values (?, ?, ?, '', ?, 3, 'HOME', '三室两厅', 98.50, 'AVAILABLE', 0)",
                id,
                building,
                code + "-" + number,
                number);
        jdbc.update(
                "insert into sales.unit_prices (unit_id, price_list_id, list_price, floor_price) values (?, ?, ?, ?)",
                id,
                listId,
                new BigDecimal(price),
                new BigDecimal(price).multiply(new BigDecimal("0.95")));
        return id;
    }

    /** One more unit on sale, at a price of its own. */
    UUID unitAt(String price) {
        units.add(unit(onSale, "%d02".formatted(units.size() + 1), price));
        return units.get(units.size() - 1);
    }

    UUID projectId() {
        return projectId;
    }

    UUID unit(int index) {
        return units.get(index);
    }

    UUID unitWithoutPermit() {
        return unit(withoutPermit, "901");
    }

    /** The permit of the building on sale is withdrawn. */
    void withdrawPermit() {
        jdbc.update("delete from sales.presale_permit_buildings where building_id = ?", onSale);
    }

    String stateOf(UUID unit) {
        return jdbc.queryForObject("select state from sales.units where id = ?", String.class, unit);
    }

    List<UUID> occupants(UUID unit) {
        return jdbc.queryForList("select case_id from sales.unit_occupancy where unit_id = ?", UUID.class, unit);
    }

    private static String letters() {
        return ThreadLocalRandom.current()
                .ints(6, 'A', 'Z' + 1)
                .mapToObj(letter -> String.valueOf((char) letter))
                .collect(Collectors.joining());
    }
}

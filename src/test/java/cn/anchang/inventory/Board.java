package cn.anchang.inventory;

import cn.anchang.shared.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts projects, buildings and units on the board for tests, each project under a name of its own. */
@TestComponent
class Board {

    private final Regions regions;
    private final Projects projects;
    private final Buildings buildings;
    private final PresalePermits permits;
    private final PriceLists lists;
    private final Units units;
    private final Prices prices;
    private final TransactionTemplate transaction;
    private final JdbcTemplate jdbc;

    Board(
            Regions regions,
            Projects projects,
            Buildings buildings,
            PresalePermits permits,
            PriceLists lists,
            Units units,
            Prices prices,
            TransactionTemplate transaction,
            JdbcTemplate jdbc) {
        this.regions = regions;
        this.projects = projects;
        this.buildings = buildings;
        this.permits = permits;
        this.lists = lists;
        this.units = units;
        this.prices = prices;
        this.transaction = transaction;
        this.jdbc = jdbc;
    }

    Building building(String name) {
        String own = letters();
        Region region = regions.save(new Region("大区 " + own));
        Project project = projects.save(new Project(region, "项目 " + own, own, "杭州"));
        return buildings.save(new Building(project.id(), name));
    }

    private static String letters() {
        StringBuilder letters = new StringBuilder();
        ThreadLocalRandom.current().ints(6, 'A', 'Z' + 1).forEach(c -> letters.append((char) c));
        return letters.toString();
    }

    PresalePermit permit(Building building, LocalDate from, LocalDate to) {
        PresalePermit permit = new PresalePermit(building.projectId(), "杭售许字 " + UUID.randomUUID(), from, to);
        permit.cover(building.id());
        return permits.save(permit);
    }

    Unit unit(Building building, String number) {
        Unit unit = new Unit(building, "", number, new UnitFacts(3, UnitUse.HOME, "三室两厅两卫", new BigDecimal("98.50")));
        unit.offer();
        return units.save(unit);
    }

    void price(Unit unit, LocalDate effectiveOn, String list, String floor) {
        transaction.executeWithoutResult(status -> {
            UUID projectId = buildings.findById(unit.buildingId()).orElseThrow().projectId();
            PriceList revision = lists.saveAndFlush(new PriceList(
                    projectId, lists.lastRevision(projectId) + 1, effectiveOn, "test", null, "sun.li", Instant.now()));
            revision.approve(Instant.now());
            lists.saveAndFlush(revision);
            prices.write(revision, Map.of(unit.id(), new UnitPrice(Money.of(list), Money.of(floor))));
        });
    }

    UnitState stateOf(Unit unit) {
        return units.findById(unit.id()).orElseThrow().state();
    }

    int occupants(Unit unit) {
        return jdbc.queryForObject(
                "select count(*) from sales.unit_occupancy where unit_id = ?", Integer.class, unit.id());
    }
}

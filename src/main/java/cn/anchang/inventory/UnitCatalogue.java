package cn.anchang.inventory;

import cn.anchang.organization.Sites;
import cn.anchang.shared.Money;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What can be read of the units: those on offer, the whole board, the one a case has. Prices and permits are those of today. */
@Service
@Transactional(readOnly = true)
public class UnitCatalogue {

    private static final String PERMIT = """
            select permit_no
              from sales.presale_permits permit join sales.presale_permit_buildings covered on covered.permit_id = permit.id
             where covered.building_id = u.building_id and :day between permit.valid_from and permit.valid_to
             order by permit.valid_to desc
             limit 1""";

    private static final String UNITS = """
            select u.*, b.name as building, b.project_id, project.name as project, project.code as project_code, permit.permit_no,
                   o.consultant, o.since, o.until, o.case_id,
                   coalesce(o.list_price, price.list_price) as list_price,
                   coalesce(o.floor_price, price.floor_price) as floor_price
              from sales.units u
              join sales.buildings b on b.id = u.building_id
              join sales.projects project on project.id = b.project_id
              left join sales.unit_occupancy o on o.unit_id = u.id
              left join lateral (%s) price on true
              left join lateral (%s) permit on true
            """.formatted(Prices.IN_FORCE, PERMIT);

    /** What a square of the board shows; permits are asked for one unit at a time. */
    private static final String BOARD = """
            select u.*, b.name as building, o.consultant, o.until, o.case_id,
                   coalesce(o.list_price, price.list_price) as list_price
              from sales.units u
              join sales.buildings b on b.id = u.building_id
              left join sales.unit_occupancy o on o.unit_id = u.id
              left join lateral (%s) price on o.unit_id is null
             where b.project_id = :project""".formatted(Prices.IN_FORCE);

    private static final String ORDER =
            " order by length(b.name), b.name, u.section, u.floor, length(u.number), u.number";

    private final JdbcClient jdbc;
    private final Sites sites;
    private final Clock clock;

    UnitCatalogue(JdbcTemplate jdbc, Sites sites, Clock clock) {
        this.jdbc = JdbcClient.create(jdbc);
        this.sites = sites;
        this.clock = clock;
    }

    public List<ProjectView> projects() {
        Map<UUID, List<String>> buildings = jdbc
                .sql("select project_id, name from sales.buildings order by length(name), name")
                .query((row, n) -> Map.entry(row.getObject("project_id", UUID.class), row.getString("name")))
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        return jdbc.sql("select p.id, p.name, p.code, p.city, r.name as region from sales.projects p"
                        + " join sales.regions r on r.id = p.region_id order by p.name")
                .query((row, n) -> {
                    UUID id = row.getObject("id", UUID.class);
                    return new ProjectView(
                            id,
                            row.getString("name"),
                            row.getString("code"),
                            row.getString("region"),
                            row.getString("city"),
                            buildings.getOrDefault(id, List.of()));
                })
                .list();
    }

    /** Those whose site this person may enter. */
    public List<ProjectView> projectsFor(String userId) {
        Set<UUID> closed = sites.closedTo(userId);
        return projects().stream()
                .filter(project -> !closed.contains(project.id()))
                .toList();
    }

    public Optional<ProjectView> projectFor(UUID projectId, String userId) {
        return project(projectId).filter(project -> sites.isOpenTo(userId, project.id()));
    }

    public Optional<ProjectView> project(UUID projectId) {
        return projects().stream()
                .filter(project -> project.id().equals(projectId))
                .findFirst();
    }

    /** The layouts (户型) of a project's units, each once. */
    public List<String> layouts(UUID projectId) {
        return jdbc.sql("select distinct u.layout from sales.units u join sales.buildings b on b.id = u.building_id"
                        + " where b.project_id = :project and u.layout is not null order by 1")
                .param("project", projectId)
                .query(String.class)
                .list();
    }

    public boolean isInProject(UUID unitId, UUID projectId) {
        return jdbc.sql("select count(*) from sales.units u join sales.buildings b on b.id = u.building_id"
                                + " where u.id = :unit and b.project_id = :project")
                        .param("unit", unitId)
                        .param("project", projectId)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** What a customer could have now: units for sale that have a price. At most 2,000, in the order of the doors. */
    public List<UnitOffer> available(UUID projectId, UnitFilter filter) {
        StringBuilder sql = new StringBuilder(
                UNITS + " where b.project_id = :project and u.state = 'AVAILABLE' and price.list_price is not null");
        Map<String, Object> values = new HashMap<>(Map.of("project", projectId, "day", today()));
        narrow(sql, values, "b.name = :building", "building", filter.building());
        narrow(
                sql,
                values,
                "u.purpose = :use",
                "use",
                filter.use() == null ? null : filter.use().name());
        narrow(sql, values, "u.layout = :layout", "layout", filter.layout());
        narrow(sql, values, "u.floor = :floor", "floor", filter.floor());
        narrow(sql, values, "u.gross_area >= :minArea", "minArea", filter.minArea());
        narrow(sql, values, "u.gross_area <= :maxArea", "maxArea", filter.maxArea());
        narrow(sql, values, "price.list_price >= :minPrice", "minPrice", amount(filter.minPrice()));
        narrow(sql, values, "price.list_price <= :maxPrice", "maxPrice", amount(filter.maxPrice()));
        return jdbc.sql(sql + ORDER + " limit 2000")
                .params(values)
                .query((row, n) -> offer(row))
                .list();
    }

    /** The board of one building, or of the whole project when the building is null. */
    public List<BoardUnit> board(UUID projectId, String building) {
        return board(projectId, building, null);
    }

    /** Likewise, of some units only; those that are not on that board are left out. */
    public List<BoardUnit> board(UUID projectId, String building, Collection<UUID> unitIds) {
        if (unitIds != null && unitIds.isEmpty()) {
            return List.of();
        }
        StringBuilder sql = new StringBuilder(BOARD);
        Map<String, Object> values = new HashMap<>(Map.of("project", projectId, "day", today()));
        narrow(sql, values, "b.name = :building", "building", building);
        narrow(sql, values, "u.id in (:units)", "units", unitIds);
        return jdbc.sql(sql + ORDER)
                .params(values)
                .query((row, n) -> boardUnit(row))
                .list();
    }

    /** How many units of the building, or of the whole project, are in each state. */
    public Map<UnitState, Long> counts(UUID projectId, String building) {
        StringBuilder sql = new StringBuilder("select u.state, count(*) as units from sales.units u"
                + " join sales.buildings b on b.id = u.building_id where b.project_id = :project");
        Map<String, Object> values = new HashMap<>(Map.of("project", projectId));
        narrow(sql, values, "b.name = :building", "building", building);
        Map<UnitState, Long> counts = new EnumMap<>(UnitState.class);
        jdbc.sql(sql + " group by u.state")
                .params(values)
                .query((row, n) -> Map.entry(UnitState.valueOf(row.getString("state")), row.getLong("units")))
                .list()
                .forEach(count -> counts.put(count.getKey(), count.getValue()));
        return counts;
    }

    public Optional<UnitCard> card(UUID unitId) {
        return jdbc.sql(UNITS + " where u.id = :unit")
                .param("unit", unitId)
                .param("day", today())
                .query((row, n) -> new UnitCard(
                        boardUnit(row),
                        row.getObject("project_id", UUID.class),
                        row.getString("project"),
                        row.getString("permit_no"),
                        instant(row, "since")))
                .optional();
    }

    /** The unit the case has, at the prices it was held at. */
    public Optional<OccupiedUnit> unitOf(UUID caseId) {
        return jdbc.sql(UNITS + " where o.case_id = :case")
                .param("case", caseId)
                .param("day", today())
                .query((row, n) -> occupied(row))
                .optional();
    }

    private static void narrow(
            StringBuilder sql, Map<String, Object> values, String condition, String name, Object value) {
        if (value != null) {
            sql.append(" and ").append(condition);
            values.put(name, value);
        }
    }

    private static UnitOffer offer(ResultSet row) throws SQLException {
        return new UnitOffer(
                row.getObject("id", UUID.class),
                row.getString("unit_no"),
                row.getString("building"),
                row.getInt("floor"),
                UnitUse.valueOf(row.getString("purpose")),
                row.getString("layout"),
                row.getBigDecimal("gross_area"),
                Money.of(row.getBigDecimal("list_price")),
                row.getString("permit_no"));
    }

    private static BoardUnit boardUnit(ResultSet row) throws SQLException {
        BigDecimal price = row.getBigDecimal("list_price");
        return new BoardUnit(
                row.getObject("id", UUID.class),
                row.getString("unit_no"),
                row.getString("building"),
                row.getString("number"),
                row.getInt("floor"),
                UnitUse.valueOf(row.getString("purpose")),
                row.getString("layout"),
                row.getBigDecimal("gross_area"),
                UnitState.valueOf(row.getString("state")),
                price == null ? null : Money.of(price),
                row.getString("consultant"),
                instant(row, "until"),
                row.getObject("case_id", UUID.class));
    }

    private static OccupiedUnit occupied(ResultSet row) throws SQLException {
        return new OccupiedUnit(
                row.getObject("id", UUID.class),
                row.getString("unit_no"),
                row.getObject("project_id", UUID.class),
                row.getString("project"),
                row.getString("project_code"),
                row.getString("building"),
                row.getString("permit_no"),
                row.getInt("floor"),
                UnitUse.valueOf(row.getString("purpose")),
                row.getString("layout"),
                row.getBigDecimal("gross_area"),
                UnitState.valueOf(row.getString("state")),
                Money.of(row.getBigDecimal("list_price")),
                Money.of(row.getBigDecimal("floor_price")),
                instant(row, "until"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp moment = row.getTimestamp(column);
        return moment == null ? null : moment.toInstant();
    }

    private static BigDecimal amount(Money money) {
        return money == null ? null : money.amount();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}

package cn.anchang.inventory;

import cn.anchang.shared.Money;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a project has to sell and has sold, at the moment of asking. */
@Service
@Transactional(readOnly = true)
public class StockFigures {

    /**
     * The units in one state.
     *
     * @param area gross, in ㎡
     * @param value at list prices of today, or the prices kept for their occupants; a unit without a price adds nothing
     */
    public record Line(UnitState state, int units, BigDecimal area, Money value) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    StockFigures(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = JdbcClient.create(jdbc);
        this.clock = clock;
    }

    /** One line for each state, in the order a unit goes through them. */
    public List<Line> now(UUID projectId) {
        Map<UnitState, Line> found = jdbc
                .sql("""
                        select u.state, count(*) as units, sum(u.gross_area) as area,
                               coalesce(sum(coalesce(o.list_price, price.list_price)), 0) as value
                          from sales.units u
                          join sales.buildings b on b.id = u.building_id
                          left join sales.unit_occupancy o on o.unit_id = u.id
                          left join lateral (%s) price on true
                         where b.project_id = :project
                         group by u.state""".formatted(Prices.IN_FORCE))
                .param("project", projectId)
                .param("day", LocalDate.now(clock))
                .query((row, n) -> new Line(
                        UnitState.valueOf(row.getString("state")),
                        row.getInt("units"),
                        row.getBigDecimal("area"),
                        Money.of(row.getBigDecimal("value"))))
                .stream()
                .collect(Collectors.toMap(Line::state, Function.identity()));
        return Arrays.stream(UnitState.values())
                .map(state -> found.getOrDefault(state, new Line(state, 0, new BigDecimal("0.00"), Money.ZERO)))
                .toList();
    }
}

package cn.anchang.inventory;

import cn.anchang.organization.SignedIn;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The history of every unit, written in the transaction of the change itself: who, when, from what to what, why, for which sale. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class UnitChanges {

    /** @param from null for a new unit */
    record Line(Unit unit, UnitState from, UnitState to, UnitOccasion occasion) {}

    private static final String INSERT = """
            insert into sales.unit_changes (project_id, unit_id, changed_at, changed_by, occasion, from_state, to_state, case_id)
            select project_id, ?, ?, ?, ?, ?, ?, ? from sales.buildings where id = ?""";

    private final JdbcTemplate jdbc;
    private final SignedIn signedIn;
    private final Clock clock;

    UnitChanges(JdbcTemplate jdbc, SignedIn signedIn, Clock clock) {
        this.jdbc = jdbc;
        this.signedIn = signedIn;
        this.clock = clock;
    }

    /** The unit as it is now. Its row must have reached the database before. */
    void note(Unit unit, UnitState from, UnitOccasion occasion, UUID caseId) {
        write(
                List.of(new Line(unit, from, unit.state(), occasion)),
                signedIn.userId().orElse(null),
                caseId);
    }

    /** What no sale has to do with. */
    void note(Collection<Line> lines, String by) {
        write(lines, by, null);
    }

    /** Units of the project may cost something else from now on. */
    void repriced(UUID projectId) {
        jdbc.update(
                "insert into sales.unit_changes (project_id, changed_at, changed_by, occasion) values (?, ?, ?, ?)",
                projectId,
                Timestamp.from(clock.instant()),
                signedIn.userId().orElse(null),
                UnitOccasion.PRICED.name());
    }

    private void write(Collection<Line> lines, String by, UUID caseId) {
        Timestamp now = Timestamp.from(clock.instant());
        jdbc.batchUpdate(INSERT, lines, 500, (statement, line) -> {
            statement.setObject(1, line.unit().id());
            statement.setTimestamp(2, now);
            statement.setString(3, by);
            statement.setString(4, line.occasion().name());
            statement.setString(5, line.from() == null ? null : line.from().name());
            statement.setString(6, line.to().name());
            statement.setObject(7, caseId);
            statement.setObject(8, line.unit().buildingId());
        });
    }
}

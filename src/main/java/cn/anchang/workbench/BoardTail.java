package cn.anchang.workbench;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What an open board has not been told yet. A position is a number of transactions below which all have ended: whatever ended since is
 * told, whichever node wrote it, and sometimes told twice, which changes nothing.
 */
@Service
@Transactional(readOnly = true)
class BoardTail {

    /**
     * @param position where to go on from
     * @param units those that changed
     * @param anew whether so much changed (a price list, for one) that the whole board is to be read anew
     */
    record News(String position, Set<UUID> units, boolean anew) {}

    /** More than fits a look; whoever was away that long reads the board anew. */
    private static final int MOST = 500;

    private final JdbcClient jdbc;

    BoardTail(JdbcTemplate jdbc) {
        this.jdbc = JdbcClient.create(jdbc);
    }

    /** To be asked before the board is read. */
    String position() {
        return jdbc.sql("select pg_snapshot_xmin(pg_current_snapshot())::text")
                .query(String.class)
                .single();
    }

    /** Numbers beyond the snapshot's end are of a database this one was restored from. Empty when nothing happened. */
    Optional<News> since(UUID projectId, long position) {
        Set<UUID> units = new LinkedHashSet<>();
        boolean[] anew = {false};
        String[] next = {null};
        jdbc.sql("select distinct unit_id, pg_snapshot_xmin(pg_current_snapshot())::text as position"
                        + " from sales.unit_changes where project_id = :project and tx >= cast(:position as xid8)"
                        + " and tx < pg_snapshot_xmax(pg_current_snapshot()) limit " + (MOST + 1))
                .param("project", projectId)
                .param("position", Long.toString(position))
                .query(row -> {
                    next[0] = row.getString("position");
                    UUID unit = row.getObject("unit_id", UUID.class);
                    if (unit == null) {
                        anew[0] = true;
                    } else {
                        units.add(unit);
                    }
                });
        return next[0] == null
                ? Optional.empty()
                : Optional.of(new News(next[0], units, anew[0] || units.size() > MOST));
    }
}

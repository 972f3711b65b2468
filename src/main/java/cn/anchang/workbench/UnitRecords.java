package cn.anchang.workbench;

import cn.anchang.inventory.UnitOccasion;
import cn.anchang.inventory.UnitState;
import cn.anchang.salescase.CaseState;
import cn.anchang.salescase.UndoKind;
import cn.anchang.shared.Masked;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the rows say round one unit: its history, the sale that has it, and the customers who could have it. */
@Service
@Transactional(readOnly = true)
class UnitRecords {

    /** No unit has seen as much yet; the latest are kept in sight. */
    private static final int MOST = 200;

    /**
     * @param by user id, or null for a timer and for what was before histories were kept
     * @param from null for the first line
     * @param caseNo of the sale it was for, or null
     * @param undoing how that sale was undone later, or null; said beside the release of its unit
     */
    record Line(
            Instant at,
            String by,
            UnitOccasion occasion,
            UnitState from,
            UnitState to,
            UUID caseId,
            String caseNo,
            UndoKind undoing) {}

    /** @param consultant user id; names and numbers of the customer are masked (R35) */
    record Sale(UUID caseId, String no, String consultant, String customer, String phone, CaseState state) {}

    private final JdbcClient jdbc;

    UnitRecords(JdbcTemplate jdbc) {
        this.jdbc = JdbcClient.create(jdbc);
    }

    /** The latest first. */
    List<Line> history(UUID unitId) {
        return jdbc.sql("select h.*, c.no as case_no, c.undo_kind from sales.unit_changes h"
                        + " left join sales.sales_cases c on c.id = h.case_id"
                        + " where h.unit_id = :unit order by h.changed_at desc, h.seq desc limit " + MOST)
                .param("unit", unitId)
                .query((row, n) -> line(row))
                .list();
    }

    private static Line line(ResultSet row) throws SQLException {
        String from = row.getString("from_state");
        String undoing = row.getString("undo_kind");
        return new Line(
                row.getTimestamp("changed_at").toInstant(),
                row.getString("changed_by"),
                UnitOccasion.valueOf(row.getString("occasion")),
                from == null ? null : UnitState.valueOf(from),
                UnitState.valueOf(row.getString("to_state")),
                row.getObject("case_id", UUID.class),
                row.getString("case_no"),
                undoing == null ? null : UndoKind.valueOf(undoing));
    }

    Optional<Sale> sale(UUID caseId) {
        return caseId == null
                ? Optional.empty()
                : sales(List.of(caseId), null).stream().findFirst();
    }

    /** Those of these cases that are of the project, or all when it is null; the longest open first. */
    List<Sale> sales(Collection<UUID> caseIds, UUID projectId) {
        if (caseIds.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("select c.id, c.no, c.consultant, c.state, p.name, p.phone from sales.sales_cases c"
                        + " join sales.customers p on p.id = c.customer_id where c.id in (:cases)"
                        + (projectId == null ? "" : " and c.project_id = :project") + " order by c.opened_at, c.id")
                .param("cases", caseIds)
                .param("project", projectId)
                .query((row, n) -> new Sale(
                        row.getObject("id", UUID.class),
                        row.getString("no"),
                        row.getString("consultant"),
                        Masked.name(row.getString("name")),
                        Masked.phone(row.getString("phone")),
                        CaseState.valueOf(row.getString("state"))))
                .list();
    }
}

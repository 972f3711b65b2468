package cn.anchang.report;

import cn.anchang.salescase.CaseState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 出具过的单据, over all sales somebody may read; and those sales themselves, to issue something of. */
@Service
@Transactional(readOnly = true)
public class IssuedPapers {

    /**
     * Whose sales are looked at.
     *
     * @param consultant sees the own ones; null for whoever is none
     * @param all whether all sales are read
     * @param afterTheDeal whether sales are read whose checklist is through
     * @param closed projects that are not to be seen
     */
    public record Reader(String consultant, boolean all, boolean afterTheDeal, Set<UUID> closed) {

        public Reader {
            closed = Set.copyOf(closed);
        }

        public boolean readsAny() {
            return consultant != null || all || afterTheDeal;
        }
    }

    /** @param printings how often it was printed */
    public record Line(
            UUID caseId,
            String caseNo,
            String customer,
            String unitNo,
            PaperKind kind,
            String subject,
            String no,
            String issuedBy,
            Instant issuedAt,
            int printings) {}

    /** A sale to issue papers of. */
    public record Sale(UUID caseId, String no, String customer, String project, String unitNo, CaseState state) {}

    private static final String READABLE =
            " (:all or c.consultant = :consultant or (:afterTheDeal and c.state in ('CHECKED', 'COMPLETED')))";
    private static final int LONGEST = 40;

    private final JdbcClient database;

    IssuedPapers(JdbcTemplate jdbc) {
        this.database = JdbcClient.create(jdbc);
    }

    /** The latest first. */
    public List<Line> latest(Reader reader, PaperKind kind, int offset, int limit) {
        Map<String, Object> values = values(reader);
        values.put("kind", kind == null ? null : kind.name());
        return database.sql(
                        "select c.id, c.no as case_no, p.name, c.unit_no, i.kind, i.subject, i.no, i.issued_by, i.issued_at,"
                                + " (select count(*) from sales.paper_prints s where s.paper_id = i.id) as printings"
                                + " from sales.issued_papers i join sales.sales_cases c on c.id = i.case_id"
                                + " join sales.customers p on p.id = c.customer_id where" + READABLE + open(reader)
                                + " and (cast(:kind as text) is null or i.kind = :kind)"
                                + " order by i.issued_at desc, i.id limit " + limit + " offset " + offset)
                .params(values)
                .query(IssuedPapers::line)
                .list();
    }

    /** The sales called so: by case, unit or contract number, or by part of the customer's name; the latest first. */
    public List<Sale> find(Reader reader, String text, int most) {
        String clean = text == null ? "" : text.replace("\0", "").strip();
        if (clean.isEmpty() || !reader.readsAny()) {
            return List.of();
        }
        Map<String, Object> values = values(reader);
        values.put("text", clean.substring(0, Math.min(LONGEST, clean.length())));
        return database.sql("select c.id, c.no, p.name, c.project_name, c.unit_no, c.state from sales.sales_cases c"
                        + " join sales.customers p on p.id = c.customer_id where" + READABLE + open(reader)
                        + " and (c.no = :text or strpos(c.unit_no, :text) > 0 or strpos(p.name, :text) > 0"
                        + " or exists (select 1 from sales.sales_contracts k where k.case_id = c.id and k.no = :text))"
                        + " order by c.opened_at desc, c.id limit " + most)
                .params(values)
                .query((row, number) -> new Sale(
                        row.getObject("id", UUID.class),
                        row.getString("no"),
                        row.getString("name"),
                        row.getString("project_name"),
                        row.getString("unit_no"),
                        CaseState.valueOf(row.getString("state"))))
                .list();
    }

    private static Map<String, Object> values(Reader reader) {
        Map<String, Object> values = new HashMap<>();
        values.put("all", reader.all());
        values.put("consultant", reader.consultant() == null ? "" : reader.consultant());
        values.put("afterTheDeal", reader.afterTheDeal());
        values.put("closed", reader.closed());
        return values;
    }

    private static String open(Reader reader) {
        return reader.closed().isEmpty() ? "" : " and c.project_id not in (:closed)";
    }

    private static Line line(ResultSet row, int number) throws SQLException {
        return new Line(
                row.getObject("id", UUID.class),
                row.getString("case_no"),
                row.getString("name"),
                row.getString("unit_no"),
                PaperKind.valueOf(row.getString("kind")),
                row.getString("subject"),
                row.getString("no"),
                row.getString("issued_by"),
                row.getTimestamp("issued_at").toInstant(),
                row.getInt("printings"));
    }
}

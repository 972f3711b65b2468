package cn.anchang.approval;

import cn.anchang.organization.Sites;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The list of controlled documents as somebody may see it: each with its latest version and who had it in hand. */
@Service
@Transactional(readOnly = true)
public class DocumentRegister {

    public static final int PAGE = 50;

    /** What is asked for; null asks for all. Pages count from 0. */
    public record Wanted(String kind, VersionState state, UUID projectId, int page) {}

    /**
     * A document with its latest version.
     *
     * @param version 0 while nothing is written, and then without state
     * @param at when the document last moved
     */
    public record Entry(
            UUID id,
            String kind,
            String no,
            String title,
            UUID projectId,
            int version,
            VersionState state,
            Instant at,
            ControlBlock control) {}

    /** @param more whether further pages follow */
    public record Page(List<Entry> entries, boolean more) {}

    private static final String ENTRIES = """
            select d.id, d.kind, d.no, d.title, d.project_id, v.number, v.state, coalesce(v.state_at, d.opened_at) as at,
                   coalesce(v.prepared_by, d.opened_by) as prepared_by, coalesce(v.prepared_at, d.opened_at) as prepared_at,
                   reviewed.decided_by as reviewed_by, reviewed.decided_at as reviewed_at,
                   approved.decided_by as approved_by, approved.decided_at as approved_at
              from sales.controlled_documents d
              left join lateral (select * from sales.document_versions
                                  where document_id = d.id order by number desc limit 1) v on true
              left join lateral (select decided_by, decided_at from sales.matters
                                  where version_id = v.id and kind = 'REVIEW' and state = 'AGREED'
                                  order by step desc limit 1) reviewed on true
              left join lateral (select decided_by, decided_at from sales.matters
                                  where version_id = v.id and kind = 'APPROVE' and state = 'AGREED'
                                  order by step desc limit 1) approved on true
             where (d.kind in (:readable) or d.opened_by = :reader)
               and (d.project_id is null or d.project_id <> all(cast(:closed as uuid[])))
               and (cast(:kind as text) is null or d.kind = :kind)
               and (cast(:state as text) is null or v.state = :state)
               and (cast(:project as uuid) is null or d.project_id = :project)
             order by at desc, d.no desc
             limit :most offset :skipped""";

    private final JdbcClient jdbc;
    private final Sites sites;

    DocumentRegister(JdbcTemplate jdbc, Sites sites) {
        this.jdbc = JdbcClient.create(jdbc);
        this.sites = sites;
    }

    /**
     * The one that moved last first.
     *
     * @param readable kinds of which the reader may see all
     * @param reader who sees besides what they opened themselves
     */
    public Page list(Set<String> readable, String reader, Wanted wanted) {
        List<Entry> found = jdbc.sql(ENTRIES)
                .param("readable", readable.isEmpty() ? Set.of("") : readable)
                .param("reader", reader)
                .param("closed", Sites.listed(sites.closedTo(reader)))
                .param("kind", wanted.kind())
                .param("state", wanted.state() == null ? null : wanted.state().name())
                .param("project", wanted.projectId())
                .param("most", PAGE + 1)
                .param("skipped", wanted.page() * PAGE)
                .query((row, n) -> entry(row))
                .list();
        return new Page(found.stream().limit(PAGE).toList(), found.size() > PAGE);
    }

    private static Entry entry(ResultSet row) throws SQLException {
        String state = row.getString("state");
        return new Entry(
                row.getObject("id", UUID.class),
                row.getString("kind"),
                row.getString("no"),
                row.getString("title"),
                row.getObject("project_id", UUID.class),
                row.getInt("number"),
                state == null ? null : VersionState.valueOf(state),
                row.getTimestamp("at").toInstant(),
                new ControlBlock(signature(row, "prepared"), signature(row, "reviewed"), signature(row, "approved")));
    }

    private static Signature signature(ResultSet row, String deed) throws SQLException {
        String by = row.getString(deed + "_by");
        Timestamp at = row.getTimestamp(deed + "_at");
        return by == null ? null : new Signature(by, at.toInstant());
    }
}

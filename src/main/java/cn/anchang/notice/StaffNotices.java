package cn.anchang.notice;

import cn.anchang.notice.Occasion.Choice;
import cn.anchang.organization.Sites;
import cn.anchang.organization.Staff;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What each person is told, and what they have read of it. A notice is a row in the transaction of what it tells about; its person,
 * occasion and fact are unique, so that no retry, no second worker and no second node tells anybody twice.
 */
@Service
@Transactional
public class StaffNotices {

    public static final int PAGE = 50;

    /** More are not counted: nobody reads the difference off a bell. */
    public static final int COUNTED = 100;

    /** Not of a site that is closed to the person by now; {@code :closed} are those. */
    static final String OPEN = "(project_id is null or project_id <> all(cast(:closed as uuid[])))";

    private final JdbcClient database;
    private final NoticeChoices choices;
    private final Staff staff;
    private final Sites sites;
    private final Clock clock;

    StaffNotices(JdbcClient database, NoticeChoices choices, Staff staff, Sites sites, Clock clock) {
        this.database = database;
        this.choices = choices;
        this.staff = staff;
        this.sites = sites;
        this.clock = clock;
    }

    /**
     * Tells those of these people who may enter the site and want to know.
     *
     * @return how many were told; those who knew already are not
     */
    int tell(Collection<String> people, Told told) {
        Set<String> once = new LinkedHashSet<>(people);
        List<String> there = told.project() == null ? List.copyOf(once) : sites.membersAmong(once, told.project());
        int made = 0;
        for (Map.Entry<String, Choice> one : choices.of(told.occasion(), there).entrySet()) {
            Choice wanted = one.getValue();
            boolean byMail = wanted.byMail() && staff.mail(one.getKey()).isPresent();
            if (wanted.onPage() || byMail) {
                made += database.sql("""
                                insert into sales.staff_notices
                                    (id, person, occasion, fact, words, link, task_id, project_id, made_at, on_page, by_mail)
                                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing""")
                        .params(
                                UUID.randomUUID(),
                                one.getKey(),
                                told.occasion().name(),
                                told.key(),
                                told.words(),
                                told.link(),
                                told.taskId(),
                                told.project(),
                                Timestamp.from(clock.instant()),
                                wanted.onPage(),
                                byMail)
                        .update();
            }
        }
        return made;
    }

    /**
     * Whether the person is told of a fact in this very transaction; then what it leads to is a task of theirs, and not told as another.
     *
     * @return false when there is no such fact
     */
    boolean leadsTo(String person, String taskId) {
        return database.sql("""
                        update sales.staff_notices set task_id = :task, link = :link
                        where id = (select id from sales.staff_notices
                                    where person = :person and task_id is null and xmin = pg_current_xact_id()::xid
                                    order by made_at desc, id limit 1)""")
                        .param("task", taskId)
                        .param("link", Told.taskLink(taskId))
                        .param("person", person)
                        .update()
                == 1;
    }

    /** It is nobody else's any more: what the others were told of it is taken back, so that it is told anew if it returns. */
    void inTheHandsOf(String taskId, String assignee) {
        database.sql("delete from sales.staff_notices where task_id = :task and occasion in ('ASSIGNED', 'DUE_SOON')"
                        + " and person is distinct from :assignee")
                .param("task", taskId)
                .param("assignee", assignee, Types.VARCHAR)
                .update();
    }

    /** Nothing is left to be done about it. */
    void ended(Collection<String> taskIds) {
        if (!taskIds.isEmpty()) {
            database.sql("update sales.staff_notices set read_at = :now, settled = true"
                            + " where task_id in (:tasks) and read_at is null")
                    .param("now", now())
                    .param("tasks", taskIds)
                    .update();
        }
    }

    /** What was said of the task's day before is overtaken: another day was set. */
    void anotherDay(String taskId, String key) {
        database.sql("update sales.staff_notices set read_at = :now, settled = true"
                        + " where task_id = :task and occasion = 'DUE_SOON' and fact <> :key and read_at is null")
                .param("now", now())
                .param("task", taskId)
                .param("key", key)
                .update();
    }

    /** How many the person has not read, at most {@link #COUNTED}. */
    @Transactional(readOnly = true)
    public int unread(String person) {
        boolean none = database.sql("select not exists (select 1 from sales.staff_notices"
                        + " where person = ? and read_at is null and on_page)")
                .param(person)
                .query(Boolean.class)
                .single();
        return none
                ? 0
                : database.sql("select count(*) from (select 1 from sales.staff_notices where person = :person"
                                + " and read_at is null and on_page and " + OPEN + " limit " + COUNTED + ") counted")
                        .param("person", person)
                        .param("closed", Sites.listed(sites.closedTo(person)))
                        .query(Integer.class)
                        .single();
    }

    /** @param more whether there is another page after this one */
    public record Page(List<NoticeView> notices, boolean more) {}

    /** Unread ones first, the latest first. @param page counted from 0 */
    @Transactional(readOnly = true)
    public Page list(String person, int page) {
        List<NoticeView> found = database.sql("""
                        select id, occasion, words, made_at, read_at is not null as read, settled
                          from sales.staff_notices
                         where person = :person and on_page and %s
                         order by read_at is not null, made_at desc, id
                         limit :limit offset :offset""".formatted(OPEN))
                .param("person", person)
                .param("closed", Sites.listed(sites.closedTo(person)))
                .param("limit", PAGE + 1)
                .param("offset", (long) page * PAGE)
                .query((row, n) -> new NoticeView(
                        row.getObject("id", UUID.class),
                        Occasion.valueOf(row.getString("occasion")),
                        row.getString("words"),
                        row.getTimestamp("made_at").toInstant(),
                        row.getBoolean("read"),
                        row.getBoolean("settled")))
                .list();
        return new Page(found.stream().limit(PAGE).toList(), found.size() > PAGE);
    }

    /** Where a notice leads. @param link null when what it was about is over */
    public record Way(String link) {}

    /** Reads one of the person's own; empty for any other. */
    public Optional<Way> open(String person, UUID id) {
        return database.sql("update sales.staff_notices set read_at = coalesce(read_at, :now)"
                        + " where id = :id and person = :person and " + OPEN + " returning link, settled")
                .param("now", now())
                .param("id", id)
                .param("person", person)
                .param("closed", Sites.listed(sites.closedTo(person)))
                .query((row, n) -> new Way(row.getBoolean("settled") ? null : row.getString("link")))
                .optional();
    }

    /** @return how many were unread */
    public int readAll(String person) {
        return database.sql(
                        "update sales.staff_notices set read_at = ? where person = ? and read_at is null and on_page")
                .params(now(), person)
                .update();
    }

    /** What was read long ago, and what was sent long ago to those who do not want it in the page. @return how many */
    int forget(Instant before) {
        return database.sql(
                        "delete from sales.staff_notices where made_at < ? and (read_at is not null or not on_page)")
                .param(Timestamp.from(before))
                .update();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}

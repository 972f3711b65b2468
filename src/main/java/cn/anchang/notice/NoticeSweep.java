package cn.anchang.notice;

import cn.anchang.engine.DueTasks;
import cn.anchang.engine.DueTasks.DueTask;
import cn.anchang.organization.Departments;
import cn.anchang.organization.Departments.StaffGroup;
import cn.anchang.organization.Staff;
import cn.anchang.shared.ClusterLock;
import cn.anchang.shared.Sentences;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * What no click brings: days that come near, holds about to lapse, letters that wait, and what is old. One node at a time; and were it
 * two, nobody would be told twice.
 */
@Component
public class NoticeSweep {

    /** A task overdue for longer is not near any more, and was told of in its time. */
    private static final Duration OVERDUE = Duration.ofDays(3);

    /** A task may have ended beside the sweep that told of it; so long it is looked after. */
    private static final Duration LOOKED_AFTER = Duration.ofDays(1);

    private final DueTasks tasks;
    private final StaffNotices notices;
    private final NoticeLetters letters;
    private final Departments departments;
    private final Staff staff;
    private final JdbcClient database;
    private final NoticeSettings settings;
    private final Sentences sentences;
    private final ClusterLock lock;
    private final Clock clock;

    NoticeSweep(
            DueTasks tasks,
            StaffNotices notices,
            NoticeLetters letters,
            Departments departments,
            Staff staff,
            JdbcClient database,
            NoticeSettings settings,
            Sentences sentences,
            ClusterLock lock,
            Clock clock) {
        this.tasks = tasks;
        this.notices = notices;
        this.letters = letters;
        this.departments = departments;
        this.staff = staff;
        this.database = database;
        this.settings = settings;
        this.sentences = sentences;
        this.lock = lock;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "${anchang.notices.every}", fixedDelayString = "${anchang.notices.every}")
    public void run() {
        lock.whileAlone("notices", this::sweep);
    }

    void sweep() {
        Instant now = clock.instant();
        tasksDueSoon(now);
        holdsLapsing(now);
        settle(now);
        letters.post();
        notices.forget(now.minus(settings.keep()));
    }

    private void tasksDueSoon(Instant now) {
        Instant after = now.minus(OVERDUE);
        Instant before = now.plus(settings.dueSoon());
        Set<String> told = new HashSet<>(database.sql("select distinct person || '|' || fact from sales.staff_notices"
                        + " where occasion = 'DUE_SOON' and made_at > ?")
                .param(Timestamp.from(after.minus(settings.dueSoon())))
                .query(String.class)
                .list());
        tasks.assigned(after, before).forEach(task -> tellDue(task, List.of(task.assignee()), told, now));
        for (StaffGroup group : departments.allGroups()) {
            List<DueTask> waiting = tasks.waitingFor(group.id(), after, before);
            if (!waiting.isEmpty()) {
                List<String> members = staff.membersOf(group.id());
                waiting.forEach(task -> tellDue(task, members, told, now));
            }
        }
    }

    private void tellDue(DueTask task, List<String> people, Set<String> told, Instant now) {
        String key = task.id() + "@" + task.due().getEpochSecond();
        List<String> fresh = people.stream()
                .filter(Predicate.not(person -> told.contains(person + "|" + key)))
                .toList();
        if (fresh.isEmpty() || now.isBefore(nearFrom(task.since(), task.due(), settings.dueSoon()))) {
            return;
        }
        String words = "notice."
                + (task.assignee() == null ? "waiting" : "due")
                + (task.due().isAfter(now) ? "Soon" : "Past");
        notices.anotherDay(task.id(), key);
        notices.tell(
                fresh,
                new Told(
                        Occasion.DUE_SOON,
                        key,
                        sentences.text(
                                words, TaskNotices.oneLine(task.name()), TaskNotices.about(task.about()), task.due()),
                        Told.taskLink(task.id()),
                        task.id(),
                        TaskNotices.site(task.tenant())));
    }

    /** What was given little time is not near from its first moment on. */
    static Instant nearFrom(Instant since, Instant until, Duration ahead) {
        Duration half = Duration.between(since, until).dividedBy(2);
        return until.minus(half.compareTo(ahead) < 0 ? half : ahead);
    }

    private record Lapsing(UUID caseId, String consultant, Instant since, Instant until, String unitNo, UUID project) {}

    private void holdsLapsing(Instant now) {
        List<Lapsing> lapsing = database.sql("""
                        select o.case_id, c.consultant, o.since, o.until, u.unit_no, b.project_id
                          from sales.unit_occupancy o
                          join sales.sales_cases c on c.id = o.case_id
                          join sales.units u on u.id = o.unit_id
                          join sales.buildings b on b.id = u.building_id
                         where o.until > :now and o.until <= :soon""")
                .param("now", Timestamp.from(now))
                .param("soon", Timestamp.from(now.plus(settings.holdSoon())))
                .query((row, n) -> new Lapsing(
                        row.getObject("case_id", UUID.class),
                        row.getString("consultant"),
                        row.getTimestamp("since").toInstant(),
                        row.getTimestamp("until").toInstant(),
                        row.getString("unit_no"),
                        row.getObject("project_id", UUID.class)))
                .list();
        lapsing.stream()
                .filter(hold -> !now.isBefore(nearFrom(hold.since(), hold.until(), settings.holdSoon())))
                .forEach(hold -> notices.tell(
                        List.of(hold.consultant()),
                        new Told(
                                Occasion.HOLD_LAPSING,
                                hold.caseId() + "@" + hold.until().getEpochSecond(),
                                sentences.text("notice.holdLapsing", hold.unitNo(), hold.until()),
                                "/sales/" + hold.caseId(),
                                null,
                                hold.project())));
    }

    /** A hold that was paid for, given back or has lapsed is no news any more; nor is a task that ended beside the sweep. */
    private void settle(Instant now) {
        database.sql("""
                        update sales.staff_notices n set read_at = :now, settled = true
                         where occasion = 'HOLD_LAPSING' and read_at is null
                           and not exists (select 1 from sales.unit_occupancy o
                                            where o.case_id = cast(split_part(n.fact, '@', 1) as uuid) and o.until > :now)""").param("now", Timestamp.from(now)).update();
        List<String> unread = database.sql("""
                        select distinct task_id from sales.staff_notices
                         where occasion = 'DUE_SOON' and read_at is null and made_at > ?""")
                .param(Timestamp.from(now.minus(LOOKED_AFTER)))
                .query(String.class)
                .list();
        List<String> over = new ArrayList<>(unread);
        over.removeAll(tasks.openAmong(unread));
        notices.ended(over);
    }
}

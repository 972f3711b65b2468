package cn.anchang.sample;

import cn.anchang.inventory.UnitCatalogue;
import cn.anchang.mail.Delivery;
import cn.anchang.payment.Item;
import cn.anchang.sample.StoryBook.Progress;
import cn.anchang.sample.StoryRows.Owed;
import cn.anchang.sample.Visitor.Turn;
import cn.anchang.shared.Refused;
import jakarta.annotation.PreDestroy;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Profile;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Tells the first run's story: months of a sale up to this moment, each step done by the person whose task it is, at the real desks,
 * in the order of the days. The start waits a while for it; the rest is told behind. A start that was killed is continued by the
 * next one, and where somebody has sold already nothing is told.
 */
@Component
@Profile("sample")
@ConditionalOnProperty("anchang.sample.story")
@Order(Ordered.HIGHEST_PRECEDENCE)
class SampleStory implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(SampleStory.class);

    /** The sample's customers are known by then. */
    private static final LocalDate NOT_BEFORE = LocalDate.of(2026, 5, 1);

    private static final int SHORTEST_DAYS = 14;
    private static final int DAYS_WITH_REPORTS = 21;
    /** The day of a month on which the next one's targets are set. */
    private static final int TARGETS_ON = 25;

    private static final int NEVER = Integer.MAX_VALUE;
    /** The computer's clock may be put right meanwhile. */
    private static final Duration TOLERANCE = Duration.ofSeconds(5);

    private record Event(Instant at, int order, String what, Runnable act) {}

    private final SampleProject project;
    private final StoryBook book;
    private final StoryClock clock;
    private final StoryPeople people;
    private final StoryRows rows;
    private final SaleScenes sales;
    private final OfficeScenes office;
    private final UnitCatalogue units;
    private final Delivery delivery;
    private final ObjectProvider<StoryJobExecutor> jobs;
    private final int days;
    private final Duration patience;

    private final PriorityQueue<Event> events =
            new PriorityQueue<>(Comparator.comparing(Event::at).thenComparing(Event::order));
    private final Set<String> known = new HashSet<>();
    private final Map<String, Visitor> byCase = new HashMap<>();
    private final List<String> troubles = new ArrayList<>();
    private Map<String, Visitor> byPhone = Map.of();
    private Progress story;
    private UUID projectId;
    private int order;
    private volatile boolean stopped;
    private Thread teller;

    SampleStory(
            SampleProject project,
            StoryBook book,
            StoryClock clock,
            StoryPeople people,
            StoryRows rows,
            SaleScenes sales,
            OfficeScenes office,
            UnitCatalogue units,
            Delivery delivery,
            ObjectProvider<StoryJobExecutor> jobs,
            @Value("${anchang.sample.story-days}") int days,
            @Value("${anchang.sample.story-patience}") Duration patience) {
        this.project = project;
        this.book = book;
        this.clock = clock;
        this.people = people;
        this.rows = rows;
        this.sales = sales;
        this.office = office;
        this.units = units;
        this.delivery = delivery;
        this.jobs = jobs;
        this.days = days;
        this.patience = patience;
    }

    @Override
    public void run(ApplicationArguments arguments) throws InterruptedException {
        Optional<Progress> toTell = toTell();
        if (toTell.isEmpty()) {
            return;
        }
        story = toTell.get();
        book.keep(story);
        jobs.ifAvailable(StoryJobExecutor::rest);
        teller = new Thread(this::tell, "story");
        teller.start();
        teller.join(patience.toMillis());
        if (teller.isAlive()) {
            LOG.info("The sample's story goes on behind: its figures grow until it has come to today");
        }
    }

    private Optional<Progress> toTell() {
        Optional<Progress> begun = book.progress();
        if (begun.isPresent()) {
            return begun.filter(progress -> !progress.isOver());
        }
        LocalDate today = LocalDate.now(clock);
        LocalDate first = today.minusDays(days);
        LocalDate begin = first.isBefore(NOT_BEFORE) ? NOT_BEFORE : first;
        if (rows.hasSales() || begin.plusDays(SHORTEST_DAYS).isAfter(today)) {
            return Optional.empty();
        }
        Instant from = at(begin, LocalTime.of(8, 30));
        return Optional.of(new Progress(from, clock.instant(), from));
    }

    /** Waits for the step under way, so that nothing is asked of a database that is gone. */
    @PreDestroy
    void stop() throws InterruptedException {
        stopped = true;
        if (teller != null) {
            teller.join();
        }
    }

    /** What did not go as the story wanted: nothing, unless people came in meanwhile. */
    List<String> troubles() {
        return List.copyOf(troubles);
    }

    private void tell() {
        long since = System.nanoTime();
        try {
            clock.moveTo(story.told());
            project.run(null);
            projectId = units.projects().stream()
                    .filter(view -> view.name().equals(SampleWorkbooks.PROJECT))
                    .findFirst()
                    .orElseThrow()
                    .id();
            plan();
            while (!stopped && !events.isEmpty() && !events.peek().at().isAfter(story.end())) {
                Event next = events.poll();
                untilThen(next.at());
                clock.moveTo(next.at());
                done(next.what(), next.act());
            }
            if (!stopped) {
                untilThen(story.end());
                clock.moveTo(story.end());
                delivery.deliverDue();
                book.keep(new Progress(story.begin(), story.end(), story.end()));
                LOG.info(
                        "The sample's story is told in {} s: {} visitors",
                        Duration.ofNanos(System.nanoTime() - since).toSeconds(),
                        byPhone.size());
            }
        } catch (RuntimeException e) {
            LOG.error("The sample's story breaks off; the next start goes on with it", e);
            troubles.add(e.toString());
        } finally {
            clock.backToNow();
            if (!stopped) {
                jobs.ifAvailable(StoryJobExecutor::wake);
            }
        }
    }

    /** Everything whose hour is known beforehand, and what is open from before. */
    private void plan() {
        List<Visitor> visitors = Visitors.between(story.begin(), story.end(), clock.getZone());
        byPhone = visitors.stream().collect(Collectors.toMap(Visitor::phone, Function.identity()));
        rows.casesByPhone().forEach((phone, id) -> {
            if (byPhone.containsKey(phone)) {
                byCase.put(id.toString(), byPhone.get(phone));
            }
        });
        visitors.stream()
                .filter(visitor -> !visitor.comes().isBefore(story.told()))
                .forEach(visitor -> event(visitor.comes(), visitor.phone(), () -> comes(visitor)));
        LocalDate last = day(story.end());
        for (LocalDate day = day(story.told()); !day.isAfter(last); day = day.plusDays(1)) {
            plan(day, last);
        }
        notice(Instant.EPOCH, story.end());
    }

    private void plan(LocalDate day, LocalDate last) {
        LocalDate first = day(story.begin());
        event(
                at(day, LocalTime.of(0, 1)),
                "day " + day,
                () -> book.keep(new Progress(story.begin(), story.end(), at(day, LocalTime.of(0, 1)))));
        if (day.equals(first)) {
            event(
                    at(day, LocalTime.of(10, 0)),
                    "plan",
                    () -> people.start("promotion-plan", StoryPeople.MARKETING, office.firstPlan(projectId, story)));
        }
        if (day.equals(first)) {
            event(at(day, LocalTime.of(8, 30)), "targets", () -> office.setTargets(projectId, YearMonth.from(day)));
        }
        if (day.getDayOfMonth() == TARGETS_ON) {
            event(
                    at(day, LocalTime.of(8, 30)),
                    "targets",
                    () -> office.setTargets(projectId, YearMonth.from(day).plusMonths(1)));
        }
        if (day.isAfter(first.plusDays(6))) {
            event(at(day, LocalTime.of(9, 0)), "reminders", () -> people.begin("payment-reminder"));
        }
        event(at(day, LocalTime.of(9, 2)), "letters", delivery::deliverDue);
        event(at(day, LocalTime.of(10, 30)), "cashier", this::cashierLooks);
        event(at(day, LocalTime.of(17, 45)), "letters", delivery::deliverDue);
        if (day.isAfter(last.minusDays(DAYS_WITH_REPORTS)) && day.isAfter(first)) {
            event(at(day, LocalTime.of(18, 10)), "report", () -> report("DAY", day));
        }
        if (day.getDayOfWeek() == DayOfWeek.MONDAY && day.isAfter(first.plusDays(6))) {
            event(at(day, LocalTime.of(9, 10)), "report", () -> report("WEEK", day.minusDays(1)));
        }
        if (day.getDayOfMonth() == 1 && day.isAfter(first)) {
            event(at(day, LocalTime.of(9, 20)), "report", () -> report("MONTH", day.minusDays(1)));
        }
        if (day.equals(last.minusDays(1)) && day.isAfter(first.plusDays(7))) {
            LocalDate from = day.minusDays(31).isBefore(first) ? first : day.minusDays(31);
            event(
                    at(day, LocalTime.of(9, 30)),
                    "summary",
                    () -> people.start(
                            "stage-summary",
                            StoryPeople.MARKETING,
                            office.summaryOf(projectId, from, day.minusDays(1))));
        }
    }

    private void report(String kind, LocalDate day) {
        people.start("sales-report", StoryPeople.SITE_MANAGER, office.reportOf(projectId, kind, day));
    }

    /** Those not yet received: a start that was killed may have let them in already. */
    private void comes(Visitor visitor) {
        Optional<UUID> there = rows.caseOf(visitor.phone());
        if (there.isEmpty()) {
            people.start("sales-case", visitor.consultant(), sales.visit(visitor, projectId));
            rows.caseOf(visitor.phone()).ifPresent(id -> byCase.put(id.toString(), visitor));
        }
    }

    /** 收款登记 of what buyers pay of their instalments, each in their own time. */
    private void cashierLooks() {
        LocalDate today = LocalDate.now(clock);
        for (Owed owed : rows.owedBy(today.plusDays(3))) {
            Visitor buyer = byPhone.get(owed.phone());
            int late = buyer == null ? NEVER : daysLate(buyer, owed);
            if (late != NEVER && !owed.dueOn().plusDays(late).isAfter(today)) {
                people.start(
                        "payment-registration",
                        StoryPeople.CASHIER,
                        Scene.form(
                                "account", owed.account(),
                                "item", Item.paying(owed.kind()),
                                "amount", owed.rest(),
                                "method", "TRANSFER",
                                "payer", buyer.name(),
                                "bankSerial", "FQ%d-%d".formatted(buyer.number(), owed.seq()),
                                "paidOn", today));
            }
        }
    }

    /** Most pay in time, some a little late, some only after a letter, some not at all. */
    private static int daysLate(Visitor buyer, Owed owed) {
        switch (buyer.order()) {
            case 0, 3:
                return NEVER;
            case 2:
                return 34;
            case 5:
                return 27;
            case 6:
                return 40;
            case 7:
                return 9;
            default:
                break;
        }
        return (buyer.number() + owed.seq()) % 3 - 2 + (buyer.order() % 4 == 1 ? 4 : 0);
    }

    // ---- what comes to people meanwhile

    private void untilThen(Instant moment) {
        for (Optional<Job> job = people.nextJob(moment); job.isPresent() && !stopped; job = people.nextJob(moment)) {
            Job due = job.get();
            if (due.getDuedate() != null) {
                clock.moveTo(due.getDuedate().toInstant());
            }
            done(due.toString(), () -> people.run(due));
        }
    }

    private void done(String what, Runnable act) {
        Instant before = clock.instant();
        try {
            act.run();
        } catch (Refused e) {
            LOG.warn("In the sample's story on {}, {}: {}", before, what, e.getMessage());
            troubles.add(what + ": " + e.getMessage());
        } catch (RuntimeException e) {
            LOG.warn("In the sample's story on {}, {} fails", before, what, e);
            troubles.add(what + ": " + e);
        }
        notice(before.minus(TOLERANCE), clock.instant().plus(TOLERANCE));
    }

    /** New tasks are planned for the hour at which their people will do them. */
    private void notice(Instant since, Instant until) {
        for (Task task : people.openBetween(since, until)) {
            if (known.add(task.getId())) {
                people.businessKey(task).ifPresent(key -> plan(task, key));
            }
        }
    }

    private void plan(Task task, String key) {
        String doer = people.doer(task);
        Instant came = task.getCreateTime().toInstant();
        Scene scene = scene(task, key, doer, came);
        if (!scene.isLeft()) {
            event(
                    scene.when(came, clock.getZone()),
                    task.getTaskDefinitionKey() + " of " + key,
                    () -> people.open(task.getId())
                            .ifPresent(
                                    open -> hand(open, key, doer, scene.form().get())));
        }
        Visitor visitor = byCase.get(key);
        if (visitor != null) {
            besides(task, UUID.fromString(key), visitor, came);
        }
    }

    private void hand(Task task, String key, String doer, Map<String, Object> form) {
        people.complete(task, doer, form);
        Visitor visitor = byCase.get(key);
        if (visitor != null && visitor.comesAgain() && form.get("followUpOn") instanceof LocalDate on) {
            event(at(on.minusDays(1), LocalTime.of(11, 0).plusMinutes(visitor.number() % 300)), "return", () -> {
                if (!people.hasOpenTask(key)) {
                    people.start("sales-case", visitor.consultant(), sales.visit(visitor, projectId));
                }
            });
        }
    }

    private Scene scene(Task task, String key, String doer, Instant came) {
        String step = task.getTaskDefinitionKey();
        Instant due = task.getDueDate() == null ? null : task.getDueDate().toInstant();
        Visitor visitor = visitorOf(key);
        int before = step.equals("userTask_negotiate") || step.equals("userTask_followUp")
                ? rows.done(key, "userTask_negotiate", "userTask_followUp")
                : rows.done(key, step);
        return visitor != null
                ? sales.of(step, UUID.fromString(key), visitor, before)
                : office.of(step, () -> people.shown(task, doer), doer, before, came, due, story);
    }

    private Visitor visitorOf(String key) {
        if (!byCase.containsKey(key)) {
            rows.casesByPhone().forEach((phone, id) -> {
                if (id.toString().equals(key) && byPhone.containsKey(phone)) {
                    byCase.put(key, byPhone.get(phone));
                }
            });
        }
        return byCase.get(key);
    }

    /** What is asked for beside the step itself: a lower price, more days, or to be let go. */
    private void besides(Task task, UUID caseId, Visitor visitor, Instant came) {
        if (task.getTaskDefinitionKey().equals("userTask_signSubscription") && bargains(visitor)) {
            later(
                    came,
                    Duration.ofMinutes(50),
                    "bargain",
                    () -> people.start("price-approval", visitor.consultant(), sales.bargain(caseId, visitor)));
        } else if (task.getTaskDefinitionKey().equals("userTask_collectFirstPayment")) {
            if (visitor.turn() == Turn.EXTENDS) {
                later(
                        came,
                        Duration.ofDays(6),
                        "extension",
                        () -> change(
                                caseId,
                                visitor,
                                Scene.form("kind", "EXTEND_SIGNING", "days", 7, "reason", "客户首付款到账晚几天")));
            } else if (visitor.turn() == Turn.WITHDRAWS) {
                later(
                        came,
                        Duration.ofDays(4),
                        "withdrawal",
                        () -> change(
                                caseId,
                                visitor,
                                Scene.form("kind", "WITHDRAW", "fault", "NOBODY", "reason", "客户工作调动，双方协商退定")));
            }
        }
    }

    private static boolean bargains(Visitor visitor) {
        return visitor.turn() == Turn.BARGAINS || visitor.turn() == Turn.BARGAINS_STILL;
    }

    private void later(Instant came, Duration after, String what, Runnable act) {
        event(new Scene((int) after.toMinutes(), true, Map::of).when(came, clock.getZone()), what, act);
    }

    private void change(UUID caseId, Visitor visitor, Map<String, Object> asked) {
        if (!rows.hasChangeOrder(caseId)) {
            asked.put("caseId", caseId);
            people.start("change-order", visitor.consultant(), asked);
        }
    }

    private void event(Instant at, String what, Runnable act) {
        events.add(new Event(at.isBefore(story.told()) ? story.told() : at, order++, what, act));
    }

    private Instant at(LocalDate day, LocalTime hour) {
        return day.atTime(hour).atZone(clock.getZone()).toInstant();
    }

    private LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, clock.getZone());
    }
}

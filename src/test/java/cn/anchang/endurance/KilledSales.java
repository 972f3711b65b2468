package cn.anchang.endurance;

import cn.anchang.testing.SaleForms;
import cn.anchang.testing.TasklistSession;
import cn.anchang.testing.TasklistSession.Answer;
import cn.anchang.testing.TasklistSession.OpenTask;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Carries many sales at once through the running application and kills it, without warning, several times. After each restart every
 * sale must be where its client last heard it was, or one step on (the step that was under way), and {@link SaleJudges} must find
 * nothing. At the end every sale is carried as far as the checklist, so that nothing is stuck.
 *
 * <p>A program, not a test: {@code tools/killed-sales.sh [clients] [kills]}. Ends with status 1 when something must not be.
 */
public final class KilledSales {

    private static final int PORT = 8093;
    private static final int DATABASE_PORT = 15493;
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));

    /** The steps a client takes, in order, and who takes each. */
    private enum Step {
        REGISTER(null, null),
        NEGOTIATE("userTask_negotiate", null),
        CHOOSE_UNIT("userTask_chooseUnit", null),
        COLLECT_DEPOSIT("userTask_collectDeposit", "qian.hui"),
        SIGN_SUBSCRIPTION("userTask_signSubscription", null),
        COLLECT_FIRST_PAYMENT("userTask_collectFirstPayment", "qian.hui"),
        SIGN_CONTRACT("userTask_signContract", null),
        FILE_CONTRACT("userTask_fileContract", null),
        CHECK_DEAL("userTask_checkDeal", "zhao.ming"),
        ARRIVED("userTask_handOverPapers", null);

        private final String taskKey;
        private final String role;

        Step(String taskKey, String role) {
            this.taskKey = taskKey;
            this.role = role;
        }

        Step next() {
            return values()[ordinal() + 1];
        }
    }

    /** What one client knows of its sale: the next step to take, and whether the last attempt was answered. */
    private static final class Sale {
        private final int number;
        private final String phone;
        private final String consultant;
        private String caseId;
        private Step next = Step.REGISTER;
        private boolean underWay;

        Sale(int number) {
            this.number = number;
            this.phone = "139%08d".formatted(number);
            this.consultant = number % 2 == 0 ? "chen.xiao" : "lin.jia";
        }

        String buyer() {
            return "压测客户" + number;
        }
    }

    private final Path data;
    private final String classPath;
    private final JdbcTemplate database = new JdbcTemplate(
            new DriverManagerDataSource("jdbc:postgresql://localhost:" + DATABASE_PORT + "/postgres", "postgres", ""));
    private final List<Sale> sales;
    private final Random random = new Random(20261123);
    private final AtomicBoolean running = new AtomicBoolean();
    private final AtomicInteger answered = new AtomicInteger();
    private final ExecutorService clients;
    private final List<String> complaints = new ArrayList<>();
    private Process application;

    private KilledSales(int clients, Path data, String classPath) {
        this.sales = IntStream.rangeClosed(1, clients).mapToObj(Sale::new).toList();
        this.clients = Executors.newFixedThreadPool(clients);
        this.data = data;
        this.classPath = classPath;
    }

    /** Arguments: clients (64), kills (3). The application's class path comes as the system property {@code application.class.path}. */
    public static void main(String[] arguments) throws Exception {
        int clients = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 64;
        int kills = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 3;
        Path data = Files.createTempDirectory(Path.of("target"), "killed-sales").toAbsolutePath();
        KilledSales program = new KilledSales(clients, data, System.getProperty("application.class.path"));
        try {
            program.run(kills);
        } finally {
            program.stop();
        }
        program.complaints.forEach(System.out::println);
        System.out.println(program.complaints.isEmpty() ? "Nothing that must not be." : "FAILED");
        System.exit(program.complaints.isEmpty() ? 0 : 1);
    }

    private void run(int kills) throws Exception {
        for (int kill = 1; kill <= kills; kill++) {
            start();
            if (kill > 1) {
                compareAndJudge("after kill " + (kill - 1));
            }
            int steps = 80 + random.nextInt(120);
            int taken = carryAndKill(steps);
            System.out.printf("kill %d after %d steps: %s%n", kill, taken, positions());
        }
        start();
        compareAndJudge("after kill " + kills);
        carryToTheEnd();
        compareAndJudge("at the end");
        System.out.println("at the end: " + positions());
        sales.stream()
                .filter(sale -> sale.next != Step.ARRIVED)
                .forEach(sale -> complaints.add("sale " + sale.number + " is stuck at " + sale.next));
    }

    private void start() throws IOException, InterruptedException {
        application = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        classPath,
                        "cn.anchang.AnchangApplication",
                        "--spring.profiles.active=sample",
                        "--anchang.sample.story=false",
                        "--server.port=" + PORT,
                        "--anchang.sample.database-port=" + DATABASE_PORT,
                        "--anchang.sample.data-directory=" + data)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        new File(data.getParent().toFile(), "killed-sales.log")))
                .start();
        for (int second = 0; second < 180; second++) {
            if (!application.isAlive()) {
                throw new IllegalStateException("The application did not start; see target/killed-sales.log");
            }
            try {
                if (TasklistSession.stranger(PORT)
                                .get("/actuator/health", "application/json")
                                .isOk()
                        && isSampleThere()) {
                    return;
                }
            } catch (UncheckedIOException notYet) {
                // not listening yet
            }
            TimeUnit.SECONDS.sleep(1);
        }
        throw new IllegalStateException("The application did not answer within three minutes");
    }

    /** The first start imports units, has their prices approved and imports customers, in this order. */
    private boolean isSampleThere() {
        return database.queryForObject(
                "select exists (select 1 from sales.price_lists where approved_at is not null)"
                        + " and exists (select 1 from sales.customers)",
                Boolean.class);
    }

    /** All clients at work; once so many steps were answered, the application is killed under their hands. */
    private int carryAndKill(int steps) throws Exception {
        answered.set(0);
        List<Future<?>> work = begin();
        for (int waited = 0; answered.get() < steps && waited < 1_200; waited++) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
        running.set(false);
        application.destroyForcibly().waitFor();
        await(work, Duration.ofMinutes(1));
        return answered.get();
    }

    private void carryToTheEnd() throws Exception {
        await(begin(), Duration.ofMinutes(5));
        running.set(false);
    }

    private List<Future<?>> begin() {
        running.set(true);
        List<Future<?>> work = new ArrayList<>();
        for (Sale sale : sales) {
            work.add(clients.submit(() -> carry(sale)));
        }
        return work;
    }

    private static void await(List<Future<?>> work, Duration atMost) throws Exception {
        for (Future<?> one : work) {
            one.get(atMost.toSeconds(), TimeUnit.SECONDS);
        }
    }

    private void carry(Sale sale) {
        try {
            TasklistSession consultant = TasklistSession.of(PORT, sale.consultant);
            while (running.get() && sale.next != Step.ARRIVED) {
                TasklistSession person = sale.next.role == null ? consultant : TasklistSession.of(PORT, sale.next.role);
                sale.underWay = true;
                Answer answer = take(sale, person);
                sale.underWay = false;
                if (answer.isOk()) {
                    sale.next = sale.next.next();
                    answered.incrementAndGet();
                } else if (!running.get()) {
                    return;
                } else if (!(answer.status() == 422 && sale.next == Step.CHOOSE_UNIT)) {
                    complain("sale " + sale.number + " at " + sale.next + " was answered " + answer);
                    return;
                }
            }
        } catch (RuntimeException e) {
            if (running.get()) {
                complain("sale " + sale.number + " at " + sale.next + ": " + e);
            }
        }
    }

    private Answer take(Sale sale, TasklistSession person) {
        if (sale.next == Step.REGISTER) {
            String project = person.get("/api/reception/projects")
                    .json()
                    .path(0)
                    .path("id")
                    .asText();
            Answer answer = person.startForm("sales-case", SaleForms.visit(project, sale.buyer(), sale.phone));
            if (answer.isOk()) {
                sale.caseId = caseOf(sale);
            }
            return answer;
        }
        OpenTask task = person.taskOf(sale.caseId, sale.next.taskKey);
        if (task.assignee() == null) {
            person.claim(task.id());
        }
        return person.submitForm(task.id(), form(sale, person, task));
    }

    private Map<String, Object> form(Sale sale, TasklistSession person, OpenTask task) {
        JsonNode prefill =
                person.get("/api/tasks/" + task.id() + "/card").json().path("prefill");
        return switch (sale.next) {
            case NEGOTIATE -> SaleForms.intent();
            case CHOOSE_UNIT -> SaleForms.choose(anyUnit(person, task));
            case COLLECT_DEPOSIT -> SaleForms.money("10000.00", sale.buyer(), "D" + sale.number, TODAY);
            case SIGN_SUBSCRIPTION -> SaleForms.subscription(sale.buyer(), "E%08d".formatted(sale.number), prefill);
            case COLLECT_FIRST_PAYMENT ->
                SaleForms.money(prefill.path("dueBySigning").asText(), sale.buyer(), "F" + sale.number, TODAY);
            case SIGN_CONTRACT -> SaleForms.contract(prefill, TODAY, TODAY.plusYears(1));
            case FILE_CONTRACT -> SaleForms.filing("BA-" + sale.number, TODAY);
            case CHECK_DEAL -> SaleForms.ticked(prefill);
            default -> throw new IllegalStateException("No form for " + sale.next);
        };
    }

    private String anyUnit(TasklistSession person, OpenTask task) {
        JsonNode units = person.get("/api/tasks/" + task.id() + "/units").json().path("units");
        int first = random.nextInt(units.size());
        return IntStream.range(0, units.size())
                .mapToObj(i -> units.path((first + i) % units.size()))
                .filter(unit -> unit.path("permitNo").isMissingNode()
                        || !unit.path("permitNo").isNull())
                .map(unit -> unit.path("id").asText())
                .findFirst()
                .orElseThrow();
    }

    /** Each sale is where its client last heard it was, or one step on; then the judges. */
    private void compareAndJudge(String when) {
        int oneStepOn = 0;
        for (Sale sale : sales) {
            Step found = whereItIs(sale);
            if (found == sale.next) {
                continue;
            }
            if (sale.underWay && found == sale.next.next()) {
                oneStepOn++;
                sale.next = found;
            } else {
                complain(when + ", sale " + sale.number + " should be at " + sale.next + " but is at " + found);
            }
        }
        List<String> violations = SaleJudges.violations(database);
        violations.forEach(violation -> complain(when + ": " + violation));
        System.out.printf(
                "%s: %d sales, %d of them one step on, %d violations%n",
                when, sales.size(), oneStepOn, violations.size());
    }

    private Step whereItIs(Sale sale) {
        sale.caseId = caseOf(sale);
        if (sale.caseId == null) {
            return Step.REGISTER;
        }
        List<String> open = database.queryForList("""
                select t.task_def_key_ from public.act_ru_task t
                join public.act_ru_execution e on e.id_ = t.proc_inst_id_ where e.business_key_ = ?""", String.class, sale.caseId);
        for (Step step : Step.values()) {
            if (step.taskKey != null && open.contains(step.taskKey)) {
                return step;
            }
        }
        throw new IllegalStateException("Sale " + sale.number + " waits at " + open);
    }

    private String caseOf(Sale sale) {
        List<String> cases = database.queryForList("""
                select c.id::text from sales.sales_cases c
                join sales.customers k on k.id = c.customer_id where k.phone = ?""", String.class, sale.phone);
        if (cases.size() > 1) {
            complain("sale " + sale.number + " has " + cases.size() + " cases");
        }
        return cases.isEmpty() ? null : cases.get(0);
    }

    private String positions() {
        Map<Step, Long> counts = new java.util.EnumMap<>(Step.class);
        sales.forEach(sale -> counts.merge(sale.next, 1L, Long::sum));
        return counts.toString();
    }

    private synchronized void complain(String complaint) {
        complaints.add(complaint);
    }

    private void stop() throws InterruptedException {
        clients.shutdownNow();
        if (application != null && application.isAlive()) {
            application.destroy();
            application.waitFor(60, TimeUnit.SECONDS);
        }
    }
}

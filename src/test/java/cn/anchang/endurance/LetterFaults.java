package cn.anchang.endurance;

import cn.anchang.AnchangApplication;
import cn.anchang.endurance.SmtpSink.Fault;
import cn.anchang.testing.TestClock;
import cn.anchang.testing.TestDatabase;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What becomes of a morning's letters when things go wrong: the mail server is away, refuses every tenth recipient, hangs up in the
 * middle of every tenth letter; two nodes at once; and the sending application killed at random moments. Letters are counted where they
 * arrive, by Message-ID and recipient: none may be missing, nobody may get two different ones; the same one twice only after a kill.
 *
 * <p>A program, not a test: {@code tools/faulty-letters.sh}. Its last line is one JSON object; it fails on any violation.
 */
public final class LetterFaults {

    private static final int FEW = 600;
    private static final int MANY = 20_000;
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final RuntimeService runtime;
    private final JdbcTemplate database;
    private final SignedSales sales;
    private final SmtpSink sink;
    private final String url;
    private final String classPath;
    private final int kills;
    private final Random random = new Random(20261124);
    private final Map<String, Object> results = new LinkedHashMap<>();
    private final List<String> violations = new ArrayList<>();
    private final List<Process> nodes = new ArrayList<>();
    private int seeded;
    private int first;

    private LetterFaults(ConfigurableApplicationContext application, SmtpSink sink, int kills) {
        this.runtime = application.getBean(RuntimeService.class);
        this.database = application.getBean(JdbcTemplate.class);
        this.sales = new SignedSales(database, LocalDate.now(ZONE));
        this.sink = sink;
        this.url = application.getBean(EmbeddedPostgres.class).getJdbcUrl("postgres", "postgres");
        this.classPath = System.getProperty("application.class.path");
        this.kills = kills;
    }

    /** Arguments: kills (20). The application's class path comes as the system property {@code application.class.path}. */
    public static void main(String[] arguments) throws Exception {
        int kills = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 20;
        boolean good;
        try (SmtpSink sink = new SmtpSink();
                ConfigurableApplicationContext application = new SpringApplicationBuilder(
                                AnchangApplication.class, TestDatabase.class)
                        .profiles("test")
                        .run(
                                "--server.port=0",
                                "--spring.main.banner-mode=off",
                                "--logging.level.root=WARN",
                                "--camunda.bpm.job-execution.enabled=false",
                                "--anchang.secret-key=YmVuY2gta2V5LW9ubHktZm9yLXRoZS1iZW5jaG1hcms=",
                                "--anchang.admin.user=bench.admin",
                                "--anchang.admin.password=bench.admin.password")) {
            LetterFaults program = new LetterFaults(application, sink, kills);
            application.getBean(TestClock.class).moveTo(Clock.systemUTC().instant());
            try {
                program.run();
            } finally {
                program.nodes.forEach(Process::destroyForcibly);
            }
            program.violations.forEach(System.out::println);
            System.out.println(program.json());
            good = program.violations.isEmpty();
        }
        System.exit(good ? 0 : 1);
    }

    private void run() throws Exception {
        away();
        refusing();
        cutting();
        twoNodes();
        killed();
    }

    /** Nobody answers for the whole run; then somebody does. */
    private void away() throws Exception {
        int due = due(FEW);
        sink.goAway();
        Process node = start();
        post();
        await("all are posted", () -> letters("WAITING") == due);
        await(
                "somebody tried",
                () -> count("select count(*) from sales.mail_server_troubles where ended_at is null") > 0);
        TimeUnit.SECONDS.sleep(5);
        must(letters("WAITING") == due && sink.taken().isEmpty(), "away: something left or was lost");
        long troubles = count("select count(*) from sales.mail_server_troubles");
        must(troubles == 1, "away: %d troubles instead of one".formatted(troubles));
        sink.comeBack();
        await("all are sent", () -> letters("WAITING") == 0);
        must(
                count("select count(*) from sales.mail_server_troubles where ended_at is null") == 0,
                "away: still in trouble");
        stop(node);
        told("away", due, due);
        results.put("away_troubles", troubles);
    }

    /** What is refused for good is a call for the consultant and no letter. */
    private void refusing() throws Exception {
        int due = due(FEW);
        sink.misbehave(Fault.REFUSES_EVERY_TENTH);
        Process node = start();
        post();
        await("all have ended", () -> ended(due));
        int refused = sink.faults();
        sink.misbehave(Fault.NONE);
        stop(node);
        must(refused == due / 10, "refusing: %d of %d".formatted(refused, due));
        must(letters("FAILED") == refused, "refusing: %d failed".formatted(letters("FAILED")));
        long calls = count("select count(*) from sales.reminders where state = 'CALL'");
        must(calls == refused, "refusing: %d calls".formatted(calls));
        told("refusing", due, due - refused);
        results.put("refusing_calls", calls);
    }

    private void cutting() throws Exception {
        int due = due(FEW);
        sink.misbehave(Fault.CUTS_EVERY_TENTH);
        Process node = start();
        post();
        await("all are sent", () -> ended(due));
        int cut = sink.faults();
        sink.misbehave(Fault.NONE);
        stop(node);
        must(cut >= due / 10, "cutting: only %d".formatted(cut));
        told("cutting", due, due);
        results.put("cutting_cuts", cut);
    }

    private void twoNodes() throws Exception {
        int due = due(MANY / 5);
        Process one = start();
        Process other = start();
        post();
        post();
        await("all are sent", () -> ended(due));
        stop(one);
        stop(other);
        must(twice() == 0, "two nodes: %d twice".formatted(twice()));
        told("two_nodes", due, due);
    }

    /** {@code kill -9} while it posts and sends, at a moment nobody chose, again and again. */
    private void killed() throws Exception {
        int due = due(MANY);
        post();
        for (int kill = 1; kill <= kills; kill++) {
            long before = progress();
            Process node = start();
            await("it goes on", () -> progress() > before);
            TimeUnit.MILLISECONDS.sleep(random.nextInt(1_200));
            stop(node);
            System.out.printf(
                    "kill %d: %d of %d are posted, %d arrived%n",
                    kill, posted(), due, sink.taken().size());
        }
        must(sink.taken().size() < due, "killed: nothing was left to do after the last kill");
        Process node = start();
        await("all are sent", () -> posted() == due && letters("WAITING") == 0);
        stop(node);
        results.put("killed_times", kills);
        results.put("killed_same_message_twice", twice());
        told("killed", due, due);
    }

    // ---- what a round is made of

    /** So many accounts more; every second has one instalment to be reminded of. */
    private int due(int accounts) {
        sink.forget();
        first = seeded + 1;
        sales.signed(first, seeded + accounts);
        seeded += accounts;
        return accounts / 2;
    }

    private void post() {
        runtime.startProcessInstanceByKey("payment-reminder");
    }

    private Process start() throws IOException {
        Process node = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-cp",
                        classPath,
                        "cn.anchang.AnchangApplication",
                        "--server.port=0",
                        "--spring.datasource.url=" + url,
                        "--spring.datasource.username=postgres",
                        "--spring.datasource.password=known-to-the-embedded-one-only",
                        "--camunda.bpm.job-execution.lock-time-in-millis=3000",
                        "--anchang.mail.host=127.0.0.1",
                        "--anchang.mail.port=" + sink.port(),
                        "--anchang.mail.every=1s",
                        "--anchang.mail.first-pause=1s",
                        "--anchang.mail.longest-pause=2s",
                        "--anchang.reminders.window-from=00:00",
                        "--anchang.reminders.window-until=23:59:59",
                        "--anchang.secret-key=YmVuY2gta2V5LW9ubHktZm9yLXRoZS1iZW5jaG1hcms=",
                        "--anchang.admin.user=bench.admin",
                        "--anchang.admin.password=bench.admin.password")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(new File("target/faulty-letters.log")))
                .start();
        nodes.add(node);
        return node;
    }

    /** As the power goes: nothing is told to it. */
    private void stop(Process node) throws InterruptedException {
        node.destroyForcibly().waitFor();
        nodes.remove(node);
    }

    private void await(String what, BooleanSupplier done) throws InterruptedException {
        for (int tenth = 0; tenth < 2_400; tenth++) {
            if (done.getAsBoolean()) {
                return;
            }
            if (nodes.stream().anyMatch(node -> !node.isAlive())) {
                throw new IllegalStateException(
                        "A node did not start or died by itself; see target/faulty-letters.log");
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        throw new IllegalStateException("Not within four minutes: " + what);
    }

    // ---- what is counted

    /** Of the accounts of this round. */
    private static final String OWN = " from sales.reminders r join sales.sales_cases c on c.id = r.account_id"
            + " left join sales.letters l on l.id = r.letter_id where cast(substr(c.no, 2) as integer) >= ";

    private long posted() {
        return count("select count(*)" + OWN + first);
    }

    private long letters(String state) {
        return count("select count(*)" + OWN + first + " and l.state = '" + state + "'");
    }

    private boolean ended(int due) {
        return posted() == due && letters("WAITING") == 0;
    }

    private long progress() {
        return posted() + sink.taken().size();
    }

    private long twice() {
        return sink.taken().values().stream().filter(times -> times > 1).count();
    }

    private long count(String query) {
        return database.queryForObject(query, Long.class);
    }

    /** @param arrive how many different letters must have arrived */
    private void told(String round, int due, int arrive) {
        Set<String> sent = new HashSet<>(
                database.queryForList("select l.message_id" + OWN + first + " and l.state = 'SENT'", String.class));
        long rowsTwice = count("select count(*) from (select r.account_id, r.kind, r.due_on, r.nth, r.level" + OWN
                + first + " group by 1, 2, 3, 4, 5 having count(*) > 1) twice");
        long different = sink.idsByRecipient().values().stream()
                .filter(ids -> ids.size() > 1)
                .count();
        must(posted() == due, "%s: %d rows for %d due".formatted(round, posted(), due));
        must(sent.size() == arrive, "%s: %d are sent by the rows, not %d".formatted(round, sent.size(), arrive));
        must(sink.taken().keySet().equals(sent), "%s: what arrived is not what the rows say".formatted(round));
        must(rowsTwice == 0, "%s: %d have two rows".formatted(round, rowsTwice));
        must(different == 0, "%s: %d got two different letters".formatted(round, different));
        results.put(round + "_due", due);
        results.put(round + "_arrived", sink.taken().size());
        System.out.printf(
                "%s: %d due, %d arrived, %d more than once%n",
                round, due, sink.taken().size(), twice());
    }

    private void must(boolean holds, String complaint) {
        if (!holds) {
            violations.add("VIOLATION " + complaint);
        }
    }

    private String json() {
        results.put("violations", violations.size());
        StringBuilder json = new StringBuilder("{");
        results.forEach((name, value) -> json.append(json.length() > 1 ? "," : "")
                .append('"')
                .append(name)
                .append("\":")
                .append(value));
        return json.append('}').toString();
    }
}

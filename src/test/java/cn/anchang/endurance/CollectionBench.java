package cn.anchang.endurance;

import cn.anchang.AnchangApplication;
import cn.anchang.organization.Staff;
import cn.anchang.testing.TasklistSession;
import cn.anchang.testing.TestClock;
import cn.anchang.testing.TestDatabase;
import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * How fast a morning's letters leave, and how the tracking page grows with the number of instalments; on PostgreSQL, with a mail server
 * of its own. The letters are compared with the same ones carried by bare Jakarta Mail over one connection, before and after, in the same
 * run.
 *
 * <p>A program, not a test: {@code tools/bench-collection.sh}. Its last line is one JSON object.
 */
public final class CollectionBench {

    private static final int SMALL = 6_000;
    private static final int MORNING = 20_000;
    private static final int LARGE = 60_000;
    private static final int REQUESTS = 200;
    private static final String READER = "bench.finance";

    private final ConfigurableApplicationContext application;
    private final SmtpSink sink;
    private final JdbcTemplate database;
    private final SignedSales sales;
    private final int port;
    private final Map<String, Object> results = new HashMap<>();

    private CollectionBench(ConfigurableApplicationContext application, SmtpSink sink) {
        this.application = application;
        this.sink = sink;
        this.database = application.getBean(JdbcTemplate.class);
        this.sales = new SignedSales(database, LocalDate.now(application.getBean(TestClock.class)));
        this.port = Integer.parseInt(application.getEnvironment().getProperty("local.server.port", "0"));
    }

    public static void main(String[] arguments) throws Exception {
        try (SmtpSink sink = new SmtpSink();
                ConfigurableApplicationContext application = new SpringApplicationBuilder(
                                AnchangApplication.class, TestDatabase.class, Opened.class)
                        .profiles("test")
                        .run(
                                "--server.port=0",
                                "--spring.main.banner-mode=off",
                                "--logging.level.root=WARN",
                                "--anchang.mail.host=127.0.0.1",
                                "--anchang.mail.port=" + sink.port(),
                                "--anchang.mail.every=1s",
                                "--anchang.secret-key=YmVuY2gta2V5LW9ubHktZm9yLXRoZS1iZW5jaG1hcms=",
                                "--anchang.admin.user=bench.admin",
                                "--anchang.admin.password=bench.admin.password")) {
            CollectionBench bench = new CollectionBench(application, sink);
            bench.run();
            System.out.println(bench.json());
        }
        System.exit(0);
    }

    /** The clock stands at ten in the morning, when letters may leave. */
    @org.springframework.boot.test.context.TestConfiguration(proxyBeanMethods = false)
    static class Opened {

        @org.springframework.context.annotation.Bean
        Object tenInTheMorning(TestClock clock) {
            clock.moveTo(clock.instant()
                    .atZone(clock.getZone())
                    .with(java.time.LocalTime.of(10, 0))
                    .toInstant());
            return new Object();
        }
    }

    private void run() throws Exception {
        application.getBean(Staff.class).enrol(READER, "压测", null, READER, Staff.FINANCE);
        sales.signed(1, SMALL);
        results.put("page_p95_ms_at_30k", page());
        results.put("letters_per_second_of_a_first_morning", letters(0, SMALL / 2));
        sales.signed(SMALL + 1, SMALL + MORNING);
        morning();
        sales.signed(SMALL + MORNING + 1, LARGE);
        results.put("page_p95_ms_at_300k", page());
        results.put(
                "page_growth",
                ((Number) results.get("page_p95_ms_at_300k")).doubleValue()
                        / ((Number) results.get("page_p95_ms_at_30k")).doubleValue());
    }

    // ---- letters

    /** Of an application that has sent letters on other mornings, as on any day but its first. */
    private void morning() throws Exception {
        int due = MORNING / 2;
        long heapBefore = heap();
        sink.forget();
        double perSecond = letters(SMALL / 2, due);
        results.put("letters", due);
        results.put("letters_per_second", perSecond);
        results.put(
                "letters_twice",
                sink.taken().values().stream().filter(times -> times > 1).count());
        results.put("heap_growth_mb", (heap() - heapBefore) / 1e6);
        double bare = (bare(due) + bare(due)) / 2;
        results.put("bare_letters_per_second", bare);
        results.put("ratio_to_bare", perSecond / bare);
    }

    /** @return letters per second, from the start of the run until the server has taken the last */
    private double letters(int before, int due) throws Exception {
        long begun = System.nanoTime();
        double posted = 0;
        application.getBean(RuntimeService.class).startProcessInstanceByKey("payment-reminder");
        while (sink.taken().size() < due) {
            Thread.sleep(50);
            double now = (System.nanoTime() - begun) / 1e9;
            if (posted == 0
                    && database.queryForObject("select count(*) from sales.reminders", Integer.class) >= before + due) {
                posted = now;
            }
            if (now > 600) {
                throw new IllegalStateException(
                        "Only %d of %d letters came".formatted(sink.taken().size(), due));
            }
        }
        results.put("seconds_until_all_are_posted", posted);
        return due / ((sink.lastTakenAt() - begun) / 1e9);
    }

    private static long heap() {
        System.gc();
        Runtime machine = Runtime.getRuntime();
        return machine.totalMemory() - machine.freeMemory();
    }

    /** The same letters over one connection, nothing else. */
    private double bare(int count) throws Exception {
        List<Map<String, Object>> letters =
                database.queryForList("select recipient, subject, body, html from sales.letters limit " + count);
        sink.forget();
        Properties smtp = new Properties();
        smtp.setProperty("mail.smtp.host", "127.0.0.1");
        smtp.setProperty("mail.smtp.port", Integer.toString(sink.port()));
        Session session = Session.getInstance(smtp);
        long begun = System.nanoTime();
        try (Transport transport = session.getTransport("smtp")) {
            transport.connect();
            for (Map<String, Object> letter : letters) {
                MimeMessage message = new MimeMessage(session);
                message.setFrom(new InternetAddress("bench@example.com", "云栖置业有限公司", "UTF-8"));
                message.setRecipient(
                        Message.RecipientType.TO,
                        new InternetAddress(letter.get("recipient").toString()));
                message.setSubject(letter.get("subject").toString(), "UTF-8");
                MimeBodyPart plain = new MimeBodyPart();
                plain.setText(letter.get("body").toString(), "UTF-8");
                MimeBodyPart html = new MimeBodyPart();
                html.setText(letter.get("html").toString(), "UTF-8", "html");
                message.setContent(new MimeMultipart("alternative", plain, html));
                message.saveChanges();
                transport.sendMessage(message, message.getAllRecipients());
            }
        }
        return count / ((System.nanoTime() - begun) / 1e9);
    }

    // ---- the page

    /** First screen and totals, the 95th of a hundred, in milliseconds. */
    private double page() {
        database.execute("analyze");
        TasklistSession finance = TasklistSession.of(port, READER);
        double[] times = new double[REQUESTS];
        for (int i = -20; i < REQUESTS; i++) {
            long begun = System.nanoTime();
            TasklistSession.Answer answer = finance.get("/receivables", "text/html");
            if (!answer.isOk() || !answer.text().contains("tfoot")) {
                throw new IllegalStateException("No page: " + answer.status());
            }
            if (i >= 0) {
                times[i] = (System.nanoTime() - begun) / 1e6;
            }
        }
        Arrays.sort(times);
        return times[(int) (REQUESTS * 0.95)];
    }

    private String json() {
        StringBuilder json = new StringBuilder("{");
        results.forEach((name, value) -> json.append(json.length() > 1 ? "," : "")
                .append('"')
                .append(name)
                .append("\":")
                .append(value instanceof Double number ? String.format(Locale.ROOT, "%.2f", number) : value));
        return json.append('}').toString();
    }
}

package cn.anchang.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import cn.anchang.testing.DatabaseTest;
import cn.anchang.testing.TestClock;
import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Letters against a real SMTP server that comes and goes. */
@DatabaseTest
@Import({Outbox.class, Delivery.class, Postman.class, ServerTroubles.class, DeliveryTest.Server.class})
class DeliveryTest {

    @TestConfiguration(proxyBeanMethods = false)
    @EnableConfigurationProperties(MailSettings.class)
    static class Server {

        @Bean
        MailServer mailServer() {
            return new MailServer("127.0.0.1", freePort(), "", "", false);
        }

        @Bean
        Moody guard() {
            return new Moody();
        }
    }

    /** Breaks down when it is asked about one letter; of the others it remembers that they were sent. */
    static class Moody implements LetterGuard {

        final List<UUID> sent = new CopyOnWriteArrayList<>();
        volatile UUID breaksDownAt;

        @Override
        public String name() {
            return "moody";
        }

        @Override
        public Verdict ask(UUID letter) {
            if (letter.equals(breaksDownAt)) {
                throw new IllegalStateException("no mood for " + letter);
            }
            return new Verdict.Send();
        }

        @Override
        public void sent(Collection<UUID> letters) {
            sent.addAll(letters);
        }

        @Override
        public void ended(UUID letter, LetterState state, String words) {
            throw new AssertionError(letter + " is " + state + ": " + words);
        }
    }

    @Autowired
    Moody guard;

    @Autowired
    Outbox outbox;

    @Autowired
    Delivery delivery;

    @Autowired
    ServerTroubles troubles;

    @Autowired
    MailServer server;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    TransactionTemplate transaction;

    final String about = UUID.randomUUID().toString();
    GreenMail smtp;

    @BeforeEach
    void nothingWaits() {
        jdbc.update("delete from sales.letters");
        jdbc.update("delete from sales.mail_server_troubles");
    }

    @AfterEach
    void stop() {
        if (smtp != null) {
            smtp.stop();
        }
    }

    @Test
    void aLetterArrivesAsItWasWritten() throws Exception {
        startServer();
        outbox.post(new Letter("chen.xiao@example.com", "【提醒】请尽快签约", "陈晓：\n客户王*明的认购书将于明天到期。\n", about));
        assertThat(smtp.getReceivedMessages()).as("posting sends nothing").isEmpty();

        assertThat(delivery.deliverDue()).isOne();
        MimeMessage caught = only(smtp.getReceivedMessages());
        assertThat(caught.getSubject()).isEqualTo("【提醒】请尽快签约");
        assertThat(((String) caught.getContent()).replace("\r\n", "\n").strip()).isEqualTo("陈晓：\n客户王*明的认购书将于明天到期。");
        assertThat(caught.getContentType()).isEqualToIgnoringCase("text/plain; charset=UTF-8");
        assertThat(((InternetAddress) caught.getFrom()[0]).getPersonal()).isEqualTo("云栖置业有限公司");
        assertThat(caught.getMessageID()).isEqualTo("<" + letter().id() + "@example.com>");
        assertThat(letter().state()).isEqualTo(LetterState.SENT);
        assertThat(delivery.deliverDue()).as("never twice").isZero();
    }

    @Test
    void aLetterIsTakenBackWithWhatItTellsAbout() {
        transaction.executeWithoutResult(status -> {
            outbox.post(new Letter("a@example.com", "提醒", "文", about));
            status.setRollbackOnly();
        });
        assertThat(outbox.about(about)).isEmpty();
    }

    @Test
    void aServerThatIsAwayLosesNoLetterAndGetsAllOfThemWhenItIsBack() {
        for (int i = 0; i < 5; i++) {
            outbox.post(new Letter("a" + i + "@example.com", "提醒" + i, "文", about));
        }
        assertThat(delivery.deliverDue()).isZero();
        assertThat(outbox.about(about))
                .extracting(LetterView::attempts)
                .as("one vain attempt tells enough for all")
                .containsExactlyInAnyOrder(1, 0, 0, 0, 0);
        assertThat(outbox.state()).isEqualTo(new OutboxState(true, 5, 0, 0));

        startServer();
        assertThat(delivery.deliverDue()).isEqualTo(4);
        clock.forward(Duration.ofMinutes(1));
        assertThat(delivery.deliverDue()).isOne();
        assertThat(smtp.getReceivedMessages()).hasSize(5);
        assertThat(outbox.state()).isEqualTo(new OutboxState(true, 0, 5, 0));
    }

    @Test
    void eachVainAttemptWaitsTwiceAsLongUpToAnHour() {
        outbox.post(new Letter("a@example.com", "提醒", "文", about));
        for (long minutes : new long[] {1, 2, 4, 8, 16, 32, 60, 60}) {
            Instant now = clock.instant();
            delivery.deliverDue();
            assertThat(letter().nextAttemptAt()).isEqualTo(now.plus(Duration.ofMinutes(minutes)));
            assertThat(letter().answer()).isNotBlank();
            clock.moveTo(letter().nextAttemptAt());
        }
        assertThat(letter().state()).isEqualTo(LetterState.WAITING);
    }

    @Test
    void theServersFinalNoIsKeptInItsOwnWordsAndTheOtherLettersGoOn() throws Exception {
        outbox.post(new Letter("nobody@example.com", "提醒", "文", about));
        whileServerAnswers(
                "550 5.1.1 no such user here",
                () -> assertThat(delivery.deliverDue()).isOne());
        assertThat(letter().state()).isEqualTo(LetterState.FAILED);
        assertThat(letter().answer()).contains("550 5.1.1 no such user here");
    }

    @Test
    void aBusyServerIsAskedAgain() throws Exception {
        outbox.post(new Letter("a@example.com", "提醒", "文", about));
        whileServerAnswers(
                "451 4.3.2 try again later",
                () -> assertThat(delivery.deliverDue()).isZero());
        assertThat(letter().state()).isEqualTo(LetterState.WAITING);
        assertThat(letter().answer()).contains("451 4.3.2 try again later");
        startServer();
        clock.forward(Duration.ofMinutes(1));
        assertThat(delivery.deliverDue()).isOne();
    }

    @Test
    void aServerThatIsAwayIsOneTroubleHoweverManyLettersWaitAndSaidOnceInTheLog() {
        ListAppender<ILoggingEvent> said = new ListAppender<>();
        Logger log = (Logger) LoggerFactory.getLogger(ServerTroubles.class);
        said.start();
        log.addAppender(said);
        try {
            for (int i = 0; i < 5; i++) {
                outbox.post(new Letter("a" + i + "@example.com", "提醒" + i, "文", about));
            }
            Instant begun = clock.instant();
            for (int run = 0; run < 7; run++) {
                delivery.deliverDue();
                clock.forward(Duration.ofSeconds(15));
            }
            assertThat(troubles.latest(9)).singleElement().satisfies(trouble -> {
                assertThat(trouble.since()).isEqualTo(begun);
                assertThat(trouble.lettersWaiting()).isEqualTo(5);
                assertThat(trouble.lastWords()).isNotBlank();
                assertThat(trouble.endedAt()).isNull();
            });

            startServer();
            Instant back = clock.instant();
            delivery.deliverDue();
            clock.forward(Duration.ofHours(1));
            delivery.deliverDue();
            assertThat(smtp.getReceivedMessages()).hasSize(5);
            assertThat(troubles.open()).isEmpty();
            assertThat(troubles.latest(9)).singleElement().satisfies(trouble -> {
                assertThat(trouble.endedAt()).isEqualTo(back);
                assertThat(trouble.lettersWaiting())
                        .as("what waited is remembered")
                        .isEqualTo(5);
            });
            assertThat(said.list)
                    .extracting(ILoggingEvent::getLevel)
                    .as("one line at its begin, one at its end")
                    .containsExactly(Level.WARN, Level.INFO);
        } finally {
            log.detachAppender(said);
        }
        outbox.post(new Letter("a@example.com", "提醒", "文", about));
        smtp.stop();
        delivery.deliverDue();
        assertThat(troubles.latest(9))
                .as("the next time is a trouble of its own")
                .hasSize(2);
    }

    @Test
    void atMostOneTroubleLasts() throws Exception {
        ExecutorService workers = Executors.newFixedThreadPool(4);
        try {
            Callable<Void> notice = () -> {
                transaction.executeWithoutResult(status -> troubles.heard("connection refused"));
                return null;
            };
            for (Future<Void> worker : workers.invokeAll(Collections.nCopies(12, notice))) {
                worker.get();
            }
        } finally {
            workers.shutdownNow();
        }
        assertThat(troubles.latest(99)).hasSize(1);
    }

    @Test
    void theLettersOfOneRunShareAConnectionAndARefusedRecipientHarmsOnlyTheirOwn() throws Exception {
        outbox.post(new Letter("a1@example.com", "提醒", "文", about));
        outbox.post(new Letter("nobody@example.com", "提醒", "文", about));
        outbox.post(new Letter("a2@example.com", "提醒", "文", about));
        outbox.post(new Letter("busy@example.com", "提醒", "文", about));
        outbox.post(new Letter("a3@example.com", "提醒", "文", about));
        try (ScriptedServer scripted = new ScriptedServer(
                server.port(),
                line -> line.contains("nobody")
                        ? "550 5.1.1 no such user here"
                        : line.contains("busy") ? "451 4.3.2 try again later" : "250 fine")) {
            assertThat(delivery.deliverDue()).isEqualTo(4);
            assertThat(scripted.connections()).isOne();
        }
        assertThat(outbox.about(about))
                .extracting(LetterView::to, LetterView::state)
                .containsExactlyInAnyOrder(
                        tuple("a1@example.com", LetterState.SENT),
                        tuple("nobody@example.com", LetterState.FAILED),
                        tuple("a2@example.com", LetterState.SENT),
                        tuple("busy@example.com", LetterState.WAITING),
                        tuple("a3@example.com", LetterState.SENT));
        assertThat(troubles.latest(9)).as("a server that answers is no trouble").isEmpty();
    }

    @Test
    void aServerThatDiesInTheMiddleKeepsWhatItTookAndTheRestWaits() throws Exception {
        for (String name : List.of("a1", "a2", "dies", "a4", "a5")) {
            outbox.post(new Letter(name + "@example.com", "提醒", "文", about));
            clock.forward(Duration.ofSeconds(1));
        }
        try (ScriptedServer scripted = new ScriptedServer(
                server.port(), line -> line.contains("dies") ? ScriptedServer.HANGS_UP : "250 fine")) {
            assertThat(delivery.deliverDue()).isEqualTo(2);
            assertThat(scripted.connections()).isOne();
        }
        assertThat(outbox.about(about))
                .extracting(LetterView::state, LetterView::attempts)
                .containsExactly(
                        tuple(LetterState.SENT, 1),
                        tuple(LetterState.SENT, 1),
                        tuple(LetterState.WAITING, 1),
                        tuple(LetterState.WAITING, 0),
                        tuple(LetterState.WAITING, 0));
        assertThat(troubles.open())
                .hasValueSatisfying(
                        trouble -> assertThat(trouble.lettersWaiting()).isEqualTo(3));

        startServer();
        clock.forward(Duration.ofMinutes(1));
        assertThat(delivery.deliverDue()).isEqualTo(3);
        assertThat(troubles.open()).isEmpty();
    }

    @Test
    void aConnectionTheServerClosedBetweenTwoLettersIsMadeAnew() throws Exception {
        outbox.post(new Letter("leaves@example.com", "提醒", "文", about));
        clock.forward(Duration.ofSeconds(1));
        outbox.post(new Letter("a2@example.com", "提醒", "文", about));
        try (ScriptedServer scripted = new ScriptedServer(server.port(), line -> "250 fine")) {
            scripted.leaveAfterEachLetter();
            assertThat(delivery.deliverDue()).isEqualTo(2);
            assertThat(scripted.connections()).isEqualTo(2);
        }
        assertThat(troubles.latest(9)).isEmpty();
    }

    @Test
    void whatIsNoAddressFailsAtOnceAndHarmsNobody() {
        startServer();
        List<String> none = List.of(
                "", "无", "a@b@c", "a@example.com, b@example.com", "a@example.com\r\nBcc: b@example.com", "chen");
        none.forEach(address -> outbox.post(new Letter(address, "提醒", "文", about)));
        outbox.post(new Letter("good@example.com", "提醒", "文", about));
        assertThat(delivery.deliverDue()).isEqualTo(none.size() + 1);
        assertThat(smtp.getReceivedMessages()).hasSize(1);
        assertThat(outbox.state()).isEqualTo(new OutboxState(true, 0, 1, none.size()));
    }

    @Test
    void noNameCanAddAHeader() throws Exception {
        startServer();
        outbox.post(new Letter("a@example.com", "签约提醒 王\r\nBcc: thief@example.com\r\n\r\n坏", "文", about));
        delivery.deliverDue();
        MimeMessage caught = only(smtp.getReceivedMessages());
        assertThat(caught.getHeader("Bcc")).isNull();
        assertThat(caught.getAllRecipients()).hasSize(1);
        assertThat(caught.getSubject()).isEqualTo("签约提醒 王 Bcc: thief@example.com 坏");
    }

    @Test
    void aLetterNobodyCanDecideAboutSendsNoOtherTwice() {
        startServer();
        List<UUID> posted = new ArrayList<>();
        for (String name : List.of("a1", "broken", "a3")) {
            posted.add(outbox.post(
                    new Letter(name + "@example.com", null, "提醒", "文", "<p>文</p>", about, "test@1", "moody")));
            clock.forward(Duration.ofSeconds(1));
        }
        guard.breaksDownAt = posted.get(1);
        for (int run = 0; run < 4; run++) {
            delivery.deliverDue();
            clock.forward(Duration.ofSeconds(14));
        }
        assertThat(smtp.getReceivedMessages()).hasSize(2);
        assertThat(outbox.about(about))
                .extracting(LetterView::state, LetterView::attempts)
                .containsExactly(tuple(LetterState.SENT, 1), tuple(LetterState.WAITING, 1), tuple(LetterState.SENT, 1));
        assertThat(guard.sent).contains(posted.get(0), posted.get(2)).doesNotContain(posted.get(1));

        guard.breaksDownAt = null;
        clock.forward(Duration.ofMinutes(1));
        delivery.deliverDue();
        assertThat(smtp.getReceivedMessages()).hasSize(3);
        assertThat(outbox.about(about)).extracting(LetterView::state).containsOnly(LetterState.SENT);
    }

    @Test
    void severalWorkersSendEachLetterOnce() throws Exception {
        startServer();
        for (int i = 0; i < 40; i++) {
            outbox.post(new Letter("a" + i + "@example.com", "提醒", "文", about));
        }
        ExecutorService workers = Executors.newFixedThreadPool(4);
        try {
            int finished = 0;
            Callable<Integer> work = delivery::deliverDue;
            for (Future<Integer> worker : workers.invokeAll(Collections.nCopies(4, work))) {
                finished += worker.get();
            }
            assertThat(finished).isEqualTo(40);
        } finally {
            workers.shutdownNow();
        }
        assertThat(smtp.getReceivedMessages()).hasSize(40);
    }

    private LetterView letter() {
        return outbox.about(about).get(0);
    }

    private void startServer() {
        smtp = new GreenMail(new ServerSetup(server.port(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP))
                .withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());
        smtp.start();
    }

    private void whileServerAnswers(String answer, Runnable work) throws IOException {
        ScriptedServer scripted = new ScriptedServer(server.port(), line -> answer);
        try {
            work.run();
        } finally {
            scripted.close();
        }
    }

    private static MimeMessage only(MimeMessage[] caught) {
        assertThat(caught).hasSize(1);
        return caught[0];
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A server that answers to each recipient what it is told to. */
    private static final class ScriptedServer implements AutoCloseable {

        static final String HANGS_UP = "";

        private final ServerSocket socket;
        private final UnaryOperator<String> answer;
        private final AtomicInteger connections = new AtomicInteger();
        private volatile boolean leaves;

        ScriptedServer(int port, UnaryOperator<String> answer) throws IOException {
            this.answer = answer;
            socket = new ServerSocket(port, 5, InetAddress.getLoopbackAddress());
            Thread thread = new Thread(this::serve);
            thread.setDaemon(true);
            thread.start();
        }

        void leaveAfterEachLetter() {
            leaves = true;
        }

        int connections() {
            return connections.get();
        }

        private void serve() {
            while (!socket.isClosed()) {
                try (Socket client = socket.accept();
                        BufferedReader in = new BufferedReader(
                                new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII))) {
                    connections.incrementAndGet();
                    talk(client, in);
                } catch (IOException closed) {
                    return;
                }
            }
        }

        private void talk(Socket client, BufferedReader in) throws IOException {
            say(client, "220 here");
            boolean letter = false;
            String line = in.readLine();
            while (line != null && (letter || !line.startsWith("QUIT"))) {
                if (letter) {
                    letter = !line.equals(".");
                    if (!letter) {
                        say(client, "250 taken");
                        if (leaves) {
                            return;
                        }
                    }
                } else if (line.equals("DATA")) {
                    letter = true;
                    say(client, "354 go on");
                } else {
                    String said = line.startsWith("RCPT") ? answer.apply(line) : "250 fine";
                    if (said.equals(HANGS_UP)) {
                        socket.close();
                        return;
                    }
                    say(client, said);
                }
                line = in.readLine();
            }
        }

        private static void say(Socket client, String words) throws IOException {
            client.getOutputStream().write((words + "\r\n").getBytes(StandardCharsets.US_ASCII));
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}

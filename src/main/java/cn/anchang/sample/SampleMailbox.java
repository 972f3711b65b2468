package cn.anchang.sample;

import cn.anchang.mail.MailServer;
import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.annotation.PreDestroy;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.context.annotation.Profile;

/** The first run's mail server: takes every letter and lets none out of the house. */
@Configuration
@Profile("sample")
public class SampleMailbox {

    private final GreenMail catcher;

    /** @param port 0 for any free one */
    SampleMailbox(@Value("${anchang.sample.mail-port}") int port) {
        ServerSetup setup = new ServerSetup(port == 0 ? freePort() : port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
        catcher = new GreenMail(setup)
                .withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());
        catcher.start();
    }

    /** Found here, so that the catcher keeps it when it is stopped and started again. */
    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Here rather than on a bean made later: a start that fails must not leave the catcher's threads behind. */
    @PreDestroy
    void stop() {
        catcher.stop();
    }

    @Bean(destroyMethod = "")
    GreenMail letterCatcher() {
        return catcher;
    }

    @Bean
    @Primary
    MailServer sampleMailServer() {
        return new MailServer("127.0.0.1", catcher.getSmtp().getPort(), "", "", false);
    }

    /** What was caught since the start, the earliest first. */
    public List<MimeMessage> caught() {
        return List.of(catcher.getReceivedMessages());
    }
}

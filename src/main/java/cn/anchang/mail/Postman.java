package cn.anchang.mail;

import cn.anchang.shared.Sentences;
import cn.anchang.shared.Site;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/** Carries letters to the server, those of one round over one connection, and understands its answers. */
@Component
class Postman {

    private static final Logger log = LoggerFactory.getLogger(Postman.class);

    private final Sender sender = new Sender();
    private final MailServer server;
    private final MailSettings settings;
    private final Site site;
    private final Sentences sentences;
    private final Clock clock;

    Postman(MailServer server, MailSettings settings, Site site, Sentences sentences, Clock clock) {
        this.server = server;
        this.settings = settings;
        this.site = site;
        this.sentences = sentences;
        this.clock = clock;
        sender.setHost(server.host());
        sender.setPort(server.port());
        sender.setDefaultEncoding(StandardCharsets.UTF_8.name());
        boolean signsIn = server.user() != null && !server.user().isBlank();
        if (signsIn) {
            sender.setUsername(server.user());
            sender.setPassword(server.password());
        }
        String timeout = Long.toString(settings.timeout().toMillis());
        Properties smtp = sender.getJavaMailProperties();
        smtp.setProperty("mail.smtp.auth", Boolean.toString(signsIn));
        smtp.setProperty("mail.smtp.starttls.enable", Boolean.toString(server.startTls()));
        smtp.setProperty("mail.smtp.starttls.required", Boolean.toString(server.startTls()));
        smtp.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        smtp.setProperty("mail.smtp.connectiontimeout", timeout);
        smtp.setProperty("mail.smtp.timeout", timeout);
        smtp.setProperty("mail.smtp.writetimeout", timeout);
    }

    boolean hasServer() {
        return server.isThere();
    }

    Round setOut() {
        return new Round();
    }

    /** A round of letters. The connection is made for the first of them, kept, and made again where the server has closed it. */
    final class Round implements AutoCloseable {

        private Transport connection;

        private Round() {}

        Answer carry(PostedLetter letter) {
            InternetAddress to;
            try {
                to = addressOf(letter.recipient());
            } catch (AddressException e) {
                return new Answer.NoAddress(sentences.text("mail.notAnAddress"));
            }
            MimeMessage message;
            try {
                message = message(letter, to);
            } catch (MessagingException | UnsupportedEncodingException e) {
                return new Answer.Postponed(words(e));
            }
            try {
                if (connection == null || !connection.isConnected()) {
                    connection = sender.connectTransport();
                }
            } catch (MessagingException e) {
                return new Answer.Unreachable(words(e));
            }
            try {
                connection.sendMessage(message, message.getAllRecipients());
                return new Answer.Taken(connection instanceof SMTPTransport smtp ? smtp.getLastServerResponse() : null);
            } catch (MessagingException e) {
                return understood(e);
            }
        }

        @Override
        public void close() {
            try {
                if (connection != null) {
                    connection.close();
                }
            } catch (MessagingException e) {
                log.debug("The mail server was gone before we said goodbye", e);
            }
        }
    }

    /** Lends its connection, which the framework would open and close for each call. */
    private static final class Sender extends JavaMailSenderImpl {

        @Override
        protected Transport connectTransport() throws MessagingException {
            return super.connectTransport();
        }
    }

    /** One address and nothing else; what could be read as two, or without a domain, is none. */
    private static InternetAddress addressOf(String text) throws AddressException {
        InternetAddress[] addresses = InternetAddress.parse(text, true);
        if (addresses.length != 1 || !addresses[0].getAddress().contains("@") || addresses[0].isGroup()) {
            throw new AddressException("one address with a domain is needed", text);
        }
        addresses[0].validate();
        return addresses[0];
    }

    private MimeMessage message(PostedLetter letter, Address to)
            throws MessagingException, UnsupportedEncodingException {
        MimeMessage message = sender.createMimeMessage();
        message.setFrom(new InternetAddress(settings.from(), site.company(), StandardCharsets.UTF_8.name()));
        message.setRecipient(MimeMessage.RecipientType.TO, to);
        message.setSubject(letter.subject(), StandardCharsets.UTF_8.name());
        if (letter.cc() != null) {
            message.setRecipient(MimeMessage.RecipientType.CC, addressOf(letter.cc()));
        }
        if (letter.html() == null) {
            message.setText(letter.text(), StandardCharsets.UTF_8.name());
        } else {
            message.setContent(bothWays(letter));
        }
        message.setSentDate(Date.from(clock.instant()));
        message.setHeader("Auto-Submitted", "auto-generated");
        message.saveChanges();
        message.setHeader("Message-ID", letter.messageId());
        return message;
    }

    /** The last part is what a reader who can shows. */
    private static MimeMultipart bothWays(PostedLetter letter) throws MessagingException {
        MimeBodyPart plain = new MimeBodyPart();
        plain.setText(letter.text(), StandardCharsets.UTF_8.name());
        MimeBodyPart laidOut = new MimeBodyPart();
        laidOut.setText(letter.html(), StandardCharsets.UTF_8.name(), "html");
        return new MimeMultipart("alternative", plain, laidOut);
    }

    private static Answer understood(MessagingException failure) {
        int code = codeOf(failure);
        if (code >= 500) {
            return new Answer.Rejected(words(failure));
        }
        boolean answered = code > 0 || code == 0 && failure instanceof SendFailedException;
        return answered ? new Answer.Postponed(words(failure)) : new Answer.Unreachable(words(failure));
    }

    /** The server's reply code, wherever in the chain of one failure it stands; below 0 when it fell silent, 0 when none was asked for. */
    private static int codeOf(Throwable failure) {
        int code = 0;
        for (Throwable link = failure; link != null; link = nextOf(link)) {
            if (link instanceof SMTPAddressFailedException address) {
                return address.getReturnCode();
            } else if (link instanceof SMTPSendFailedException send) {
                code = send.getReturnCode();
            }
        }
        return code;
    }

    private static Throwable nextOf(Throwable link) {
        return link instanceof MessagingException chained && chained.getNextException() != null
                ? chained.getNextException()
                : link.getCause();
    }

    private static String words(Throwable failure) {
        Throwable last = failure;
        for (Throwable link = failure; link != null; link = nextOf(link)) {
            last = link;
        }
        return last.getMessage() == null ? last.getClass().getSimpleName() : last.getMessage();
    }
}

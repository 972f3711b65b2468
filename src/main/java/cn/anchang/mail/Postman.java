package cn.anchang.mail;

import cn.anchang.shared.Sentences;
import cn.anchang.shared.Site;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/** Carries one letter to the server and understands its answer. */
@Component
class Postman {

    private final JavaMailSenderImpl sender = new JavaMailSenderImpl();
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

    Answer carry(PostedLetter letter) {
        InternetAddress to;
        try {
            to = addressOf(letter.recipient());
        } catch (AddressException e) {
            return new Answer.Rejected(sentences.text("mail.notAnAddress"));
        }
        try {
            sender.send(message(letter, to));
            return new Answer.Taken();
        } catch (MailAuthenticationException e) {
            return new Answer.Unreachable(words(e));
        } catch (MailSendException e) {
            return understood(e);
        } catch (MailException | MessagingException | UnsupportedEncodingException e) {
            return new Answer.Postponed(words(e));
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
        message.setText(letter.text(), StandardCharsets.UTF_8.name());
        message.setSentDate(Date.from(clock.instant()));
        message.setHeader("Message-ID", letter.messageId());
        message.setHeader("Auto-Submitted", "auto-generated");
        return message;
    }

    private static Answer understood(MailSendException failure) {
        Exception cause = failure.getMessageExceptions().length > 0 ? failure.getMessageExceptions()[0] : null;
        if (cause == null) {
            return new Answer.Unreachable(words(failure));
        }
        int code = codeOf(cause);
        if (code >= 500) {
            return new Answer.Rejected(words(cause));
        }
        boolean answered = code > 0 || cause instanceof SendFailedException;
        return answered ? new Answer.Postponed(words(cause)) : new Answer.Unreachable(words(cause));
    }

    /** The server's reply code, wherever in the chain of one failure it stands; 0 when it did not reply. */
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

package cn.anchang.sample.web;

import cn.anchang.sample.SampleMailbox;
import cn.anchang.shared.Sentences;
import cn.anchang.workbench.HomeLink;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The page 示例邮箱: every letter the first run's catcher took, to whomever it was written. Exists in the sample alone. */
@Controller
@Profile("sample")
class MailboxPage {

    private static final String PATH = "/sample/mailbox";
    private static final int LATEST = 100;

    private final SampleMailbox mailbox;
    private final Sentences sentences;

    MailboxPage(SampleMailbox mailbox, Sentences sentences) {
        this.mailbox = mailbox;
        this.sentences = sentences;
    }

    /** A letter as its reader sees it. */
    record CaughtLetter(String to, String subject, String sentAt, String text) {}

    @GetMapping(PATH)
    String mailbox(Model page) {
        List<MimeMessage> caught = mailbox.caught();
        List<CaughtLetter> letters = caught.subList(Math.max(0, caught.size() - LATEST), caught.size()).stream()
                .map(this::read)
                .collect(Collectors.toList());
        Collections.reverse(letters);
        page.addAttribute("letters", letters);
        page.addAttribute("total", caught.size());
        return "sample/mailbox";
    }

    private CaughtLetter read(MimeMessage message) {
        try {
            return new CaughtLetter(
                    Arrays.stream(message.getAllRecipients())
                            .map(MailboxPage::shown)
                            .collect(Collectors.joining("、")),
                    message.getSubject(),
                    sentences.shown(message.getSentDate().toInstant()),
                    plain(message.getContent()).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MessagingException e) {
            throw new IllegalStateException("A caught letter cannot be read", e);
        }
    }

    /** A letter that is laid out carries its plain text first. */
    private static String plain(Object content) throws MessagingException, IOException {
        return content instanceof MimeMultipart both
                ? plain(both.getBodyPart(0).getContent())
                : String.valueOf(content);
    }

    private static String shown(Address address) {
        return address instanceof InternetAddress mail ? mail.getAddress() : address.toString();
    }

    /** The way there, from the home page. */
    @Configuration(proxyBeanMethods = false)
    @Profile("sample")
    static class Way {

        @Bean
        HomeLink sampleMailboxLink() {
            return new HomeLink("示例邮箱", PATH, "看示例系统寄出的每一封信；信件不会离开本机");
        }
    }
}

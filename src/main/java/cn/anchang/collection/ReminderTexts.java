package cn.anchang.collection;

import cn.anchang.collection.Recipients.Recipient;
import cn.anchang.mail.Letter;
import cn.anchang.organization.Staff;
import cn.anchang.payment.DueLine;
import cn.anchang.salescase.SaleContact;
import cn.anchang.shared.Sentences;
import cn.anchang.shared.Site;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/**
 * Writes the letters from the templates in {@code config/letters}. A template's version is a digest of its two files, so that no
 * change of theirs goes without a new one.
 */
@Component
class ReminderTexts {

    private static final String FOLDER = "config/letters/";

    private final SpringTemplateEngine engine = new SpringTemplateEngine();
    private final ReminderSettings settings;
    private final Staff staff;
    private final Sentences sentences;
    private final Site site;
    private final Map<Audience, String> versions = new HashMap<>();

    ReminderTexts(ReminderSettings settings, Staff staff, Sentences sentences, Site site) {
        this.settings = settings;
        this.staff = staff;
        this.sentences = sentences;
        this.site = site;
        engine.addTemplateResolver(resolver(TemplateMode.HTML, "*.html"));
        engine.addTemplateResolver(resolver(TemplateMode.TEXT, "*.txt"));
        for (Audience audience : Audience.values()) {
            versions.put(audience, nameOf(audience) + "@" + digest(nameOf(audience)));
        }
    }

    private static ClassLoaderTemplateResolver resolver(TemplateMode mode, String names) {
        ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver();
        resolver.setPrefix(FOLDER);
        resolver.setResolvablePatterns(Set.of(names));
        resolver.setTemplateMode(mode);
        resolver.setCharacterEncoding("UTF-8");
        return resolver;
    }

    private static String nameOf(Audience audience) {
        return "payment-reminder-" + audience.name().toLowerCase(Locale.ROOT);
    }

    private static String digest(String template) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            for (String ending : new String[] {".html", ".txt"}) {
                try (InputStream file = new ClassPathResource(FOLDER + template + ending).getInputStream()) {
                    sha.update(file.readAllBytes());
                }
            }
            return HexFormat.of().formatHex(sha.digest()).substring(0, 8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    Letter letter(DueLine line, int level, SaleContact sale, Recipient recipient) {
        return letter(line, level, sale, recipient, staff.displayName(sale.consultant()));
    }

    /** @param consultant by name: who writes many letters looks names up together */
    Letter letter(DueLine line, int level, SaleContact sale, Recipient recipient, String consultant) {
        Map<String, Object> words = new HashMap<>();
        words.put("late", level > 0);
        words.put("today", level == 0);
        words.put("company", site.company());
        words.put("customer", cleaned(sale.customerName()));
        words.put("project", cleaned(sale.projectName()));
        words.put("unit", cleaned(sale.unitNo()));
        words.put("contract", sale.contractNo());
        words.put("item", sentences.text("reminder.item", line.seq(), line.kind()));
        words.put("amount", line.amount().formatted());
        words.put("paid", line.paid().isPositive() ? line.paid().formatted() : null);
        words.put("rest", line.rest().formatted());
        words.put("restInWords", line.rest().inWords());
        words.put("dueOn", sentences.shown(line.dueOn()));
        words.put("payTo", settings.payTo());
        words.put("consultant", consultant);
        words.put("phone", settings.phone());
        words.put("lender", recipient.lender() == null ? null : cleaned(recipient.lender()));
        Context context = new Context(Locale.SIMPLIFIED_CHINESE, words);
        String name = nameOf(recipient.audience());
        String subject = sentences.text(
                "reminder.subject." + recipient.audience() + (level > 0 ? ".late" : level == 0 ? ".today" : ".before"),
                sale.projectName() + " " + sale.unitNo(),
                line.dueOn(),
                line.rest());
        return new Letter(
                recipient.to(),
                recipient.cc(),
                subject,
                engine.process(name + ".txt", context),
                engine.process(name + ".html", context),
                line.account().toString(),
                versions.get(recipient.audience()),
                ReminderGuard.NAME);
    }

    /** What people typed stays on its line, in letters of plain text too. */
    private static String cleaned(String text) {
        return text == null
                ? ""
                : text.replaceAll("[\\p{Cntrl}\\u0085\\u2028\\u2029]+", " ").strip();
    }
}

package cn.anchang.salescase;

import cn.anchang.customer.CustomerCard;
import cn.anchang.customer.Customers;
import cn.anchang.mail.Letter;
import cn.anchang.mail.Outbox;
import cn.anchang.organization.Sites;
import cn.anchang.organization.Staff;
import cn.anchang.shared.Sentences;
import cn.anchang.shared.Site;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** Tells people about a deadline: a notice on the case's card, a letter to the consultant and, where one is meant, to the customer. */
@Component
class Reminders {

    private final Notices notices;
    private final Outbox outbox;
    private final Customers customers;
    private final Staff staff;
    private final Sites sites;
    private final Sentences sentences;
    private final Site site;
    private final Clock clock;

    Reminders(
            Notices notices,
            Outbox outbox,
            Customers customers,
            Staff staff,
            Sites sites,
            Sentences sentences,
            Site site,
            Clock clock) {
        this.notices = notices;
        this.outbox = outbox;
        this.customers = customers;
        this.staff = staff;
        this.sites = sites;
        this.sentences = sentences;
        this.site = site;
        this.clock = clock;
    }

    /** For our own people only. */
    void tellConsultant(SalesCase salesCase, NoticeKind kind, LocalDate deadline) {
        CustomerCard customer = customers.card(salesCase.customerId());
        String text =
                sentences.text("notice." + kind, salesCase.no(), customer.maskedName(), unitNo(salesCase), deadline);
        note(salesCase, kind, text);
        staff.mail(salesCase.consultant())
                .ifPresent(address -> outbox.post(new Letter(
                        address,
                        sentences.text("letter." + kind + ".subject", salesCase.no()),
                        text,
                        about(salesCase))));
    }

    /** The customer gets a letter of their own when an address is known. */
    void tellConsultantAndCustomer(SalesCase salesCase, NoticeKind kind, LocalDate deadline) {
        tellConsultant(salesCase, kind, deadline);
        CustomerCard customer = customers.card(salesCase.customerId());
        if (customer.email() != null) {
            outbox.post(new Letter(
                    customer.email(),
                    sentences.text("letter." + kind + ".customer.subject", salesCase.projectName()),
                    sentences.text(
                            "letter." + kind + ".customer",
                            customer.name(),
                            salesCase.projectName(),
                            unitNo(salesCase),
                            deadline,
                            staff.displayName(salesCase.consultant()),
                            site.company()),
                    about(salesCase)));
        }
    }

    /** A step of the aftercare is late: its department gets a letter. */
    void tellLate(SalesCase salesCase, AftercareStep step) {
        CustomerCard customer = customers.card(salesCase.customerId());
        String text = sentences.text(
                "notice." + NoticeKind.AFTERCARE_LATE,
                salesCase.no(),
                customer.maskedName(),
                unitNo(salesCase),
                step.kind(),
                step.dueOn());
        note(salesCase, NoticeKind.AFTERCARE_LATE, text);
        String subject = sentences.text("letter." + NoticeKind.AFTERCARE_LATE + ".subject", salesCase.no());
        sites.membersAmong(staff.membersOf(step.owner()), salesCase.projectId()).stream()
                .flatMap(member -> staff.mail(member).stream())
                .forEach(address -> outbox.post(new Letter(address, subject, text, about(salesCase))));
    }

    private void note(SalesCase salesCase, NoticeKind kind, String text) {
        notices.save(new Notice(salesCase.id(), kind, text, clock.instant()));
    }

    private static String unitNo(SalesCase salesCase) {
        return salesCase.unit() == null ? "" : salesCase.unit().unitNo();
    }

    private static String about(SalesCase salesCase) {
        return salesCase.id().toString();
    }
}

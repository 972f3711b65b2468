package cn.anchang.notice;

import cn.anchang.approval.Documents;
import cn.anchang.approval.VersionRejected;
import cn.anchang.approval.VersionReturned;
import cn.anchang.mortgage.LoanRefused;
import cn.anchang.organization.Sites;
import cn.anchang.organization.Staff;
import cn.anchang.salescase.SaleContact;
import cn.anchang.salescase.SaleContacts;
import cn.anchang.shared.Masked;
import cn.anchang.shared.Sentences;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells people of what happened to their sales and papers, in the transaction in which it happens. */
@Component
class FactNotices {

    private static final int REASON = 200;

    private final StaffNotices notices;
    private final SaleContacts sales;
    private final Documents documents;
    private final Staff staff;
    private final Sites sites;
    private final Sentences sentences;

    FactNotices(
            StaffNotices notices,
            SaleContacts sales,
            Documents documents,
            Staff staff,
            Sites sites,
            Sentences sentences) {
        this.notices = notices;
        this.sales = sales;
        this.documents = documents;
        this.staff = staff;
        this.sites = sites;
        this.sentences = sentences;
    }

    /** The consultant hears it, and the site manager, who decides how the sale goes on. */
    @EventListener
    void on(LoanRefused refused) {
        SaleContact sale = sales.of(Set.of(refused.caseId())).get(refused.caseId());
        List<String> people =
                new ArrayList<>(sites.membersAmong(staff.membersOf(Staff.SITE_MANAGER), sale.projectId()));
        people.add(refused.consultant());
        people.removeIf(refused.by()::equals);
        notices.tell(
                people,
                new Told(
                        Occasion.BANK_REFUSED,
                        "%s/%s/%s".formatted(refused.caseId(), refused.bank(), refused.decidedOn()),
                        sentences.text(
                                "notice.bankRefused",
                                refused.bank(),
                                TaskNotices.about(List.of(Masked.name(sale.customerName()), sale.unitNo())),
                                shortened(refused.reason())),
                        "/sales/" + refused.caseId(),
                        null,
                        sale.projectId()));
    }

    @EventListener
    void on(VersionReturned returned) {
        undone(
                "notice.returned",
                returned.kind(),
                returned.documentId(),
                returned.versionId(),
                returned.by(),
                returned.reason());
    }

    @EventListener
    void on(VersionRejected rejected) {
        undone(
                "notice.rejected",
                rejected.kind(),
                rejected.documentId(),
                rejected.versionId(),
                rejected.by(),
                rejected.reason());
    }

    /** Who submitted it is told; a kind whose page is not theirs to read leads home, where its next task waits. */
    private void undone(String words, String kind, UUID document, UUID version, String by, String reason) {
        String author = documents.versionView(version).submittedBy();
        boolean reads = documents.readableBy(staff.groupsOf(author)).contains(kind);
        notices.tell(
                List.of(author),
                new Told(
                        Occasion.RETURNED,
                        version.toString(),
                        sentences.text(words, documents.subject(version), staff.displayName(by), shortened(reason)),
                        reads ? Documents.pageOf(document) : "/",
                        null,
                        documents.view(document).projectId()));
    }

    private static String shortened(String reason) {
        String line = reason == null ? "" : reason.strip().replaceAll("\\s+", " ");
        return line.length() > REASON ? line.substring(0, REASON - 1) + "…" : line;
    }
}

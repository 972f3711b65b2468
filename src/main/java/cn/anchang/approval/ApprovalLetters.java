package cn.anchang.approval;

import cn.anchang.mail.Letter;
import cn.anchang.mail.Outbox;
import cn.anchang.shared.Sentences;
import cn.anchang.shared.Site;
import java.util.Collection;
import org.springframework.stereotype.Component;

/** Letters about matters that wait: a row each, in the transaction of what it tells about. */
@Component
class ApprovalLetters {

    private final Outbox outbox;
    private final Documents documents;
    private final Approvers approvers;
    private final Sentences sentences;
    private final Site site;

    ApprovalLetters(Outbox outbox, Documents documents, Approvers approvers, Sentences sentences, Site site) {
        this.outbox = outbox;
        this.documents = documents;
        this.approvers = approvers;
        this.sentences = sentences;
        this.site = site;
    }

    void remind(MatterView matter, Collection<String> approversAsked) {
        approversAsked.forEach(person -> post("letter.approval.remind", matter, person));
    }

    /** @param superiors those asked besides; none when there is nobody above */
    void escalate(MatterView matter, Collection<String> superiors, String submitter) {
        superiors.forEach(person -> post("letter.approval.escalate", matter, person));
        post(superiors.isEmpty() ? "letter.approval.waiting" : "letter.approval.escalated", matter, submitter);
    }

    /** Whoever has no address is not written to; the task waits for them all the same. */
    private void post(String key, MatterView matter, String person) {
        Object[] facts = {
            approvers.displayName(person),
            documents.subject(matter.versionId()),
            documents.view(matter.documentId()).title(),
            matter.openedAt(),
            approvers.nameOf(matter.group()),
            matter.escalatedTo() == null ? "" : approvers.nameOf(matter.escalatedTo()),
            site.link(Documents.pageOf(matter.documentId()))
        };
        approvers
                .mail(person)
                .ifPresent(address -> outbox.post(new Letter(
                        address,
                        sentences.text(key + ".subject", facts),
                        sentences.text(key + ".text", facts),
                        matter.documentId().toString())));
    }
}

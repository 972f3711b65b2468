package cn.anchang.marketing;

import cn.anchang.mail.Letter;
import cn.anchang.mail.Outbox;
import cn.anchang.organization.Sites;
import cn.anchang.organization.Staff;
import cn.anchang.shared.Sentences;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Tells the departments what a new edition took out of their hands. */
@Component
class PlanLetters {

    private final Outbox outbox;
    private final Staff staff;
    private final Sites sites;
    private final Sentences sentences;

    PlanLetters(Outbox outbox, Staff staff, Sites sites, Sentences sentences) {
        this.outbox = outbox;
        this.staff = staff;
        this.sites = sites;
        this.sentences = sentences;
    }

    /** One letter to each member of a group whose tasks ended undone. */
    void superseded(PromotionPlan old, PromotionPlan next, String subject, List<PlanItem> undone) {
        Map<PlanItemKind, List<PlanItem>> byKind = undone.stream().collect(Collectors.groupingBy(PlanItem::kind));
        byKind.forEach((kind, ended) -> {
            String tasks = ended.stream()
                    .map(item -> sentences.text("plan.letter.task", item.title()))
                    .collect(Collectors.joining("\n"));
            for (String member : sites.membersAmong(staff.membersOf(kind.group()), old.projectId())) {
                staff.mail(member)
                        .ifPresent(address -> outbox.post(new Letter(
                                address,
                                sentences.text("plan.letter.supersededSubject", subject, kind),
                                sentences.text(
                                        "plan.letter.superseded",
                                        staff.displayName(member),
                                        subject,
                                        next.versionNumber(),
                                        tasks),
                                old.id().toString())));
            }
        });
    }
}

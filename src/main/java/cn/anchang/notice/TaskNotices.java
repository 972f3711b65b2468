package cn.anchang.notice;

import cn.anchang.engine.TaskAssigned;
import cn.anchang.engine.TaskEnded;
import cn.anchang.organization.Staff;
import cn.anchang.shared.Sentences;
import java.util.List;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Tells people of tasks that came to them, in the transaction that brings them. Who takes a task knows it and is told nothing. */
@Component
class TaskNotices {

    private final StaffNotices notices;
    private final Staff staff;
    private final Sentences sentences;

    TaskNotices(StaffNotices notices, Staff staff, Sentences sentences) {
        this.notices = notices;
        this.staff = staff;
        this.sentences = sentences;
    }

    @EventListener
    void on(TaskAssigned task) {
        notices.inTheHandsOf(task.taskId(), task.assignee());
        String by = task.by() == null ? signedIn() : task.by();
        if (task.assignee() == null || task.assignee().equals(by) || notices.leadsTo(task.assignee(), task.taskId())) {
            return;
        }
        String name = oneLine(task.name());
        notices.tell(
                List.of(task.assignee()),
                new Told(
                        Occasion.ASSIGNED,
                        task.taskId(),
                        by == null
                                ? sentences.text("notice.assigned", name, about(task.about()))
                                : sentences.text("notice.assignedBy", name, about(task.about()), staff.displayName(by)),
                        Told.taskLink(task.taskId()),
                        task.taskId(),
                        site(task.tenant())));
    }

    @EventListener
    void on(TaskEnded task) {
        notices.ended(List.of(task.taskId()));
    }

    /** What follows a person's click may run with the system's rights; it is the person's act all the same. */
    private static String signedIn() {
        Authentication person = SecurityContextHolder.getContext().getAuthentication();
        return person == null || person instanceof AnonymousAuthenticationToken ? null : person.getName();
    }

    /** ：王*明 · 1号楼-301, or nothing. */
    static String about(List<String> about) {
        return about.isEmpty() ? "" : "：" + String.join(" · ", about);
    }

    static String oneLine(String name) {
        return name == null ? "" : name.replaceAll("\\s*\\R\\s*", "");
    }

    /** Null for a task of no site; operators may keep tenants of their own. */
    static UUID site(String tenant) {
        try {
            return tenant == null ? null : UUID.fromString(tenant);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}

package cn.anchang.approval.process;

import cn.anchang.approval.Approvals;
import cn.anchang.approval.Approvers;
import cn.anchang.approval.DocumentTask;
import cn.anchang.approval.DocumentTasks;
import cn.anchang.approval.Documents;
import cn.anchang.approval.Fact;
import cn.anchang.approval.MatterView;
import cn.anchang.approval.Route;
import cn.anchang.approval.VersionView;
import cn.anchang.engine.OpenTasks;
import cn.anchang.engine.OpenTasks.OpenTask;
import cn.anchang.shared.Sentences;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Task "审批文件" as its form shows it; the fingerprint of what is shown goes along and comes back with the decision. */
@Component
class ApprovalRoundTasks implements DocumentTasks {

    private final OpenTasks tasks;
    private final Approvals approvals;
    private final Documents documents;
    private final Approvers approvers;
    private final Sentences sentences;

    ApprovalRoundTasks(
            OpenTasks tasks, Approvals approvals, Documents documents, Approvers approvers, Sentences sentences) {
        this.tasks = tasks;
        this.approvals = approvals;
        this.documents = documents;
        this.approvers = approvers;
        this.sentences = sentences;
    }

    @Override
    public String processKey() {
        return "approval-round";
    }

    @Override
    public DocumentTask of(OpenTask task) {
        UUID matterId = tasks.text(task.id(), ApprovalVariables.MATTER_ID.name())
                .map(UUID::fromString)
                .orElseThrow(() -> new IllegalStateException("Task " + task.id() + " has no matter"));
        MatterView matter = approvals.view(matterId);
        VersionView version = documents.versionView(matter.versionId());
        return new DocumentTask(
                matter.documentId(),
                matter.versionId(),
                matterId,
                facts(matter, version),
                next(matter, version),
                Map.of("fingerprint", matter.fingerprint()));
    }

    /** Which document, whose and until when, the card says by itself. */
    private List<Fact> facts(MatterView matter, VersionView version) {
        List<Fact> facts = new ArrayList<>();
        documents.traces(matter.documentId()).stream()
                .filter(trace -> trace.url() != null)
                .map(Fact::of)
                .forEach(facts::add);
        add(facts, "changed", version.changed());
        if (matter.escalatedTo() != null) {
            add(facts, "escalatedTo", approvers.nameOf(matter.escalatedTo()));
        }
        return facts;
    }

    private void add(List<Fact> facts, String key, String text) {
        facts.add(new Fact(sentences.text("fact.approval." + key), text));
    }

    private String stepOf(Route.Step step) {
        return sentences.text("approval.step", approvers.nameOf(step.group()), step.kind());
    }

    /** What agreeing leads to; the two other ways end the round. */
    private String next(MatterView matter, VersionView version) {
        List<Route.Step> steps = version.route().steps();
        return matter.step() + 1 < steps.size()
                ? sentences.text("next.userTask_decide.further", stepOf(steps.get(matter.step() + 1)))
                : sentences.text("next.userTask_decide");
    }
}

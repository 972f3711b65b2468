package cn.anchang.journey;

import cn.anchang.approval.SubmitOutcome.Submitted;
import cn.anchang.testing.TasklistSession.Answer;
import cn.anchang.testing.TasklistSession.OpenTask;
import cn.anchang.testing.TestNotes;
import cn.anchang.testing.TestNotes.Note;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.Assertions;

/** A document on its way through its approvers, each of them at their Tasklist. */
final class Paper {

    static final String TASK = "userTask_decide";

    private final JourneyTest journey;
    private final String author;
    private final UUID documentId;

    Paper(JourneyTest journey, String author) {
        this.journey = journey;
        this.author = author;
        this.documentId =
                journey.transaction.execute(status -> journey.documents.open(TestNotes.KIND, "旅程便笺", null, author));
    }

    private Paper(Paper original, UUID documentId) {
        this.journey = original.journey;
        this.author = original.author;
        this.documentId = documentId;
    }

    UUID documentId() {
        return documentId;
    }

    String key() {
        return documentId.toString();
    }

    Paper draft(Note note) {
        journey.documents.draft(documentId, note, author);
        return this;
    }

    /** Writes it, submits it and sets its approval going, as a kind without a process of its own does: all in one transaction. */
    Paper submitted(Note note, String changed) {
        return draft(note).submitted(changed);
    }

    Paper submitted(String changed) {
        journey.transaction.executeWithoutResult(status -> {
            Submitted submitted = (Submitted) journey.documents.submit(documentId, changed, author);
            Assertions.assertThat(submitted.approvalNeeded()).isTrue();
            journey.approvalProcess.begin(documentId, submitted.versionId());
        });
        return this;
    }

    Paper copied() {
        return new Paper(this, journey.documents.copy(documentId, "旅程便笺副本", author));
    }

    UUID version() {
        return journey.documents.currentVersion(documentId).orElseThrow();
    }

    /** As the administrator sees it, who sees every task. */
    OpenTask task() {
        return journey.at("xu.qiang").taskOf(key(), TASK);
    }

    List<OpenTask> openTasks() {
        return journey.at("xu.qiang").tasksOf(key());
    }

    /** What the form of the task is given, fingerprint included. */
    Answer card(String person) {
        return journey.at(person).get("/api/tasks/" + task().id() + "/document", "application/json");
    }

    String fingerprintFor(String person) {
        return card(person).json().path("prefill").path("fingerprint").asText();
    }

    Answer agree(String person) {
        return decide(person, "AGREE", "", fingerprintFor(person));
    }

    Answer giveBack(String person, String reason) {
        return decide(person, "RETURN", reason, fingerprintFor(person));
    }

    Answer reject(String person, String reason) {
        return decide(person, "REJECT", reason, fingerprintFor(person));
    }

    Answer decide(String person, String decision, String reason, String fingerprint) {
        return journey.at(person)
                .submitForm(task().id(), Map.of("decision", decision, "reason", reason, "fingerprint", fingerprint));
    }

    /** Time passes for the round that is open. */
    Paper after(Duration duration) {
        journey.clock.forward(duration);
        journey.jobs.runDue(task().processInstanceId());
        return this;
    }

    /** The states of its versions, the first one first. */
    List<String> versions() {
        return journey.jdbc.queryForList(
                "select state from sales.document_versions where document_id = ? order by number",
                String.class,
                documentId);
    }

    /** Its matters in the order they were brought, each with its group and how it ended. */
    List<String> matters() {
        return journey.jdbc.queryForList(
                "select v.number || ' ' || m.asked_group || ' ' || m.state from sales.matters m"
                        + " join sales.document_versions v on v.id = m.version_id where m.document_id = ?"
                        + " order by v.number, m.step",
                String.class,
                documentId);
    }

    /** The end events of its approvals, one for each submission that is over, the earliest first. */
    List<String> ends() {
        journey.identity.clearAuthentication();
        return journey
                .history
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(key())
                .processDefinitionKey("document-approval")
                .orderByProcessInstanceStartTime()
                .asc()
                .list()
                .stream()
                .map(instance -> journey.endOf(instance.getId()))
                .toList();
    }
}

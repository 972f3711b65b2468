package cn.anchang.approval.web;

import cn.anchang.approval.DocumentTask;
import cn.anchang.approval.DocumentTasks;
import cn.anchang.approval.SaveOutcome;
import cn.anchang.approval.SaveOutcome.Saved;
import cn.anchang.approval.web.UploadOutcome.Added;
import cn.anchang.engine.OpenTasks;
import cn.anchang.engine.OpenTasks.OpenTask;
import cn.anchang.shared.Refusal;
import cn.anchang.shared.Sentences;
import java.io.IOException;
import java.security.Principal;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/** What a form about a document asks for its task and leaves with it. Whoever may not read the task learns not even that there is one. */
@RestController
class DocumentTaskApi {

    private final OpenTasks tasks;
    private final ObjectProvider<DocumentTasks> processes;
    private final DocumentCards cards;
    private final Uploads uploads;
    private final Sentences sentences;

    DocumentTaskApi(
            OpenTasks tasks,
            ObjectProvider<DocumentTasks> processes,
            DocumentCards cards,
            Uploads uploads,
            Sentences sentences) {
        this.tasks = tasks;
        this.processes = processes;
        this.cards = cards;
        this.uploads = uploads;
        this.sentences = sentences;
    }

    @GetMapping("/api/tasks/{taskId}/document")
    DocumentCard card(@PathVariable String taskId, Principal person) {
        OpenTask task = readable(taskId);
        return cards.of(task, processOf(task).of(task), person.getName());
    }

    /** 暂存: what is there of the form, finished or not. */
    @PutMapping(path = "/api/tasks/{taskId}/draft", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Map<String, String>> save(@PathVariable String taskId, @RequestBody String form, Principal person) {
        OpenTask task = inHandsOf(person, taskId);
        SaveOutcome outcome = processOf(task).save(task, form, person.getName());
        return outcome instanceof Saved saved
                ? ResponseEntity.ok(Map.of("savedAt", sentences.shown(saved.at())))
                : refused((Refusal) outcome);
    }

    @PostMapping("/api/tasks/{taskId}/attachments")
    ResponseEntity<?> attach(@PathVariable String taskId, @RequestParam MultipartFile file, Principal person)
            throws IOException {
        OpenTask task = inHandsOf(person, taskId);
        DocumentTask shown = processOf(task).of(task);
        if (shown.documentId() == null || !processOf(task).takesFiles(task)) {
            throw notFound();
        }
        UploadOutcome outcome = uploads.take(shown.documentId(), file, person.getName());
        return outcome instanceof Added added ? ResponseEntity.ok(added.attachment()) : refused((Refusal) outcome);
    }

    private ResponseEntity<Map<String, String>> refused(Refusal no) {
        return ResponseEntity.unprocessableEntity().body(Map.of("type", "Refused", "message", sentences.of(no)));
    }

    private OpenTask readable(String taskId) {
        return tasks.readable(taskId).orElseThrow(DocumentTaskApi::notFound);
    }

    /** Somebody else's task may be read by those who look after it, and is still not theirs to write on. */
    private OpenTask inHandsOf(Principal person, String taskId) {
        OpenTask task = readable(taskId);
        if (task.assignee() != null && !task.assignee().equals(person.getName())) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return task;
    }

    private DocumentTasks processOf(OpenTask task) {
        Optional<DocumentTasks> process = processes.stream()
                .filter(one -> one.processKey().equals(task.processKey()))
                .findFirst();
        return process.orElseThrow(DocumentTaskApi::notFound);
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}

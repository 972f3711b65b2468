package cn.anchang.approval;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What a task about a document shows.
 *
 * @param documentId the document, or null when there is none yet
 * @param versionId the version to read, or null
 * @param matterId the matter to decide, or null
 * @param next what happens after the task, as a sentence
 * @param prefill what its form starts with
 */
public record DocumentTask(
        UUID documentId, UUID versionId, UUID matterId, List<Fact> facts, String next, Map<String, Object> prefill) {

    public DocumentTask {
        facts = List.copyOf(facts);
    }
}

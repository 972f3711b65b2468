package cn.anchang.approval;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * One kind of controlled document; one bean a kind, in the module that owns its content. Its Chinese name is the text
 * {@code document.<code>}.
 *
 * @param <T> the content, a record; kept as canonical JSON
 */
public interface DocumentKind<T> {

    /** For example {@code promotion-plan}. */
    String code();

    /** Of its numbers, e.g. {@code TG}. */
    String prefix();

    Class<T> type();

    /** The groups whose members may read its documents. */
    Set<String> readers();

    /** The groups among them that also see what is not submitted yet. */
    default Set<String> writers() {
        return readers();
    }

    /** Who is to review and approve this content; asked anew for each version (R36). */
    Route route(T content);

    /** All of the content in reading order, as it is shown, compared and printed. */
    List<Section> sections(T content);

    /** What differs between two contents, for a kind that says less in its sections than it contains; else they are compared. */
    default Optional<List<Change>> changes(T before, T now) {
        return Optional.empty();
    }

    /** The files this content names. Their bytes belong to what is approved. */
    default List<Attachment> attachments(T content) {
        return List.of();
    }

    /** What the document came from, what it is about and what it led to. */
    default List<Trace> traces(UUID documentId) {
        return List.of();
    }

    /** What happened around the document and is no part of its content. */
    default List<Remark> remarks(UUID documentId) {
        return List.of();
    }

    /** The groups whose members may begin another document as a copy of one. */
    default Set<String> copiers() {
        return Set.of();
    }

    /**
     * Begins another document with the content of this one, and whatever it takes to have it finished. Asked only of kinds that
     * name their copiers.
     *
     * @return the new document's id
     */
    default UUID copy(UUID documentId, String by) {
        throw new UnsupportedOperationException(code() + " is not copied");
    }
}

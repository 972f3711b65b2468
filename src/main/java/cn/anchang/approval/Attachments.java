package cn.anchang.approval;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The files beside documents. What was added stays as it is; what a document names of it is part of its content. */
@Service
@Transactional
public class Attachments {

    /** @param bytes as they were added */
    public record File(Attachment attachment, String mediaType, byte[] bytes) {}

    /** A copy reads the files of the document it was made from, and of the one before that. */
    private static final String READABLE_FROM = """
            with recursive origins (id) as (
                select cast(? as uuid)
                union
                select v.document_id from origins o
                join sales.controlled_documents d on d.id = o.id
                join sales.document_versions v on v.id = d.copied_from)
            select a.* from sales.document_attachments a join origins o on o.id = a.document_id
            where a.id = ?""";

    private final JdbcTemplate database;
    private final Clock clock;

    public Attachments(JdbcTemplate database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    public Attachment add(UUID documentId, String name, String mediaType, byte[] bytes, String by) {
        Attachment added = new Attachment(UUID.randomUUID(), name, bytes.length, CanonicalJson.sha256(bytes));
        database.update(
                """
                insert into sales.document_attachments
                    (id, document_id, name, media_type, size, sha256, bytes, added_by, added_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                added.id(),
                documentId,
                name,
                mediaType,
                added.size(),
                added.sha256(),
                bytes,
                by,
                java.sql.Timestamp.from(clock.instant()));
        return added;
    }

    /** How many were ever added to a document, named in its content or not. */
    @Transactional(readOnly = true)
    public int count(UUID documentId) {
        return database.queryForObject(
                "select count(*) from sales.document_attachments where document_id = ?", Integer.class, documentId);
    }

    @Transactional(readOnly = true)
    public Optional<File> read(UUID documentId, UUID attachmentId) {
        return database
                .query(
                        READABLE_FROM,
                        (row, n) -> new File(
                                new Attachment(
                                        row.getObject("id", UUID.class),
                                        row.getString("name"),
                                        row.getLong("size"),
                                        row.getString("sha256")),
                                row.getString("media_type"),
                                row.getBytes("bytes")),
                        documentId,
                        attachmentId)
                .stream()
                .findFirst();
    }

    /** Those of the files named that are missing or whose bytes are others. */
    List<Attachment> differing(UUID documentId, List<Attachment> named) {
        return named.stream()
                .filter(attachment -> read(documentId, attachment.id())
                        .filter(file -> CanonicalJson.sha256(file.bytes()).equals(attachment.sha256()))
                        .isEmpty())
                .toList();
    }
}

package cn.anchang.approval;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A controlled document as it is read.
 *
 * @param projectId the project it is about, or null
 * @param current its latest version, or null while nothing is written
 * @param revisions 修订记录, the latest version first
 * @param copiedFrom the version it began as a copy of, or null
 */
public record DocumentView(
        UUID id,
        String kind,
        String no,
        String title,
        UUID projectId,
        String openedBy,
        Instant openedAt,
        UUID copiedFrom,
        boolean abandoned,
        VersionView current,
        List<Revision> revisions,
        List<Trace> traces,
        List<Remark> remarks) {

    /** The same document with only these of its versions to be seen. */
    public DocumentView showing(VersionView newest, List<Revision> seen) {
        return new DocumentView(
                id,
                kind,
                no,
                title,
                projectId,
                openedBy,
                openedAt,
                copiedFrom,
                abandoned,
                newest,
                seen,
                traces,
                remarks);
    }
}

package cn.anchang.collection;

import java.time.Instant;
import java.util.UUID;

/** Tells the engine what became of money overdue. */
public interface ArrearsProcess {

    /** A person takes over. */
    void opened(
            UUID arrearsId,
            String consultant,
            String customerName,
            String unitNo,
            String subject,
            Instant letterAt,
            Instant reviewAt);

    /** The money is in, or not asked for any more: whatever step it is at, it ends. */
    void settled(UUID arrearsId);

    /** The change order that was to undo the sale came to nothing: it is reviewed again. */
    void changeEnded(UUID arrearsId);
}

package cn.anchang.approval;

import java.time.Instant;

/** Something worth knowing beside a document's content, e.g. that it came late. */
public record Remark(Instant at, String text, Tone tone) {

    /** Whether it is only to be known, or calls for attention. */
    public enum Tone {
        INFO,
        WARN
    }
}

package cn.anchang.approval;

import cn.anchang.shared.Sentences;
import java.util.UUID;

/**
 * A line at the top of a task's card.
 *
 * @param url where the text leads, or null
 */
public record Fact(String label, String text, String url) {

    public Fact(String label, String text) {
        this(label, text, null);
    }

    /** The sale a task is about. */
    public static Fact sale(Sentences sentences, UUID saleId) {
        return of(Trace.sale(sentences, saleId));
    }

    /** Leads where the trace leads. */
    public static Fact of(Trace trace) {
        return new Fact(trace.label(), trace.text(), trace.url());
    }
}

package cn.anchang.approval;

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

    /** Names the sale a task is about, and leads to its page. */
    public static Fact sale(String label, String text, UUID saleId) {
        return new Fact(label, text, Trace.pageOf(saleId));
    }

    /** Leads where the trace leads. */
    public static Fact of(Trace trace) {
        return new Fact(trace.label(), trace.text(), trace.url());
    }
}

package cn.anchang.approval;

import cn.anchang.shared.Sentences;
import java.util.UUID;

/**
 * What a document came from, is about or led to.
 *
 * @param url where to read it, or null
 */
public record Trace(String label, String text, String url) {

    /** The sale that a document or a task is about, where all of it is read on one page. */
    public static Trace sale(Sentences sentences, UUID saleId) {
        return new Trace(sentences.text("trace.sale"), sentences.text("trace.sale.open"), pageOf(saleId));
    }

    static String pageOf(UUID saleId) {
        return "/sales/" + saleId;
    }
}

package cn.anchang.approval;

/**
 * A line at the top of a task's card.
 *
 * @param url where the text leads, or null
 */
public record Fact(String label, String text, String url) {

    public Fact(String label, String text) {
        this(label, text, null);
    }
}

package cn.anchang.shared;

/** Carries a refusal up to the person who asked. Its message is one Chinese sentence that says what is wrong and what to do. */
public class Refused extends RuntimeException {

    private final transient Refusal refusal;

    public Refused(Refusal refusal, String sentence) {
        super(sentence);
        this.refusal = refusal;
    }

    public Refusal refusal() {
        return refusal;
    }
}

package cn.anchang.shared;

import org.springframework.stereotype.Component;

/** Turns an outcome into what was hoped for, or into {@link Refused} with the sentence for the person. */
@Component
public class Refusals {

    private final Sentences sentences;

    public Refusals(Sentences sentences) {
        this.sentences = sentences;
    }

    /**
     * @throws Refused when the outcome is a refusal
     * @throws IllegalStateException when it is neither a refusal nor of the type hoped for
     */
    public <T> T accept(Object outcome, Class<T> hopedFor) {
        if (outcome instanceof Refusal no) {
            throw refused(no);
        }
        if (!hopedFor.isInstance(outcome)) {
            throw new IllegalStateException("Expected %s but got %s".formatted(hopedFor.getSimpleName(), outcome));
        }
        return hopedFor.cast(outcome);
    }

    public Refused refused(Refusal no) {
        return new Refused(no, sentences.of(no));
    }
}

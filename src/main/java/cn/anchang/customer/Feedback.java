package cn.anchang.customer;

import java.time.LocalDate;

/** What came of a talk: how it went, what the customer suggests, what is agreed next. Each may be null. */
public record Feedback(String feedback, String suggestion, String nextStep, LocalDate nextStepOn) {

    boolean isEmpty() {
        return feedback == null && suggestion == null && nextStep == null && nextStepOn == null;
    }
}

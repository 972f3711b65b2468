package cn.anchang.customer;

import cn.anchang.customer.Unreadable.ControlCharacters;
import cn.anchang.customer.Unreadable.FieldMissing;
import cn.anchang.customer.Unreadable.TextTooLong;
import java.util.regex.Pattern;

/** Reads what people typed about a customer; the first thing that cannot be read is kept as the refusal. */
final class CustomerText {

    static final int NAME = 50;
    static final int LINE = 200;
    static final int NOTE = 2000;

    static final Pattern EMAIL = Pattern.compile("[^@\\s,;<>\"]{1,64}@[^@\\s,;<>\"]{1,120}\\.[^@\\s,;<>\".]{2,20}");

    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Cf}&&[^\\n\\t\\r\\u200d]]");
    private static final Pattern LINE_BREAKS = Pattern.compile("[\\n\\r\\t]");

    private Unreadable refusal;

    Unreadable refusal() {
        return refusal;
    }

    boolean isReadable() {
        return refusal == null;
    }

    void refuse(Unreadable why) {
        if (refusal == null) {
            refusal = why;
        }
    }

    void require(CustomerField field, Object value) {
        if (value == null) {
            refuse(new FieldMissing(field));
        }
    }

    /** One line of text without its outer spaces, or null when blank. */
    String line(CustomerField field, String typed, int atMost) {
        String text = note(field, typed, atMost);
        if (text != null && LINE_BREAKS.matcher(text).find()) {
            refuse(new ControlCharacters(field));
        }
        return text;
    }

    /** Text that may have several lines. */
    String note(CustomerField field, String typed, int atMost) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        String text = typed.strip();
        if (text.length() > atMost) {
            refuse(new TextTooLong(field, atMost));
        }
        if (CONTROL.matcher(text).find()) {
            refuse(new ControlCharacters(field));
        }
        return text;
    }

    Intent intent(Intent typed) {
        if (typed == null) {
            return Intent.NONE;
        }
        return new Intent(
                line(CustomerField.WANTED_AREA, typed.wantedArea(), LINE),
                line(CustomerField.WANTED_LAYOUT, typed.wantedLayout(), LINE),
                line(CustomerField.WANTED_BUDGET, typed.wantedBudget(), LINE),
                line(CustomerField.WANTED_FLOOR, typed.wantedFloor(), LINE),
                note(CustomerField.MOTIVE, typed.motive(), NOTE),
                note(CustomerField.OBJECTIONS, typed.objections(), NOTE),
                note(CustomerField.RIVALS, typed.rivals(), NOTE));
    }

    Feedback feedback(Feedback typed) {
        return new Feedback(
                note(CustomerField.FEEDBACK, typed.feedback(), NOTE),
                note(CustomerField.SUGGESTION, typed.suggestion(), NOTE),
                note(CustomerField.NEXT_STEP, typed.nextStep(), NOTE),
                typed.nextStepOn());
    }
}

package cn.anchang.customer;

import cn.anchang.shared.Sentences;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What a revision of a customer's row changes, a line each, in words people read. */
final class CustomerDifferences {

    private static final int SHOWN = 120;

    private CustomerDifferences() {}

    static List<String> between(CustomerRevision before, CustomerRevision after, Sentences sentences) {
        List<String> lines = new ArrayList<>();
        add(lines, sentences, CustomerField.NAME, before.name(), after.name());
        add(lines, sentences, CustomerField.SEGMENT, before.segment(), after.segment());
        add(lines, sentences, CustomerField.GRADE, before.grade(), after.grade());
        add(lines, sentences, CustomerField.CHANNEL, before.channel(), after.channel());
        add(lines, sentences, CustomerField.EMAIL, before.email(), after.email());
        Intent was = before.intent();
        Intent is = after.intent();
        add(lines, sentences, CustomerField.WANTED_LAYOUT, was.wantedLayout(), is.wantedLayout());
        add(lines, sentences, CustomerField.WANTED_AREA, was.wantedArea(), is.wantedArea());
        add(lines, sentences, CustomerField.WANTED_BUDGET, was.wantedBudget(), is.wantedBudget());
        add(lines, sentences, CustomerField.WANTED_FLOOR, was.wantedFloor(), is.wantedFloor());
        add(lines, sentences, CustomerField.MOTIVE, was.motive(), is.motive());
        add(lines, sentences, CustomerField.OBJECTIONS, was.objections(), is.objections());
        add(lines, sentences, CustomerField.RIVALS, was.rivals(), is.rivals());
        add(lines, sentences, CustomerField.CO_BUYERS, before.coBuyers(), after.coBuyers());
        add(lines, sentences, CustomerField.REMARK, before.remark(), after.remark());
        return lines;
    }

    private static void add(List<String> lines, Sentences sentences, CustomerField field, Object before, Object after) {
        if (!Objects.equals(before, after)) {
            lines.add(
                    sentences.text("customer.changed.value", field, shown(before, sentences), shown(after, sentences)));
        }
    }

    private static String shown(Object value, Sentences sentences) {
        if (value == null) {
            return sentences.text("customer.changed.blank");
        }
        String text = sentences.shown(value);
        return text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
    }
}

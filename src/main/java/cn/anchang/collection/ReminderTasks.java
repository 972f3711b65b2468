package cn.anchang.collection;

import cn.anchang.approval.DocumentTask;
import cn.anchang.approval.DocumentTasks;
import cn.anchang.approval.Fact;
import cn.anchang.engine.OpenTasks.OpenTask;
import cn.anchang.salescase.SaleContact;
import cn.anchang.shared.Sentences;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What a consultant sees before calling: who owes what since when, and why no letter went. */
@Component
class ReminderTasks implements DocumentTasks {

    private final ReminderDesk desk;
    private final Sentences sentences;

    ReminderTasks(ReminderDesk desk, Sentences sentences) {
        this.desk = desk;
        this.sentences = sentences;
    }

    @Override
    public String processKey() {
        return "payment-reminder";
    }

    @Override
    public DocumentTask of(OpenTask task) {
        Reminder reminder = desk.reminder(UUID.fromString(task.businessKey()));
        SaleContact sale = desk.sale(reminder.account());
        List<Fact> facts = new ArrayList<>();
        fact(facts, "whom", desk.whom(reminder));
        facts.add(Fact.sale(sentences.text("reminder.field.customer"), sale.customerName(), reminder.account()));
        fact(facts, "unit", sale.projectName() + " " + sale.unitNo());
        fact(facts, "contract", sale.contractNo() == null ? "—" : sale.contractNo());
        fact(facts, "item", sentences.text("reminder.item", reminder.seq(), reminder.kind()));
        fact(facts, "dueOn", sentences.shown(reminder.dueOn()));
        fact(facts, "rest", reminder.rest().formatted());
        fact(facts, "reason", reminder.reason());
        return new DocumentTask(null, null, null, facts, sentences.text("reminder.call.next"), Map.of());
    }

    private void fact(List<Fact> facts, String key, String text) {
        facts.add(new Fact(sentences.text("reminder.field." + key), text));
    }
}

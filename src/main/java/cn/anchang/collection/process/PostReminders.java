package cn.anchang.collection.process;

import static cn.anchang.collection.process.ReminderVariables.MORE_TO_REMIND;
import static cn.anchang.collection.process.ReminderVariables.REMINDED_UP_TO;

import cn.anchang.collection.PaymentReminders;
import cn.anchang.collection.PaymentReminders.Page;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Service task "发出到期提醒": one page; answers "还有下一批?". */
@Component
class PostReminders implements JavaDelegate {

    private static final Logger log = LoggerFactory.getLogger(PostReminders.class);

    private final PaymentReminders reminders;

    PostReminders(PaymentReminders reminders) {
        this.reminders = reminders;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Page page = reminders.page(REMINDED_UP_TO.find(execution).orElse(null));
        REMINDED_UP_TO.set(execution, page.last());
        MORE_TO_REMIND.set(execution, page.last() != null);
        log.info("Payment reminders: {} letters posted, {} calls asked for", page.letters(), page.calls());
    }
}

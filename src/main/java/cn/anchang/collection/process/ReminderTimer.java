package cn.anchang.collection.process;

import cn.anchang.collection.PaymentReminders;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Scope;

/** The timer of 付款提醒, as the diagram names it: read anew each time it is due, so that configuration counts. */
@Configuration(proxyBeanMethods = false)
class ReminderTimer {

    @Bean
    @Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
    String reminderCycle(PaymentReminders reminders) {
        return reminders.cycle();
    }
}

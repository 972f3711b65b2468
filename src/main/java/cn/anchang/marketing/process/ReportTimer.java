package cn.anchang.marketing.process;

import cn.anchang.marketing.ReportSchedule;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Scope;

/** The timer of 总结与计划开立, as the diagram names it: read anew each time it is due, so that configuration counts. */
@Configuration(proxyBeanMethods = false)
class ReportTimer {

    @Bean
    @Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
    String reportCycle(ReportSchedule schedule) {
        return schedule.cycle();
    }
}

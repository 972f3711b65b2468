package cn.anchang.marketing.process;

import cn.anchang.marketing.ReportSchedule;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Service task "开立到期报告": for every site, whatever has ended and is not there. */
@Component
class OpenEndedReports implements JavaDelegate {

    private static final Logger log = LoggerFactory.getLogger(OpenEndedReports.class);

    private final ReportSchedule schedule;

    OpenEndedReports(ReportSchedule schedule) {
        this.schedule = schedule;
    }

    @Override
    public void execute(DelegateExecution execution) {
        int opened = schedule.openEnded();
        log.info("Sales reports: {} opened", opened);
    }
}

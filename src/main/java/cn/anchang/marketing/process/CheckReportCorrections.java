package cn.anchang.marketing.process;

import cn.anchang.marketing.ReportSchedule;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Service task "核对已提交报告": what the rows say differently by now becomes a line of its own. */
@Component
class CheckReportCorrections implements JavaDelegate {

    private static final Logger log = LoggerFactory.getLogger(CheckReportCorrections.class);

    private final ReportSchedule schedule;

    CheckReportCorrections(ReportSchedule schedule) {
        this.schedule = schedule;
    }

    @Override
    public void execute(DelegateExecution execution) {
        int noticed = schedule.checkCorrections();
        log.info("Sales reports: {} numbers of submitted reports have changed", noticed);
    }
}

package cn.anchang.collection.process;

import static cn.anchang.collection.process.ReminderVariables.ARREARS_OPENED_UP_TO;
import static cn.anchang.collection.process.ReminderVariables.MORE_ARREARS;

import cn.anchang.collection.ArrearsOpening;
import cn.anchang.collection.ArrearsOpening.Page;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Service task "转入逾期催收": one page; answers "还有下一批逾期?". */
@Component
class OpenArrears implements JavaDelegate {

    private static final Logger log = LoggerFactory.getLogger(OpenArrears.class);

    private final ArrearsOpening opening;

    OpenArrears(ArrearsOpening opening) {
        this.opening = opening;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Page page = opening.page(ARREARS_OPENED_UP_TO.find(execution).orElse(null));
        ARREARS_OPENED_UP_TO.set(execution, page.last());
        MORE_ARREARS.set(execution, page.last() != null);
        log.info("Arrears: {} opened", page.opened());
    }
}

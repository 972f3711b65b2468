package cn.anchang.salescase.process;

import cn.anchang.engine.CalledBy;
import cn.anchang.salescase.DealPapers.IssuedPaper;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** Attaches a document to the sale, from its own process or one it called, by the address it is printed from. */
final class AttachedPaper {

    private static final String TYPE = "paper";

    private AttachedPaper() {}

    static void toSale(DelegateExecution execution, IssuedPaper paper) {
        execution
                .getProcessEngineServices()
                .getTaskService()
                .createAttachment(TYPE, null, CalledBy.instanceOrItself(execution), paper.title(), null, paper.path());
    }
}

package cn.anchang.marketing.process;

import cn.anchang.approval.VersionWorkbook;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** Attaches a document's workbook to its process, by the address it is fetched from; whose tasks show it. */
final class AttachedWorkbook {

    private static final String TYPE = "workbook";

    private AttachedWorkbook() {}

    static void to(DelegateExecution execution, VersionWorkbook workbook) {
        execution
                .getProcessEngineServices()
                .getTaskService()
                .createAttachment(
                        TYPE, null, execution.getProcessInstanceId(), workbook.title(), null, workbook.path());
    }
}

package cn.anchang.approval;

import cn.anchang.engine.OpenTasks.OpenTask;

/** What the tasks of one process show and keep; one bean for each process that has tasks about documents. */
public interface DocumentTasks {

    String processKey();

    DocumentTask of(OpenTask task);

    /** Whether the content handed in with this task may name files, so that some may be put beside the document. */
    default boolean takesFiles(OpenTask task) {
        return false;
    }

    /** Keeps an unfinished form on the server (暂存). */
    default SaveOutcome save(OpenTask task, String formJson, String by) {
        return new SaveOutcome.NotKept();
    }
}

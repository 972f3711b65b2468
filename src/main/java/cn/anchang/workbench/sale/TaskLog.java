package cn.anchang.workbench.sale;

import cn.anchang.engine.TaskDone;
import java.sql.Timestamp;
import java.time.Clock;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps who completed which task, in the transaction of the completion: a refused form leaves nothing behind. */
@Component
class TaskLog {

    private final JdbcClient database;
    private final Clock clock;

    TaskLog(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @EventListener
    void keep(TaskDone task) {
        database.sql("insert into sales.done_tasks (business_key, process, task, name, done_by, done_at)"
                        + " values (?, ?, ?, ?, ?, ?)")
                .params(
                        task.businessKey(),
                        task.processKey(),
                        task.taskKey(),
                        task.taskName().replace("\n", ""),
                        task.by(),
                        Timestamp.from(clock.instant()))
                .update();
    }
}

package cn.anchang.engine;

import cn.anchang.shared.Refusals;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.cmd.AbstractExecuteFilterCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.beans.DirectFieldAccessor;

/**
 * Refuses expressions in ad-hoc queries, nested ones and those that extend a filter included. The engine evaluates what stands in
 * nested queries of anyone signed in, which is running code on the server (CVE-2026-109432). Every query is a command, so all pass.
 */
class QueryGuard extends CommandInterceptor {

    private final Refusals refusals;

    QueryGuard(Refusals refusals) {
        this.refusals = refusals;
    }

    @Override
    public <T> T execute(Command<T> command) {
        Object query = command instanceof AbstractExecuteFilterCmd
                ? new DirectFieldAccessor(command).getPropertyValue("extendingQuery")
                : command;
        if (query instanceof AbstractQuery && !QueryExpressions.of(query).isEmpty()) {
            throw refusals.refused(new NoExpressions());
        }
        return next.execute(command);
    }
}

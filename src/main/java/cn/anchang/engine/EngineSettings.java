package cn.anchang.engine;

import static org.camunda.bpm.engine.authorization.Permissions.TASK_WORK;

import cn.anchang.shared.Refusals;
import java.util.List;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.persistence.StrongUuidGenerator;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** How our engine differs from the one in the box. */
@Component
@Order(org.springframework.core.Ordered.LOWEST_PRECEDENCE)
class EngineSettings extends AbstractProcessEnginePlugin {

    private final Refusals refusals;
    private final ObjectProvider<IdentityService> identity;
    private final TaskRules rules;
    private final ObjectProvider<TaskService> tasks;
    private final ApplicationEventPublisher events;
    private final SpokenRules spokenRules;
    private final Tenants tenants;

    EngineSettings(
            Refusals refusals,
            ObjectProvider<IdentityService> identity,
            ObjectProvider<TaskService> tasks,
            TaskRules rules,
            ApplicationEventPublisher events,
            SpokenRules spokenRules,
            Tenants tenants) {
        this.refusals = refusals;
        this.identity = identity;
        this.tasks = tasks;
        this.rules = rules;
        this.events = events;
        this.spokenRules = spokenRules;
        this.tenants = tenants;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setIdGenerator(new StrongUuidGenerator());
        engine.setCmmnEnabled(false);
        // A timer that recurs reads its configuration each time, not only when its process was deployed.
        engine.setReevaluateTimeCycleWhenDue(true);
        engine.setStandaloneTasksEnabled(false);
        engine.setMetricsEnabled(false);
        engine.setTaskMetricsEnabled(false);
        // Groups are named site-manager, people chen.xiao.
        engine.setGeneralResourceWhitelistPattern("[a-zA-Z0-9][a-zA-Z0-9._-]*");
        engine.setEnablePasswordPolicy(true);
        engine.setEnableExceptionsAfterUnhandledBpmnError(true);
        // Refusals are ordinary; what is not is logged where it arrives: by the REST interface or as a failed job.
        engine.setEnableCmdExceptionLogging(false);

        engine.setCustomPreCommandInterceptorsTxRequired(interceptors(true));
        engine.setCustomPreCommandInterceptorsTxRequiresNew(interceptors(false));
        engine.setCustomSessionFactories(List.of(new GuardedFilters.Factory(refusals, TaskFilters.expressions(rules))));
        engine.setCustomPreBPMNParseListeners(
                List.of(new ShownVariables(rules.shown()), new TaskEvents(events, rules.shown())));
        engine.setTenantIdProvider(tenants);
        engine.setResourceAuthorizationProvider(new TaskAuthorizations(rules));
        engine.setDefaultUserPermissionForTask(TASK_WORK);
        engine.setCompositeIncidentHandlersEnabled(true);
        engine.setCustomIncidentHandlers(List.of(new IncidentEvents(events)));
        engine.setDmnEngineConfiguration(tables());
    }

    @Override
    public void postInit(ProcessEngineConfigurationImpl engine) {
        engine.getSqlSessionFactory().getConfiguration().addInterceptor(new AuthorizationJoin());
    }

    private DefaultDmnEngineConfiguration tables() {
        var tables = new DefaultDmnEngineConfiguration();
        tables.setCustomPostDecisionTableEvaluationListeners(List.of(spokenRules));
        return tables;
    }

    private List<CommandInterceptor> interceptors(boolean forPeople) {
        return forPeople
                ? List.of(
                        new RefusalInterceptor(refusals, identity, tasks),
                        new QueryGuard(refusals),
                        new OnlyByFormInterceptor(refusals, identity))
                : List.of(new QueryGuard(refusals));
    }
}

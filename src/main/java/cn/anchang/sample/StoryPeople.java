package cn.anchang.sample;

import cn.anchang.approval.DocumentTask;
import cn.anchang.approval.DocumentTasks;
import cn.anchang.engine.OpenTasks;
import cn.anchang.engine.TaskForms;
import cn.anchang.organization.Sites;
import cn.anchang.organization.Staff;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The sample's people at their Tasklists: what they find there, claim, fill in and hand in; and the engine's own timers. */
@Component
@Profile("sample")
class StoryPeople {

    static final String SITE_MANAGER = "zhao.ming";
    static final String CASHIER = "qian.hui";
    static final String MARKETING = "sun.li";
    static final String GENERAL_MANAGER = "wu.zong";

    /** Who of a department takes up what is put before it. */
    private static final Map<String, String> OF_GROUP = Map.of(
            Staff.SALES, "chen.xiao",
            Staff.SITE_MANAGER, SITE_MANAGER,
            Staff.FINANCE, CASHIER,
            Staff.MARKETING, MARKETING,
            Staff.MARKETING_DIRECTOR, "zhou.kai",
            Staff.MANAGEMENT, GENERAL_MANAGER,
            Staff.MARKETING_ADMIN, "han.mei",
            Staff.DESIGN, "feng.tao",
            Staff.ENGINEERING, "jiang.bo",
            Staff.CUSTOMER_SERVICE, "zheng.fang");

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final ManagementService management;
    private final RepositoryService repository;
    private final IdentityService identity;
    private final TaskForms forms;
    private final OpenTasks openTasks;
    private final Staff staff;
    private final Sites sites;
    private final Map<String, DocumentTasks> documentTasks;

    StoryPeople(
            TaskService tasks,
            RuntimeService runtime,
            ManagementService management,
            RepositoryService repository,
            IdentityService identity,
            TaskForms forms,
            OpenTasks openTasks,
            Staff staff,
            Sites sites,
            ObjectProvider<DocumentTasks> documentTasks) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.management = management;
        this.repository = repository;
        this.identity = identity;
        this.forms = forms;
        this.openTasks = openTasks;
        this.staff = staff;
        this.sites = sites;
        this.documentTasks =
                documentTasks.stream().collect(Collectors.toMap(DocumentTasks::processKey, Function.identity()));
    }

    /** What is open since that moment, whoever is to do it; people who came in meanwhile have tasks of a later time. */
    List<Task> openBetween(Instant from, Instant until) {
        return tasks.createTaskQuery()
                .taskCreatedAfter(Date.from(from.minusMillis(1)))
                .taskCreatedBefore(Date.from(until.plusMillis(1)))
                .list();
    }

    Optional<Task> open(String taskId) {
        return Optional.ofNullable(tasks.createTaskQuery().taskId(taskId).singleResult());
    }

    boolean hasOpenTask(String businessKey) {
        return tasks.createTaskQuery().processInstanceBusinessKey(businessKey).count() > 0;
    }

    Optional<String> businessKey(Task task) {
        return Optional.ofNullable(runtime.createProcessInstanceQuery()
                        .processInstanceId(task.getProcessInstanceId())
                        .singleResult())
                .map(ProcessInstance::getBusinessKey);
    }

    /** The person it is assigned to, or whoever of the department takes it up. */
    String doer(Task task) {
        return task.getAssignee() != null
                ? task.getAssignee()
                : tasks.getIdentityLinksForTask(task.getId()).stream()
                        .map(IdentityLink::getGroupId)
                        .filter(Objects::nonNull)
                        .map(OF_GROUP::get)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException("Nobody is there for " + task.getName()));
    }

    /** What a task about a document shows, and what its form starts with. */
    DocumentTask shown(Task task, String person) {
        return as(
                person,
                () -> openTasks
                        .readable(task.getId())
                        .map(open -> documentTasks.get(open.processKey()).of(open))
                        .orElseThrow());
    }

    void complete(Task task, String person, Map<String, ?> form) {
        as(person, () -> {
            if (task.getAssignee() == null) {
                tasks.claim(task.getId(), person);
            }
            forms.submit(task.getId(), form);
            return null;
        });
    }

    void start(String process, String person, Map<String, ?> form) {
        String definition = definition(process);
        as(person, () -> {
            forms.start(definition, form);
            return null;
        });
    }

    /** As the timer does it that begins this process each day: nobody is asked anything. */
    void begin(String process) {
        runtime.startProcessInstanceById(definition(process));
    }

    private String definition(String process) {
        return repository.createProcessDefinitionQuery().processDefinitionKey(process).latestVersion().list().stream()
                .map(ProcessDefinition::getId)
                .findFirst()
                .orElseThrow();
    }

    /** The engine's next job that is due by then: steps behind a click at once, timers in the order of their days. */
    Optional<Job> nextJob(Instant by) {
        List<Job> due = management
                .createJobQuery()
                .withRetriesLeft()
                .active()
                .duedateLowerThan(Date.from(by))
                .orderByJobDuedate()
                .asc()
                .listPage(0, 1);
        List<Job> waiting = management
                .createJobQuery()
                .messages()
                .withRetriesLeft()
                .active()
                .listPage(0, 1);
        return waiting.stream().findFirst().or(() -> due.stream().findFirst());
    }

    void run(Job job) {
        management.executeJob(job.getId());
    }

    private <T> T as(String person, Supplier<T> act) {
        Set<String> groups = staff.groupsOf(person);
        identity.setAuthentication(person, List.copyOf(groups), sites.tenantsOf(person));
        try {
            return act.get();
        } finally {
            identity.clearAuthentication();
        }
    }
}

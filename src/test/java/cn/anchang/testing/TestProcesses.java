package cn.anchang.testing;

import cn.anchang.engine.Forms;
import cn.anchang.shared.Refusal;
import cn.anchang.shared.Refused;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;

/** A tiny process for tests of the house itself, put in by the test that wants it: see {@code src/test/resources/spikes}. */
public class TestProcesses {

    /** The spike's one process, with its form. */
    public static final String REFUSAL = "refusal-spike";

    private final RepositoryService repository;
    private final AuthorizationService authorizations;

    TestProcesses(RepositoryService repository, AuthorizationService authorizations) {
        this.repository = repository;
        this.authorizations = authorizations;
    }

    /** Deploys it under its own name, and lets these groups start it. */
    public void deploy(String process, List<String> forms, String... groupIds) {
        DeploymentBuilder deployment = repository
                .createDeployment()
                .name(process)
                .enableDuplicateFiltering(false)
                .addInputStream("processes/" + process + ".bpmn", open("/spikes/" + process + ".bpmn"));
        for (String form : forms) {
            deployment.addInputStream("forms/" + process + "/" + form, open("/spikes/" + form));
        }
        deployment.deploy();
        for (String groupId : groupIds) {
            letStart(process, groupId);
        }
    }

    private void letStart(String process, String groupId) {
        if (authorizations
                        .createAuthorizationQuery()
                        .groupIdIn(groupId)
                        .resourceType(Resources.PROCESS_DEFINITION)
                        .resourceId(process)
                        .count()
                > 0) {
            return;
        }
        Authorization right = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        right.setGroupId(groupId);
        right.setResource(Resources.PROCESS_DEFINITION);
        right.setResourceId(process);
        right.addPermission(ProcessDefinitionPermissions.CREATE_INSTANCE);
        authorizations.saveAuthorization(right);
        if (authorizations
                        .createAuthorizationQuery()
                        .groupIdIn(groupId)
                        .resourceType(Resources.PROCESS_INSTANCE)
                        .count()
                == 0) {
            Authorization create = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
            create.setGroupId(groupId);
            create.setResource(Resources.PROCESS_INSTANCE);
            create.setResourceId(Authorization.ANY);
            create.addPermission(Permissions.CREATE);
            authorizations.saveAuthorization(create);
        }
    }

    private static java.io.InputStream open(String path) {
        return TestProcesses.class.getResourceAsStream(path);
    }

    /** What the spike's form hands in: a note, and whether the desk is to say no. */
    record SpikeForm(String note, boolean refuse) {}

    /** The no of the spike. */
    record NotToday() implements Refusal {}

    public static final String SENTENCE = "此房源已被林佳预留至11月23日 16:30，请另选一套。";

    /** Counts how often somebody got an expression evaluated that names it. */
    @Bean
    AtomicInteger evaluations() {
        return new AtomicInteger();
    }

    /** Writes the note, then says no if asked to: what it wrote must be gone. */
    @Bean
    TaskListener spikeDesk(Forms forms, JdbcTemplate jdbc) {
        jdbc.execute("create table if not exists sales.spike_notes (note text primary key)");
        return task -> {
            SpikeForm form = forms.read(task, SpikeForm.class);
            jdbc.update("insert into sales.spike_notes values (?)", form.note());
            if (form.refuse()) {
                throw new Refused(new NotToday(), SENTENCE);
            }
        };
    }
}

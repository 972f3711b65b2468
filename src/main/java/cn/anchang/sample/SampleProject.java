package cn.anchang.sample;

import cn.anchang.approval.Decision;
import cn.anchang.approval.DocumentLine;
import cn.anchang.approval.Documents;
import cn.anchang.approval.VersionState;
import cn.anchang.customer.Customers;
import cn.anchang.engine.TaskForms;
import cn.anchang.inventory.ProjectView;
import cn.anchang.inventory.UnitCatalogue;
import cn.anchang.organization.Sites;
import cn.anchang.organization.Staff;
import cn.anchang.workbook.ImportJob;
import cn.anchang.workbook.Imports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * On its first start gives the sample a project and customers, by the import that everybody uses, and has its prices approved by the
 * people whose task that is; later starts leave all of it alone.
 */
@Component
@Profile("sample")
class SampleProject implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(SampleProject.class);

    private static final List<String> APPROVERS = List.of("zhou.kai", "wu.zong");

    private final Imports imports;
    private final UnitCatalogue catalogue;
    private final Customers customers;
    private final Documents documents;
    private final TaskService tasks;
    private final TaskForms forms;
    private final IdentityService identity;
    private final Staff staff;
    private final Sites sites;

    SampleProject(
            Imports imports,
            UnitCatalogue catalogue,
            Customers customers,
            Documents documents,
            TaskService tasks,
            TaskForms forms,
            IdentityService identity,
            Staff staff,
            Sites sites) {
        this.imports = imports;
        this.catalogue = catalogue;
        this.customers = customers;
        this.documents = documents;
        this.tasks = tasks;
        this.forms = forms;
        this.identity = identity;
        this.staff = staff;
        this.sites = sites;
    }

    /** One at a time: the story has it run at its own beginning. */
    @Override
    public synchronized void run(ApplicationArguments arguments) {
        if (project().isEmpty()) {
            bringIn("units", SampleWorkbooks.UNITS, "sun.li");
        }
        firstPrices().ifPresent(this::approve);
        if (customers.count() == 0) {
            bringIn("customers", SampleWorkbooks.CUSTOMERS, "zhao.ming");
        }
    }

    private Optional<ProjectView> project() {
        return catalogue.projects().stream()
                .filter(project -> project.name().equals(SampleWorkbooks.PROJECT))
                .findFirst();
    }

    private void bringIn(String kind, String file, String userId) {
        try {
            byte[] bytes = new ClassPathResource("sample/" + file).getContentAsByteArray();
            ImportJob done = imports.bringIn(kind, file, bytes, userId);
            LOG.info("Sample {}: {} rows imported", kind, done.added());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The price list of the first import as long as it waits: a start that was killed half way is made up for. */
    private Optional<UUID> firstPrices() {
        UUID project = project().orElseThrow().id();
        return documents.list(Set.of("price-list")).stream()
                .filter(document -> project.equals(document.projectId()))
                .filter(document -> document.version() == 1 && document.state() == VersionState.SUBMITTED)
                .map(DocumentLine::id)
                .findFirst();
    }

    private void approve(UUID document) {
        String fingerprint = documents
                .versionView(documents.currentVersion(document).orElseThrow())
                .fingerprint();
        for (String approver : APPROVERS) {
            identity.setAuthentication(approver, List.copyOf(staff.groupsOf(approver)), sites.tenantsOf(approver));
            try {
                Optional.ofNullable(openTask(document)).ifPresent(task -> agree(task, fingerprint));
            } finally {
                identity.clearAuthentication();
            }
        }
        LOG.info("Sample prices: {}", documents.view(document).current().state());
    }

    /** As far as the one who is asked may see it. */
    private Task openTask(UUID document) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(document.toString())
                .singleResult();
    }

    private void agree(Task task, String fingerprint) {
        forms.submit(task.getId(), Map.of("decision", Decision.AGREE, "fingerprint", fingerprint));
    }
}

package cn.anchang.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Makes one deployment of each process with its own forms, and one of each decision table, under the names they have in the
 * repository. A process gets a new version when its model or one of its forms changed, a table when its rules did, and not otherwise.
 */
@Component
class ModelDeployer implements SmartInitializingSingleton {

    private static final Logger log = LoggerFactory.getLogger(ModelDeployer.class);

    private final RepositoryService repository;
    private final ResourcePatternResolver files = new PathMatchingResourcePatternResolver();

    ModelDeployer(RepositoryService repository) {
        this.repository = repository;
    }

    @Override
    public void afterSingletonsInstantiated() {
        for (Resource model : find("classpath*:processes/*.bpmn")) {
            String file = model.getFilename();
            String process = file.substring(0, file.lastIndexOf('.'));
            deploy(process, model, formsOf(process));
        }
        for (Resource table : find("classpath*:processes/*.dmn")) {
            deploy(table);
        }
    }

    /** A decision table; what was decided by an earlier version names it. */
    private void deploy(Resource table) {
        String file = table.getFilename();
        DeploymentBuilder deployment =
                repository.createDeployment().name(file).source("anchang").enableDuplicateFiltering(false);
        add(deployment, "processes/" + file, table);
        var deployed = deployment.deployWithResult().getDeployedDecisionDefinitions();
        if (deployed != null) {
            deployed.forEach(decision -> log.info("{} is now at version {}", decision.getKey(), decision.getVersion()));
        }
    }

    /** @param forms by the name a form key asks for, {@code forms/<process>/<form>.html} */
    void deploy(String process, Resource model, Map<String, Resource> forms) {
        DeploymentBuilder deployment =
                repository.createDeployment().name(process).source("anchang").enableDuplicateFiltering(false);
        add(deployment, "processes/" + process + ".bpmn", model);
        forms.forEach((name, form) -> add(deployment, name, form));
        var deployed = deployment.deployWithResult();
        if (deployed.getDeployedProcessDefinitions() != null) {
            deployed.getDeployedProcessDefinitions()
                    .forEach(definition ->
                            log.info("{} is now at version {}", definition.getKey(), definition.getVersion()));
        }
    }

    private Map<String, Resource> formsOf(String process) {
        String folder = "forms/" + process + "/";
        Map<String, Resource> forms = new LinkedHashMap<>();
        for (Resource form : find("classpath*:" + folder + "**/*.html")) {
            forms.put(path(form).substring(path(form).lastIndexOf(folder)), form);
        }
        return forms;
    }

    private static void add(DeploymentBuilder deployment, String name, Resource content) {
        try (InputStream stream = content.getInputStream()) {
            deployment.addInputStream(name, stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Resource[] find(String pattern) {
        try {
            Resource[] found = files.getResources(pattern);
            Arrays.sort(found, Comparator.comparing(ModelDeployer::path));
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String path(Resource resource) {
        try {
            return resource.getURL().getPath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

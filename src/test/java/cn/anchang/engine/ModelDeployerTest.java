package cn.anchang.engine;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anchang.testing.ApplicationTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;

@ApplicationTest
class ModelDeployerTest {

    @Autowired
    ModelDeployer deployer;

    @Autowired
    RepositoryService repository;

    @Test
    void eachProcessIsOneDeploymentWithItsOwnFormsUnderTheirNamesInTheRepository() {
        ProcessDefinition sale = latest("sales-case");

        assertThat(repository.getDeploymentResourceNames(sale.getDeploymentId()))
                .contains("processes/sales-case.bpmn", "forms/sales-case/visit-registration.html")
                .allMatch(name -> name.equals("processes/sales-case.bpmn") || name.startsWith("forms/sales-case/"));
    }

    @Test
    void anotherStartWithTheSameFilesGivesNoNewVersion() {
        Map<String, Integer> before = versions();

        deployer.afterSingletonsInstantiated();

        assertThat(versions())
                .isEqualTo(before)
                .containsKeys("sales-case", "sales-case-signing", "sales-case-aftercare");
    }

    @Test
    void aChangedFormGivesItsProcessANewVersionAndNoOther() {
        Map<String, Integer> before = versions();
        Resource model = text(Bpmn.convertToString(Bpmn.createExecutableProcess("deployer-probe")
                .camundaHistoryTimeToLiveString("P1D")
                .startEvent()
                .endEvent()
                .done()));

        deployer.deploy("deployer-probe", model, Map.of("forms/deployer-probe/a.html", text("<form>1</form>")));
        deployer.deploy("deployer-probe", model, Map.of("forms/deployer-probe/a.html", text("<form>1</form>")));
        assertThat(latest("deployer-probe").getVersion()).isOne();
        deployer.deploy("deployer-probe", model, Map.of("forms/deployer-probe/a.html", text("<form>2</form>")));

        assertThat(latest("deployer-probe").getVersion()).isEqualTo(2);
        Map<String, Integer> after = versions();
        after.remove("deployer-probe");
        assertThat(after).isEqualTo(before);
    }

    private ProcessDefinition latest(String key) {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(key)
                .latestVersion()
                .singleResult();
    }

    private Map<String, Integer> versions() {
        List<ProcessDefinition> latest =
                repository.createProcessDefinitionQuery().latestVersion().list();
        return latest.stream().collect(Collectors.toMap(ProcessDefinition::getKey, ProcessDefinition::getVersion));
    }

    private static Resource text(String content) {
        return new ByteArrayResource(content.getBytes(StandardCharsets.UTF_8));
    }
}

package cn.anchang.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.junit.jupiter.api.Test;

/** The generated table says what the models say; {@code -Dupdate} writes it anew. */
class ProcessTableTest {

    private static final Path TABLE = Path.of("processes", "README.md");

    @Test
    void theTableSaysWhatTheModelsSay() throws IOException {
        String table = ProcessTable.of(Model.all(), DecisionTable.all());
        if (System.getProperty("update") != null) {
            Files.writeString(TABLE, table);
        }

        assertThat(TABLE).content().isEqualTo(table);
    }

    @Test
    void aRenamedOutcomeMakesTheTableDrift() throws IOException {
        Model model = Model.read("sales-case");
        model.element("endEvent_customerLost", EndEvent.class).setName("客户已流失");

        assertThat(TABLE).content().doesNotContain("客户已流失");
        assertThat(ProcessTable.of(List.of(model), List.of())).contains("客户已流失");
    }
}

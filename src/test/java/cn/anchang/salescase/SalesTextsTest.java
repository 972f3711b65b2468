package cn.anchang.salescase;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.Test;

/** The texts that are looked up by a name of the model or of a value: each is there, and none is left over. */
class SalesTextsTest {

    private final ResourceBundle texts = ResourceBundle.getBundle("messages/salescase", Locale.ROOT);

    @Test
    void everyTaskOfASaleSaysWhatComesNext() {
        List<String> tasks = Arrays.stream(
                        new File("processes").listFiles((folder, name) -> name.matches("sales-case.*bpmn")))
                .flatMap(model -> Bpmn.readModelFromFile(model).getModelElementsByType(UserTask.class).stream())
                .map(task -> "next." + task.getId())
                .sorted()
                .toList();

        assertThat(tasks).hasSize(24);
        assertThat(texts.keySet().stream()
                        .filter(key -> key.startsWith("next."))
                        .sorted())
                .containsExactlyElementsOf(tasks);
    }

    @Test
    void everyStageStateAndNoticeHasItsWords() {
        for (Enum<?>[] values :
                List.<Enum<?>[]>of(Stage.values(), CaseState.values(), AftercareKind.values(), Authority.values())) {
            for (Enum<?> value : values) {
                assertThat(texts.getString(value.getDeclaringClass().getSimpleName() + "." + value))
                        .isNotBlank();
            }
        }
        for (NoticeKind kind : NoticeKind.values()) {
            assertThat(texts.getString("notice." + kind)).contains("{0}");
            assertThat(texts.getString("letter." + kind + ".subject")).contains("{0}");
        }
    }
}

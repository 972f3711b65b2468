package cn.anchang.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.stereotype.Component;

/** Asks a decision table, e.g. who may grant a discount (R09). Tables stand in {@code processes/*.dmn}; their rules exclude one another. */
@Component
public class Decisions {

    /**
     * @param outputs what the rule says, by the name of the column
     * @param rules ids of the rules that matched
     * @param version of the table, so that what was decided can be explained after the table has changed
     */
    public record Ruling(Map<String, Object> outputs, List<String> rules, int version) {

        /** @throws IllegalStateException when the table has no such column of text */
        public String text(String output) {
            if (outputs.get(output) instanceof String text) {
                return text;
            }
            throw new IllegalStateException("No text '%s' in %s".formatted(output, outputs));
        }
    }

    private final DecisionService decisions;
    private final RepositoryService repository;
    private final SpokenRules spoken;
    private final AsTheSystem system;

    Decisions(DecisionService decisions, RepositoryService repository, SpokenRules spoken, AsTheSystem system) {
        this.decisions = decisions;
        this.repository = repository;
        this.spoken = spoken;
        this.system = system;
    }

    /**
     * What the table's latest version says of these inputs.
     *
     * @throws IllegalStateException when not exactly one rule matches: the table has a gap
     */
    public Ruling rule(String table, Map<String, ?> inputs) {
        return system.get(() -> {
            SpokenRules.Answer<DmnDecisionTableResult> answer =
                    spoken.listen(() -> decisions.evaluateDecisionTableByKey(table, new HashMap<>(inputs)));
            if (answer.result().size() != 1) {
                throw new IllegalStateException(
                        "%d rules of %s match %s".formatted(answer.result().size(), table, inputs));
            }
            int version = repository
                    .createDecisionDefinitionQuery()
                    .decisionDefinitionKey(table)
                    .latestVersion()
                    .singleResult()
                    .getVersion();
            return new Ruling(answer.result().getSingleResult().getEntryMap(), answer.rules(), version);
        });
    }
}

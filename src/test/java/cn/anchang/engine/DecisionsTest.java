package cn.anchang.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.anchang.testing.ApplicationTest;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ApplicationTest
class DecisionsTest {

    private static final String TABLE = """
            <?xml version="1.0" encoding="UTF-8"?>
            <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" xmlns:camunda="http://camunda.org/schema/1.0/dmn"
                         id="probe" name="probe" namespace="probe">
              <decision id="decisions-probe" name="probe" camunda:historyTimeToLive="P1D">
                <decisionTable id="probe-table" hitPolicy="UNIQUE">
                  <input id="in"><inputExpression id="inExpression" typeRef="integer"><text>days</text></inputExpression></input>
                  <output id="out" name="authority" typeRef="string" />
                  <rule id="rule-short"><inputEntry id="i1"><text>&lt;= 7</text></inputEntry><outputEntry id="o1"><text>"near"</text></outputEntry></rule>
                  <rule id="rule-long"><inputEntry id="i2"><text>[8..14]</text></inputEntry><outputEntry id="o2"><text>"far"</text></outputEntry></rule>
                  <rule id="rule-twice"><inputEntry id="i3"><text>14</text></inputEntry><outputEntry id="o3"><text>"far"</text></outputEntry></rule>
                </decisionTable>
              </decision>
            </definitions>""";

    @Autowired
    RepositoryService repository;

    @Autowired
    Decisions decisions;

    @BeforeEach
    void deploy() {
        repository
                .createDeployment()
                .name("decisions-probe.dmn")
                .enableDuplicateFiltering(false)
                .addString("processes/decisions-probe.dmn", TABLE)
                .deploy();
    }

    @Test
    void saysWhatTheMatchingRuleSaysAndWhichRuleItWas() {
        Decisions.Ruling ruling = decisions.rule("decisions-probe", Map.of("days", 8));

        assertThat(ruling.text("authority")).isEqualTo("far");
        assertThat(ruling.rules()).containsExactly("rule-long");
        assertThat(ruling.version()).isOne();
    }

    @Test
    void aGapAndAnOverlapAreMistakesOfTheTable() {
        assertThatThrownBy(() -> decisions.rule("decisions-probe", Map.of("days", 15)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("0 rules of decisions-probe");
        assertThatThrownBy(() -> decisions.rule("decisions-probe", Map.of("days", 14)))
                .hasStackTraceContaining("UNIQUE");
    }
}

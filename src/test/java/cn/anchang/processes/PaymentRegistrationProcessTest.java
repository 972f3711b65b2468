package cn.anchang.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.test.Deployment;
import org.camunda.bpm.engine.test.mock.Mocks;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** 收款登记: small money at once, large money seen by two. */
@Deployment(resources = "processes/payment-registration.bpmn")
class PaymentRegistrationProcessTest {

    @RegisterExtension
    static ProcessEngineCoverageExtension extension = Walk.covering("payment-registration");

    ProcessEngine processEngine;
    private Walk money;

    @BeforeEach
    void handlersStandBy() {
        money = new Walk(processEngine);
    }

    @AfterEach
    void handlersGoHome() {
        Mocks.reset();
    }

    @Test
    void smallMoneyIsBookedAtOnce() {
        money.whenAsked("moneyRegistered", Map.of("secondPersonNeeded", false));
        money.begin("payment-registration", Map.of())
                .endsAt("endEvent_moneyBooked")
                .notPassed("userTask_reviewMoney");
    }

    @Test
    void largeMoneyIsBookedOnceASecondPersonHasSeenIt() {
        money.whenAsked("moneyRegistered", Map.of("secondPersonNeeded", true));
        money.begin("payment-registration", Map.of()).waitsOnlyAt("userTask_reviewMoney");
        assertThat(money.groupsOf("userTask_reviewMoney")).containsExactly("finance");

        money.complete("userTask_reviewMoney", "moneyReviewed", Map.of("moneyConfirmed", true))
                .endsAt("endEvent_moneyBooked");
        assertThat(money.asked()).containsExactly("moneyRegistered", "moneyReviewed");
    }

    @Test
    void moneyWrittenDownElsewhereIsSeenByASecondPersonToo() {
        money.beginByMessage("payment-registration.recorded", Map.of())
                .notPassed("startEvent_moneyRegistered")
                .waitsOnlyAt("userTask_reviewMoney");

        money.complete("userTask_reviewMoney", "moneyReviewed", Map.of("moneyConfirmed", false))
                .endsAt("endEvent_moneyDiscarded")
                .notPassed("endEvent_moneyBooked");
    }
}

package cn.anchang.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.test.Deployment;
import org.camunda.bpm.engine.test.mock.Mocks;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** 特价审批: judged anew each time it is asked, and granted, rejected or given up. */
@Deployment(
        resources = {
            "processes/price-approval.bpmn",
            "processes/document-approval.bpmn",
            "processes/approval-round.bpmn"
        })
class PriceApprovalProcessTest {

    @RegisterExtension
    static ProcessEngineCoverageExtension extension =
            Walk.covering("price-approval", "document-approval", "approval-round");

    private static final Date LATER = Date.from(Instant.parse("2026-11-25T02:00:00Z"));

    ProcessEngine processEngine;
    private Walk price;

    @BeforeEach
    void handlersStandBy() {
        price = new Walk(processEngine);
        price.whenAsked("judgeSpecialPrice", Map.of("versionId", "3b1f4ad2-28a3-4cf6-94f6-6a4c6d0f1b77"));
        price.whenAsked(
                "bringMatter",
                Map.of(
                        "matterId", "7d0f8f9e-53a7-4c62-8f0e-1d9c6a1f7a10",
                        "approverGroup", "site-manager",
                        "approvalRemindAt", LATER,
                        "approvalEscalateAt", LATER,
                        "subject", "特价申请 TJ-2026-000001 第 1 版"));
    }

    @AfterEach
    void handlersGoHome() {
        Mocks.reset();
    }

    @Test
    void anApprovedPriceIsGranted() {
        asked();
        decided("approved");
        price.endsAt("endEvent_priceApproved").notPassed("userTask_reviseSpecialPrice");
        assertThat(price.asked())
                .containsExactly("specialPriceRequested", "judgeSpecialPrice", "bringMatter", "matterDecided");
    }

    @Test
    void aReturnedPriceIsJudgedAnewWhenAskedAgain() {
        asked();
        decided("returned");
        price.waitsOnlyAt("userTask_reviseSpecialPrice");
        assertThat(price.groupsOf("userTask_reviseSpecialPrice")).containsExactly("sales");
        assertThat(price.task("userTask_reviseSpecialPrice").getAssignee()).isEqualTo("chen.xiao");

        price.complete("userTask_reviseSpecialPrice", "specialPriceRevised", Map.of("askedAgain", true))
                .waitsOnlyAt("userTask_decide");
        assertThat(price.timesPassed("businessRuleTask_judgePrice")).isEqualTo(2);
        decided("approved");
        price.endsAt("endEvent_priceApproved");
    }

    @Test
    void aReturnedPriceMayBeGivenUp() {
        asked();
        decided("returned");
        price.complete("userTask_reviseSpecialPrice", "specialPriceRevised", Map.of("askedAgain", false))
                .endsAt("endEvent_priceAbandoned");
    }

    @Test
    void aRejectedPriceIsNotGranted() {
        asked();
        decided("rejected");
        price.endsAt("endEvent_priceRejected").notPassed("endEvent_priceApproved");
    }

    private void asked() {
        price.whenAsked("specialPriceRequested", Map.of("consultant", "chen.xiao"));
        price.begin("price-approval", Map.of()).waitsOnlyAt("userTask_decide");
    }

    private void decided(String outcome) {
        price.complete(
                "userTask_decide",
                "matterDecided",
                Map.of("approvalOutcome", outcome, "approvalWithdrawn", false, "furtherStep", false));
    }
}

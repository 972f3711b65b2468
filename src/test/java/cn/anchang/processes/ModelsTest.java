package cn.anchang.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.ConditionExpression;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.ErrorEventDefinition;
import org.camunda.bpm.model.bpmn.instance.EventDefinition;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.InclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.Lane;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ScriptTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOut;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaTaskListener;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.util.ClassUtils;
import org.springframework.util.StringUtils;

/** Holds every model to every rule, and every rule to noticing the fault it exists for. */
class ModelsTest {

    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

    @ParameterizedTest(name = "{1} keeps {0}")
    @MethodSource("everyRuleWithEveryModel")
    void aModelKeepsTheRule(ModelRule rule, String model) {
        assertThat(rule.brokenBy(Model.read(model))).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("seededFaults")
    void aSeededFaultIsReported(SeededFault fault) {
        Model model = Model.read(fault.model());
        assertThat(fault.rule().brokenBy(model)).isEmpty();

        fault.seed().accept(model);

        assertThat(fault.rule().brokenBy(model))
                .isNotEmpty()
                .anySatisfy(finding -> assertThat(finding).contains(fault.named()));
    }

    @Test
    void noRuleGoesWithoutASeededFault() {
        assertThat(seededFaults().map(SeededFault::rule).collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(EnumSet.allOf(ModelRule.class));
    }

    @Test
    void everyHandlerIsAskedBySomeModel() {
        String models = Model.all().stream()
                .map(model -> Bpmn.convertToString(model.xml()))
                .collect(Collectors.joining());

        assertThat(Handlers.beans())
                .isNotEmpty()
                .allSatisfy(bean -> assertThat(models).contains("\"#{" + bean + "}\""));
    }

    @Test
    void everyModelIsWalkedByAProcessTest() {
        assertThat(Model.ids()).allSatisfy(id -> {
            String words =
                    Arrays.stream(id.split("-")).map(StringUtils::capitalize).collect(Collectors.joining());
            String test = getClass().getPackageName() + "." + words + "ProcessTest";
            assertThat(ClassUtils.isPresent(test, null)).as(test).isTrue();
        });
    }

    @Test
    void theModelsOfASaleAreThere() {
        assertThat(Model.ids())
                .contains("sales-case", "sales-case-signing", "sales-case-undoing", "sales-case-aftercare");
    }

    /** One way to spoil a model, and a word the report has to contain. */
    record SeededFault(ModelRule rule, String what, String model, String named, Consumer<Model> seed) {
        @Override
        public String toString() {
            return rule + ": " + what;
        }
    }

    static Stream<Arguments> everyRuleWithEveryModel() {
        return Arrays.stream(ModelRule.values())
                .flatMap(rule -> Model.ids().stream().map(model -> Arguments.of(rule, model)));
    }

    static Stream<SeededFault> seededFaults() {
        return Stream.of(
                fault(
                        ModelRule.FILE_NAME_IS_PROCESS_ID,
                        "another process id",
                        "sales-case",
                        "sales-process",
                        model -> model.process().setId("sales-process")),
                fault(
                        ModelRule.FILE_NAME_IS_PROCESS_ID,
                        "not executable",
                        "sales-case",
                        "sales-case",
                        model -> model.process().setExecutable(false)),
                fault(
                        ModelRule.HISTORY_AND_VERSION_ARE_GIVEN,
                        "history kept for ever",
                        "sales-case",
                        "history",
                        model -> model.process().setCamundaHistoryTimeToLiveString(null)),
                fault(
                        ModelRule.HISTORY_AND_VERSION_ARE_GIVEN,
                        "no version",
                        "sales-case",
                        "version",
                        model -> model.process().setCamundaVersionTag("")),
                fault(
                        ModelRule.IDS_ARE_CHOSEN,
                        "a generated id",
                        "sales-case-undoing",
                        "Activity_0f3k2",
                        model ->
                                model.element("userTask_refund", UserTask.class).setId("Activity_0f3k2")),
                fault(
                        ModelRule.IDS_ARE_CHOSEN,
                        "a version in an id",
                        "sales-case",
                        "flow_lost2",
                        model -> model.element("flow_lost", SequenceFlow.class).setId("flow_lost2")),
                fault(
                        ModelRule.ONE_NONE_START,
                        "a second none start",
                        "sales-case",
                        "exactly one",
                        model -> model.process().addChildElement(model.xml().newInstance(StartEvent.class))),
                fault(
                        ModelRule.RULES_ARE_ASKED_BY_A_BEAN,
                        "a table asked past the desk",
                        "price-approval",
                        "businessRuleTask_judgePrice",
                        model -> model.element("businessRuleTask_judgePrice", BusinessRuleTask.class)
                                .setCamundaDecisionRef("price-authority")),
                fault(
                        ModelRule.LANE_IS_GROUP,
                        "a task of another group in the lane",
                        "sales-case-undoing",
                        "userTask_refund",
                        model ->
                                model.element("userTask_refund", UserTask.class).setCamundaCandidateGroups("sales")),
                fault(
                        ModelRule.LANE_IS_GROUP,
                        "a nested task of another group in the lane",
                        "sales-case-signing",
                        "userTask_ruleForfeit",
                        model -> model.element("userTask_ruleForfeit", UserTask.class)
                                .setCamundaCandidateGroups("site-manager")),
                fault(
                        ModelRule.LANE_IS_GROUP,
                        "a second group beside the lane's",
                        "sales-case-undoing",
                        "userTask_refund",
                        model -> model.element("userTask_refund", UserTask.class)
                                .setCamundaCandidateGroups("finance,sales")),
                fault(
                        ModelRule.LANE_IS_GROUP,
                        "a fixed group in the lane of whoever is to approve",
                        "approval-round",
                        "userTask_decide",
                        model -> model.element("userTask_decide", UserTask.class)
                                .setCamundaCandidateGroups("management")),
                fault(
                        ModelRule.LANE_IS_GROUP,
                        "the approvers' task in a department's lane",
                        "approval-round",
                        "userTask_decide",
                        model -> model.element("lane_approver", Lane.class).setName("总经理")),
                fault(
                        ModelRule.LANE_IS_GROUP,
                        "a task in no lane",
                        "sales-case-signing",
                        "userTask_ruleForfeit",
                        model -> {
                            UserTask task = model.element("userTask_ruleForfeit", UserTask.class);
                            model.lanesOf(task)
                                    .forEach(lane -> lane.getFlowNodeRefs().remove(task));
                        }),
                fault(
                        ModelRule.LANE_IS_GROUP,
                        "a task in two lanes",
                        "sales-case",
                        "userTask_checkDeal",
                        model -> model.element("lane_sales", Lane.class)
                                .getFlowNodeRefs()
                                .add(model.element("userTask_checkDeal", FlowNode.class))),
                fault(
                        ModelRule.LANE_IS_GROUP,
                        "a consultant's task for nobody",
                        "sales-case",
                        "userTask_chooseUnit",
                        model -> model.element("userTask_chooseUnit", UserTask.class)
                                .removeAttributeNs(CAMUNDA, "assignee")),
                fault(
                        ModelRule.LANE_IS_GROUP,
                        "a lane of nobody",
                        "sales-case",
                        "案场副经理",
                        model -> model.element("lane_siteManager", Lane.class).setName("案场副经理")),
                fault(
                        ModelRule.USER_TASK_HAS_FORM_AND_LISTENER,
                        "a missing form",
                        "sales-case-undoing",
                        "no-such-form",
                        model -> model.element("userTask_refund", UserTask.class)
                                .setCamundaFormKey("embedded:deployment:forms/sales-case-undoing/no-such-form.html")),
                fault(
                        ModelRule.USER_TASK_HAS_FORM_AND_LISTENER,
                        "another process's form",
                        "sales-case-undoing",
                        "userTask_refund",
                        model -> model.element("userTask_refund", UserTask.class)
                                .setCamundaFormKey("embedded:deployment:forms/sales-case-signing/contract.html")),
                fault(
                        ModelRule.USER_TASK_HAS_FORM_AND_LISTENER,
                        "a start without a form",
                        "sales-case",
                        "startEvent_",
                        model -> model.element("startEvent_visitRegistered", StartEvent.class)
                                .removeAttributeNs(CAMUNDA, "formKey")),
                fault(
                        ModelRule.USER_TASK_HAS_FORM_AND_LISTENER,
                        "no listener",
                        "sales-case-undoing",
                        "userTask_refund",
                        model -> listener(model).getParentElement().removeChildElement(listener(model))),
                fault(
                        ModelRule.USER_TASK_HAS_FORM_AND_LISTENER,
                        "a listener on the wrong event",
                        "sales-case-undoing",
                        "userTask_refund",
                        model -> listener(model).setCamundaEvent("create")),
                fault(
                        ModelRule.USER_TASK_HAS_FORM_AND_LISTENER,
                        "a listener that names a method",
                        "sales-case-undoing",
                        "userTask_refund",
                        model -> listener(model).setCamundaDelegateExpression("#{desk.refunded()}")),
                fault(
                        ModelRule.SERVICE_TASK_IS_A_BEAN,
                        "a class instead of a bean",
                        "sales-case-undoing",
                        "releaseUnit",
                        model -> {
                            ServiceTask task = model.element("serviceTask_releaseUnit", ServiceTask.class);
                            task.removeAttributeNs(CAMUNDA, "delegateExpression");
                            task.setCamundaClass("cn.anchang.ReleaseUnit");
                        }),
                fault(
                        ModelRule.EVERY_BEAN_HAS_ITS_CLASS,
                        "a missing bean",
                        "sales-case-undoing",
                        "releaseEverything",
                        model -> model.element("serviceTask_releaseUnit", ServiceTask.class)
                                .setCamundaDelegateExpression("#{releaseEverything}")),
                fault(
                        ModelRule.EVERY_BEAN_HAS_ITS_CLASS,
                        "a missing listener",
                        "sales-case-undoing",
                        "paidBack",
                        model -> listener(model).setCamundaDelegateExpression("#{paidBack}")),
                fault(
                        ModelRule.EVERY_BEAN_HAS_ITS_CLASS,
                        "a listener where work is due",
                        "sales-case-undoing",
                        "refunded",
                        model -> model.element("serviceTask_releaseUnit", ServiceTask.class)
                                .setCamundaDelegateExpression("#{refunded}")),
                fault(
                        ModelRule.YES_CARRIES_THE_CONDITION,
                        "an inverted gateway",
                        "sales-case-undoing",
                        "flow_refundDue",
                        model -> {
                            SequenceFlow yes = model.element("flow_refundDue", SequenceFlow.class);
                            SequenceFlow no = model.element("flow_noRefundDue", SequenceFlow.class);
                            model.element("gateway_refundDue", ExclusiveGateway.class)
                                    .setDefault(yes);
                            no.setConditionExpression(condition(model, "${refundDue}"));
                            yes.removeConditionExpression();
                        }),
                fault(
                        ModelRule.YES_CARRIES_THE_CONDITION,
                        "labels exchanged",
                        "sales-case-undoing",
                        "flow_refundDue",
                        model -> {
                            model.element("flow_refundDue", SequenceFlow.class).setName("否");
                            model.element("flow_noRefundDue", SequenceFlow.class)
                                    .setName("是");
                        }),
                fault(
                        ModelRule.YES_CARRIES_THE_CONDITION,
                        "yes without its no",
                        "sales-case-undoing",
                        "gateway_refundDue",
                        model -> model.element("flow_noRefundDue", SequenceFlow.class)
                                .setName("没有")),
                fault(
                        ModelRule.OUTCOMES_ARE_WORDS_WITH_ONE_DEFAULT,
                        "no default",
                        "sales-case",
                        "no default",
                        model -> model.element("gateway_negotiationOutcome", ExclusiveGateway.class)
                                .removeAttribute("default")),
                fault(
                        ModelRule.OUTCOMES_ARE_WORDS_WITH_ONE_DEFAULT,
                        "an outcome without a word",
                        "sales-case",
                        "flow_lost",
                        model -> model.element("flow_lost", SequenceFlow.class).setName(" ")),
                fault(
                        ModelRule.OUTCOMES_ARE_WORDS_WITH_ONE_DEFAULT,
                        "two outcomes alike",
                        "sales-case",
                        "flow_",
                        model -> model.element("flow_lost", SequenceFlow.class).setName("意向")),
                fault(
                        ModelRule.OUTCOMES_ARE_WORDS_WITH_ONE_DEFAULT,
                        "no question",
                        "sales-case-undoing",
                        "gateway_refundDue",
                        model -> model.element("gateway_refundDue", ExclusiveGateway.class)
                                .setName("应退款")),
                fault(
                        ModelRule.CONDITIONS_AFFIRM,
                        "a negation",
                        "sales-case-undoing",
                        "flow_refundDue",
                        model -> model.element("flow_refundDue", SequenceFlow.class)
                                .setConditionExpression(condition(model, "${!refundDue}"))),
                fault(
                        ModelRule.CONDITIONS_AFFIRM,
                        "an attribute",
                        "sales-case-undoing",
                        "flow_refundDue",
                        model -> model.element("flow_refundDue", SequenceFlow.class)
                                .setConditionExpression(condition(model, "${settlement.refundDue}"))),
                fault(
                        ModelRule.CONDITIONS_AFFIRM,
                        "arithmetic",
                        "sales-case",
                        "flow_intent",
                        model -> model.element("flow_intent", SequenceFlow.class)
                                .setConditionExpression(condition(model, "${visits > 2}"))),
                fault(
                        ModelRule.EVERYTHING_HAS_A_LABEL,
                        "a task without a label",
                        "sales-case-undoing",
                        "userTask_refund",
                        model ->
                                model.element("userTask_refund", UserTask.class).setName("")),
                fault(
                        ModelRule.EVERYTHING_HAS_A_LABEL,
                        "a pool with another name",
                        "sales-case",
                        "participant",
                        model -> model.process().setName("销售流程")),
                fault(
                        ModelRule.OUTCOMES_ARE_DISTINCT,
                        "one outcome twice",
                        "sales-case",
                        "客户已战败",
                        model -> model.element("endEvent_depositForfeited", EndEvent.class)
                                .setName("客户已战败")),
                fault(
                        ModelRule.REASONS_ARE_GIVEN,
                        "a task without a reason",
                        "sales-case-undoing",
                        "userTask_refund",
                        model -> model.element("userTask_refund", UserTask.class)
                                .getDocumentations()
                                .clear()),
                fault(
                        ModelRule.CALLS_PASS_NAMES,
                        "all variables",
                        "sales-case",
                        "callActivity_signing",
                        model -> in(model).setCamundaVariables("all")),
                fault(ModelRule.CALLS_PASS_NAMES, "all results", "sales-case", "callActivity_signing", model -> {
                    CamundaOut everything = model.xml().newInstance(CamundaOut.class);
                    everything.setCamundaVariables("all");
                    model.element("callActivity_signing", CallActivity.class)
                            .getExtensionElements()
                            .addChildElement(everything);
                }),
                fault(ModelRule.CALLS_PASS_NAMES, "an expression", "sales-case", "callActivity_signing", model -> {
                    in(model).setCamundaSourceExpression("${salesCase.unit}");
                    in(model).removeAttributeNs(CAMUNDA, "source");
                }),
                fault(
                        ModelRule.CALLS_PASS_NAMES,
                        "no business key",
                        "sales-case",
                        "business key",
                        model -> model
                                .element("callActivity_signing", CallActivity.class)
                                .getExtensionElements()
                                .getElementsQuery()
                                .filterByType(CamundaIn.class)
                                .list()
                                .stream()
                                .filter(mapping -> mapping.getCamundaBusinessKey() != null)
                                .forEach(mapping -> mapping.getParentElement().removeChildElement(mapping))),
                fault(
                        ModelRule.CALLS_PASS_NAMES,
                        "a call into nowhere",
                        "sales-case",
                        "no-such-process",
                        model -> model.element("callActivity_signing", CallActivity.class)
                                .setCalledElement("no-such-process")),
                fault(
                        ModelRule.CALLED_ERRORS_ARE_CAUGHT,
                        "an error nobody catches",
                        "sales-case",
                        "deposit-forfeited",
                        model -> model.xml()
                                .<ErrorEventDefinition>getModelElementById("error_depositForfeitedDefinition")
                                .getError()
                                .setErrorCode("deposit-lost")),
                fault(ModelRule.NOTHING_IS_SCRIPTED, "a script task", "sales-case", "scriptTask", model -> {
                    ScriptTask script = model.xml().newInstance(ScriptTask.class);
                    script.setId("scriptTask_count");
                    model.process().addChildElement(script);
                }),
                fault(
                        ModelRule.NOTHING_IS_SCRIPTED,
                        "a scripted condition",
                        "sales-case",
                        "flow_lost",
                        model -> model.element("flow_lost", SequenceFlow.class)
                                .getConditionExpression()
                                .setLanguage("groovy")),
                fault(
                        ModelRule.SAVE_POINTS_ARE_WHERE_SOMETHING_LEAVES,
                        "an external task in a click",
                        "sales-case",
                        "remindFiling",
                        model -> model.element("serviceTask_remindFiling", ServiceTask.class)
                                .setCamundaType("external")),
                fault(
                        ModelRule.SAVE_POINTS_ARE_WHERE_SOMETHING_LEAVES,
                        "a message thrown in a click",
                        "sales-case",
                        "endEvent_saleCompleted",
                        model -> model.element("endEvent_saleCompleted", EndEvent.class)
                                .addChildElement(model.xml().newInstance(MessageEventDefinition.class))),
                fault(
                        ModelRule.SAVE_POINTS_ARE_WHERE_SOMETHING_LEAVES,
                        "a click that ends too early",
                        "sales-case-undoing",
                        "userTask_refund",
                        model ->
                                model.element("userTask_refund", UserTask.class).setCamundaAsyncBefore(true)),
                fault(
                        ModelRule.SPLIT_AND_JOIN_ARE_SEPARATE,
                        "a task that joins",
                        "sales-case",
                        "userTask_negotiate",
                        model -> connect(model, "serviceTask_releaseHold", "userTask_negotiate")),
                fault(
                        ModelRule.SPLIT_AND_JOIN_ARE_SEPARATE,
                        "a gateway that does both",
                        "sales-case-undoing",
                        "gateway_refundDue",
                        model -> connect(model, "userTask_refund", "gateway_refundDue")),
                fault(
                        ModelRule.SPLIT_AND_JOIN_ARE_SEPARATE,
                        "an inclusive gateway",
                        "sales-case",
                        "gateway_some",
                        model -> {
                            InclusiveGateway gateway = model.xml().newInstance(InclusiveGateway.class);
                            gateway.setId("gateway_some");
                            model.process().addChildElement(gateway);
                        }),
                fault(
                        ModelRule.DEADLINES_ARE_DATA,
                        "a number of days in the model",
                        "sales-case",
                        "boundary_holdLapsed",
                        model -> timer(model).getTimeDate().setTextContent("PT2H")),
                fault(
                        ModelRule.DEADLINES_ARE_DATA,
                        "an hour in the model",
                        "sales-report-schedule",
                        "startEvent_openingDue",
                        model -> ((TimerEventDefinition) model.element("startEvent_openingDue", StartEvent.class)
                                        .getEventDefinitions()
                                        .iterator()
                                        .next())
                                .getTimeCycle()
                                .setTextContent("0 30 0 * * ?")),
                fault(
                        ModelRule.DEADLINES_ARE_DATA,
                        "a computed due date",
                        "sales-case",
                        "userTask_fileContract",
                        model -> model.element("userTask_fileContract", UserTask.class)
                                .setCamundaDueDate("${dateTime().plusDays(30)}")),
                fault(
                        ModelRule.MESSAGES_ARE_FACTS_OF_THE_PROCESS,
                        "a message of nobody",
                        "sales-case",
                        "customerReturned",
                        model -> model.every(Message.class).iterator().next().setName("customerReturned")));
    }

    private static SeededFault fault(ModelRule rule, String what, String model, String named, Consumer<Model> seed) {
        return new SeededFault(rule, what, model, named, seed);
    }

    private static ConditionExpression condition(Model model, String text) {
        ConditionExpression condition = model.xml().newInstance(ConditionExpression.class);
        condition.setTextContent(text);
        return condition;
    }

    private static CamundaTaskListener listener(Model model) {
        return model.element("userTask_refund", UserTask.class)
                .getExtensionElements()
                .getElementsQuery()
                .filterByType(CamundaTaskListener.class)
                .singleResult();
    }

    private static CamundaIn in(Model model) {
        return model
                .element("callActivity_signing", CallActivity.class)
                .getExtensionElements()
                .getElementsQuery()
                .filterByType(CamundaIn.class)
                .list()
                .stream()
                .filter(mapping -> mapping.getCamundaBusinessKey() == null)
                .findFirst()
                .orElseThrow();
    }

    private static TimerEventDefinition timer(Model model) {
        EventDefinition definition = model.element("boundary_holdLapsed", BoundaryEvent.class)
                .getEventDefinitions()
                .iterator()
                .next();
        return (TimerEventDefinition) definition;
    }

    private static void connect(Model model, String from, String to) {
        FlowNode source = model.element(from, FlowNode.class);
        FlowNode target = model.element(to, FlowNode.class);
        SequenceFlow flow = model.xml().newInstance(SequenceFlow.class);
        flow.setId("flow_seeded");
        model.process().addChildElement(flow);
        flow.setSource(source);
        flow.setTarget(target);
        source.getOutgoing().add(flow);
        target.getIncoming().add(flow);
    }
}

package cn.anchang.processes;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.model.bpmn.impl.BpmnModelConstants;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.ComplexGateway;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.Error;
import org.camunda.bpm.model.bpmn.instance.ErrorEventDefinition;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.EventDefinition;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.InclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.IntermediateThrowEvent;
import org.camunda.bpm.model.bpmn.instance.Lane;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Participant;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ScriptTask;
import org.camunda.bpm.model.bpmn.instance.SendTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.SignalEventDefinition;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaExecutionListener;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOut;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaScript;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaTaskListener;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** What every process model has to keep beyond what a linter knows: our names, our lanes, our doors to the code. */
enum ModelRule {
    FILE_NAME_IS_PROCESS_ID((model, findings) -> {
        Collection<Process> processes = model.every(Process.class);
        if (processes.size() != 1) {
            findings.add("holds " + processes.size() + " processes");
        }
        processes.stream()
                .filter(process -> !process.getId().equals(model.id()) || !process.isExecutable())
                .forEach(
                        process -> findings.add("process " + process.getId() + " is not the executable " + model.id()));
    }),

    HISTORY_AND_VERSION_ARE_GIVEN((model, findings) -> {
        Process process = model.process();
        if (!matches("P\\d+D", process.getCamundaHistoryTimeToLiveString())) {
            findings.add("no history time to live in days");
        }
        if (isBlank(process.getCamundaVersionTag())) {
            findings.add("no version tag");
        }
    }),

    IDS_ARE_CHOSEN((model, findings) -> {
        model.every(FlowElement.class).stream()
                .filter(element ->
                        prefixes(element).noneMatch(prefix -> matches(prefix + "_[a-z][A-Za-z]*", element.getId())))
                .forEach(element -> findings.add(element.getId() + " does not say what it is"));
        model.every(Lane.class).stream()
                .filter(lane -> !matches("lane_[a-z][A-Za-z]*", lane.getId()))
                .forEach(lane -> findings.add(lane.getId() + " does not say what it is"));
    }),

    ONE_NONE_START((model, findings) -> {
        List<StartEvent> starts = model.every(StartEvent.class).stream()
                .filter(start -> start.getParentElement() instanceof Process)
                .toList();
        if (starts.stream().filter(ModelRule::startsByItself).count() != 1) {
            findings.add("does not have exactly one none start");
        }
        if (starts.size() > 2) {
            findings.add("starts in " + starts.size() + " ways");
        }
        model.every(StartEvent.class).stream()
                .filter(start -> start.getParentElement() instanceof SubProcess)
                .filter(start -> Model.startsEventSubProcess(start)
                        == start.getEventDefinitions().isEmpty())
                .forEach(start -> findings.add(start.getId() + " does not fit its sub-process"));
    }),

    LANE_IS_GROUP((model, findings) -> {
        model.every(Lane.class).stream()
                .filter(lane -> !Lanes.GROUPS.containsKey(lane.getName()))
                .forEach(lane -> findings.add("lane " + lane.getName() + " is no group's"));
        for (FlowNode node : model.every(FlowNode.class)) {
            List<Lane> lanes = model.lanesOf(node);
            if (lanes.size() != 1) {
                findings.add(node.getId() + " is listed in " + lanes.size() + " lanes");
            } else if (node instanceof UserTask task) {
                String group = Lanes.GROUPS.get(lanes.get(0).getName());
                if (!task.getCamundaCandidateGroupsList().equals(List.of(String.valueOf(group)))) {
                    findings.add(task.getId() + " lies in the lane of " + group + " but is for "
                            + task.getCamundaCandidateGroups());
                }
                String assignee = task.getCamundaAssignee();
                boolean ofAPerson = "sales".equals(group)
                        ? "${consultant}".equals(assignee)
                        : assignee == null || matches("\\$\\{[a-z]\\w*Owner}", assignee);
                if (!ofAPerson) {
                    findings.add(task.getId() + " is assigned to " + task.getCamundaAssignee());
                }
            }
        }
    }),

    USER_TASK_HAS_FORM_AND_LISTENER((model, findings) -> {
        for (UserTask task : model.every(UserTask.class)) {
            requireForm(model, task.getId(), task.getCamundaFormKey(), findings);
            List<CamundaTaskListener> listeners = listeners(task, CamundaTaskListener.class);
            if (listeners.size() != 1
                    || !"complete".equals(listeners.get(0).getCamundaEvent())
                    || !isBean(listeners.get(0).getCamundaDelegateExpression())) {
                findings.add(task.getId() + " does not have exactly one complete listener that is a bean");
            }
        }
        if (startsInTasklist(model)) {
            for (StartEvent start : model.every(StartEvent.class)) {
                if (start.getParentElement() instanceof Process && startsByItself(start)) {
                    requireForm(model, start.getId(), start.getCamundaFormKey(), findings);
                    List<CamundaExecutionListener> listeners = listeners(start, CamundaExecutionListener.class);
                    if (listeners.size() != 1 || !isBean(listeners.get(0).getCamundaDelegateExpression())) {
                        findings.add(start.getId() + " does not have exactly one listener that is a bean");
                    }
                }
            }
        }
    }),

    SERVICE_TASK_IS_A_BEAN((model, findings) -> model.every(ServiceTask.class).stream()
            .filter(task -> !isBean(task.getCamundaDelegateExpression())
                    || task.getCamundaClass() != null
                    || task.getCamundaExpression() != null
                    || task.getCamundaType() != null)
            .forEach(task -> findings.add(task.getId() + " is not done by a bean"))),

    RULES_ARE_ASKED_BY_A_BEAN((model, findings) -> model.every(BusinessRuleTask.class).stream()
            .filter(task -> !isBean(task.getCamundaDelegateExpression()) || task.getCamundaDecisionRef() != null)
            .forEach(task -> findings.add(task.getId() + " does not ask its table through a bean"))),

    EVERY_BEAN_HAS_ITS_CLASS((model, findings) -> {
        for (BusinessRuleTask task : model.every(BusinessRuleTask.class)) {
            requireHandler(task.getCamundaDelegateExpression(), JavaDelegate.class, findings);
        }
        for (ServiceTask task : model.every(ServiceTask.class)) {
            requireHandler(task.getCamundaDelegateExpression(), JavaDelegate.class, findings);
        }
        for (CamundaTaskListener listener : model.every(CamundaTaskListener.class)) {
            requireHandler(listener.getCamundaDelegateExpression(), TaskListener.class, findings);
        }
        for (CamundaExecutionListener listener : model.every(CamundaExecutionListener.class)) {
            requireHandler(listener.getCamundaDelegateExpression(), ExecutionListener.class, findings);
        }
    }),

    YES_CARRIES_THE_CONDITION((model, findings) -> {
        for (ExclusiveGateway gateway : forks(model)) {
            List<String> words =
                    gateway.getOutgoing().stream().map(SequenceFlow::getName).toList();
            if (!words.contains("是") && !words.contains("否")) {
                continue;
            }
            if (words.size() != 2 || !words.containsAll(List.of("是", "否"))) {
                findings.add(gateway.getId() + " mixes yes and no with " + words);
                continue;
            }
            for (SequenceFlow flow : gateway.getOutgoing()) {
                boolean yes = "是".equals(flow.getName());
                if (yes != (flow.getConditionExpression() != null)) {
                    findings.add(
                            flow.getId() + ": " + flow.getName() + (yes ? " lacks" : " carries") + " the condition");
                }
                if (yes == flow.equals(gateway.getDefault())) {
                    findings.add(flow.getId() + ": " + flow.getName() + (yes ? " is" : " is not") + " the default");
                }
            }
        }
    }),

    OUTCOMES_ARE_WORDS_WITH_ONE_DEFAULT((model, findings) -> {
        for (ExclusiveGateway gateway : forks(model)) {
            if (!matches("\\S+\\?", gateway.getName())) {
                findings.add(gateway.getId() + " asks no question");
            }
            if (gateway.getDefault() == null) {
                findings.add(gateway.getId() + " has no default");
            }
            Set<String> words = new HashSet<>();
            for (SequenceFlow flow : gateway.getOutgoing()) {
                if (isBlank(flow.getName()) || !words.add(flow.getName())) {
                    findings.add(flow.getId() + " has no word of its own");
                }
                if (flow.equals(gateway.getDefault()) == (flow.getConditionExpression() != null)) {
                    findings.add(flow.getId() + " is neither just the default nor just conditional");
                }
            }
        }
    }),

    CONDITIONS_AFFIRM((model, findings) -> {
        for (SequenceFlow flow : model.every(SequenceFlow.class)) {
            if (flow.getConditionExpression() == null) {
                continue;
            }
            if (!(flow.getSource() instanceof ExclusiveGateway)) {
                findings.add(flow.getId() + " decides outside a gateway");
            }
            String condition = flow.getConditionExpression().getTextContent().trim();
            boolean yes = "是".equals(flow.getName());
            if (!matches(yes ? "\\$\\{[a-z]\\w*}" : "\\$\\{[a-z]\\w* == '[a-z]\\w*'}", condition)) {
                findings.add(flow.getId() + " is no plain affirmative variable: " + condition);
            }
        }
    }),

    EVERYTHING_HAS_A_LABEL((model, findings) -> {
        Stream<FlowElement> named = model.every(FlowNode.class).stream()
                .filter(node -> !(node instanceof Gateway)
                        || node instanceof EventBasedGateway
                        || node instanceof ExclusiveGateway
                                && node.getOutgoing().size() > 1)
                .map(FlowElement.class::cast);
        named.filter(node -> isBlank(node.getName())).forEach(node -> findings.add(node.getId() + " has no label"));
        model.every(Lane.class).stream()
                .filter(lane -> isBlank(lane.getName()))
                .forEach(lane -> findings.add(lane.getId() + " has no label"));
        model.every(Participant.class).stream()
                .filter(pool -> !model.process().getName().equals(pool.getName()))
                .forEach(pool -> findings.add(pool.getId() + " is not called like its process"));
    }),

    OUTCOMES_ARE_DISTINCT((model, findings) -> {
        Set<String> outcomes = new HashSet<>();
        model.every(EndEvent.class).stream()
                .filter(end -> end.getParentElement() instanceof Process)
                .filter(end -> !outcomes.add(end.getName()))
                .forEach(end -> findings.add(end.getId() + " repeats the outcome " + end.getName()));
    }),

    REASONS_ARE_GIVEN((model, findings) -> {
        Stream<BaseElement> explained = Stream.of(
                        Stream.of(model.process()),
                        model.every(UserTask.class).stream(),
                        model.every(CallActivity.class).stream(),
                        model.every(BoundaryEvent.class).stream())
                .flatMap(elements -> elements);
        explained
                .filter(element ->
                        element.getDocumentations().stream().allMatch(text -> isBlank(text.getTextContent())))
                .forEach(element -> findings.add(element.getId() + " does not say why"));
    }),

    CALLS_PASS_NAMES((model, findings) -> {
        for (CallActivity call : model.every(CallActivity.class)) {
            List<CamundaIn> in = listeners(call, CamundaIn.class);
            List<CamundaOut> out = listeners(call, CamundaOut.class);
            if (in.stream()
                            .filter(mapping ->
                                    "#{execution.processBusinessKey}".equals(mapping.getCamundaBusinessKey()))
                            .count()
                    != 1) {
                findings.add(call.getId() + " does not pass the business key");
            }
            boolean namedIn = in.stream()
                    .filter(mapping -> mapping.getCamundaBusinessKey() == null)
                    .allMatch(mapping -> mapping.getCamundaVariables() == null
                            && isVariable(mapping.getCamundaSource())
                            && isVariable(mapping.getCamundaTarget()));
            boolean namedOut = out.stream()
                    .allMatch(mapping -> mapping.getCamundaVariables() == null
                            && isVariable(mapping.getCamundaSource())
                            && isVariable(mapping.getCamundaTarget()));
            if (!namedIn || !namedOut) {
                findings.add(call.getId() + " passes more than named variables");
            }
            if (!Model.ids().contains(call.getCalledElement())) {
                findings.add(call.getId() + " calls " + call.getCalledElement() + ", which is no model of ours");
            }
        }
    }),

    CALLED_ERRORS_ARE_CAUGHT((model, findings) -> {
        for (CallActivity call : model.every(CallActivity.class)) {
            if (!Model.ids().contains(call.getCalledElement())) {
                continue;
            }
            Set<String> caught = new HashSet<>();
            model.every(BoundaryEvent.class).stream()
                    .filter(event -> around(call).contains(event.getAttachedTo()))
                    .forEach(event -> caught.addAll(errorCodes(event.getEventDefinitions())));
            Model.read(call.getCalledElement()).every(EndEvent.class).stream()
                    .flatMap(end -> errorCodes(end.getEventDefinitions()).stream())
                    .filter(code -> !caught.contains(code))
                    .forEach(code -> findings.add(call.getId() + " lets the error " + code + " pass"));
        }
    }),

    NOTHING_IS_SCRIPTED((model, findings) -> {
        model.every(ScriptTask.class).forEach(task -> findings.add(task.getId() + " is a script"));
        model.every(CamundaScript.class)
                .forEach(script -> findings.add(owner(script).getId() + " runs a script"));
        model.every(SequenceFlow.class).stream()
                .filter(flow -> flow.getConditionExpression() != null
                        && flow.getConditionExpression().getLanguage() != null)
                .forEach(flow -> findings.add(flow.getId() + " decides by a script"));
    }),

    SAVE_POINTS_ARE_WHERE_SOMETHING_LEAVES((model, findings) -> {
        for (FlowNode node : model.every(FlowNode.class)) {
            boolean leaves = leavesTheBuilding(node);
            if (leaves && !node.isCamundaAsyncBefore()) {
                findings.add(node.getId() + " leaves the building inside somebody's click");
            }
            if (!leaves && !(node instanceof ServiceTask) && isSavePoint(node)) {
                findings.add(node.getId() + " is a save point without need");
            }
        }
    }),

    SPLIT_AND_JOIN_ARE_SEPARATE((model, findings) -> {
        for (FlowNode node : model.every(FlowNode.class)) {
            if (node instanceof InclusiveGateway || node instanceof ComplexGateway) {
                findings.add(node.getId() + " is a gateway nobody can read");
            }
            boolean joins = node.getIncoming().size() > 1;
            boolean splits = node.getOutgoing().size() > 1;
            if (node instanceof Gateway ? joins && splits : joins || splits) {
                findings.add(node.getId() + " hides a split or a join");
            }
            if (node instanceof Gateway && !joins && !splits) {
                findings.add(node.getId() + " neither splits nor joins");
            }
        }
    }),

    DEADLINES_ARE_DATA((model, findings) -> {
        for (TimerEventDefinition timer : model.every(TimerEventDefinition.class)) {
            boolean starts = owner(timer) instanceof StartEvent start && start.getParentElement() instanceof Process;
            ModelElementInstance time = starts ? timer.getTimeCycle() : timer.getTimeDate();
            String said = time == null ? null : time.getTextContent().trim();
            if (starts && !isBean(said)) {
                findings.add(owner(timer).getId() + " recurs at no configured time");
            } else if (!starts && !matches("\\$\\{[a-z]\\w*}", said)) {
                findings.add(owner(timer).getId() + " waits for no date of the case");
            }
        }
        model.every(UserTask.class).stream()
                .filter(task ->
                        task.getCamundaDueDate() != null && !matches("\\$\\{[a-z]\\w*}", task.getCamundaDueDate()))
                .forEach(task -> findings.add(task.getId() + " is due at no date of the case"));
    }),

    MESSAGES_ARE_FACTS_OF_THE_PROCESS((model, findings) -> {
        for (Message message : model.every(Message.class)) {
            if (!matches(Pattern.quote(model.id()) + "\\.[a-z]+(-[a-z]+)*", message.getName())) {
                findings.add("message " + message.getName() + " is no fact of " + model.id());
            }
        }
        for (Error error : model.every(Error.class)) {
            if (!matches("[a-z]+(-[a-z]+)*", error.getErrorCode())) {
                findings.add("error code " + error.getErrorCode());
            }
        }
    });

    private final BiConsumer<Model, List<String>> check;

    ModelRule(BiConsumer<Model, List<String>> check) {
        this.check = check;
    }

    /** What in this model breaks the rule; nothing when it is kept. */
    List<String> brokenBy(Model model) {
        List<String> findings = new ArrayList<>();
        check.accept(model, findings);
        return findings;
    }

    /** Which group works in which lane; the one place in the tests that says so. */
    static final class Lanes {
        static final Map<String, String> GROUPS = Map.ofEntries(
                Map.entry("案场", "sales"),
                Map.entry("案场经理", "site-manager"),
                Map.entry("财务部", "finance"),
                Map.entry("营销部", "marketing"),
                Map.entry("营销总监", "marketing-director"),
                Map.entry("总经理", "management"),
                Map.entry("设计部", "design"),
                Map.entry("项目部", "engineering"),
                Map.entry("营销管理部", "marketing-admin"),
                Map.entry("客户服务部", "customer-service"),
                Map.entry("大区经理", "region-manager"),
                // Each matter names its own group; whoever that is works in this lane.
                Map.entry("审批人", "${approverGroup}"));

        private Lanes() {}
    }

    static boolean startsInTasklist(Model model) {
        return !"false"
                .equals(model.process().getAttributeValueNs(BpmnModelConstants.CAMUNDA_NS, "isStartableInTasklist"));
    }

    /** To the engine a timer start is a none start that it also begins itself: a process has one of either, and people may use it. */
    private static boolean startsByItself(StartEvent start) {
        return start.getEventDefinitions().stream().allMatch(TimerEventDefinition.class::isInstance);
    }

    private static void requireForm(Model model, String elementId, String formKey, List<String> findings) {
        String prefix = "embedded:deployment:";
        String pattern = prefix + "forms/" + Pattern.quote(model.id()) + "/[a-z]+(-[a-z]+)*\\.html";
        if (!matches(pattern, formKey)) {
            findings.add(elementId + " has no form of its process");
        } else if (!Files.isRegularFile(Path.of(formKey.substring(prefix.length())))) {
            findings.add(elementId + " asks for a form that does not exist: " + formKey);
        }
    }

    private static void requireHandler(String expression, Class<?> kind, List<String> findings) {
        if (!isBean(expression)) {
            findings.add(expression + " names no bean");
            return;
        }
        String bean = expression.substring(2, expression.length() - 1);
        Optional<Class<?>> handler = Handlers.ofBean(bean);
        if (handler.isEmpty()) {
            findings.add(bean + " has no class");
        } else if (!kind.isAssignableFrom(handler.get())) {
            findings.add(bean + " is no " + kind.getSimpleName());
        }
    }

    private static Stream<String> prefixes(FlowElement element) {
        if (element instanceof SequenceFlow) {
            return Stream.of("flow");
        }
        if (element instanceof Gateway) {
            return Stream.of("gateway");
        }
        if (element instanceof SubProcess scope) {
            return Stream.of(scope.triggeredByEvent() ? "eventSubProcess" : "subProcess");
        }
        if (element instanceof IntermediateCatchEvent
                || Model.startsEventSubProcess(element) && element instanceof StartEvent) {
            return Stream.of("timer", "message");
        }
        if (element instanceof BoundaryEvent) {
            return Stream.of("boundary");
        }
        return Stream.of(element.getElementType().getTypeName());
    }

    private static List<ExclusiveGateway> forks(Model model) {
        return model.every(ExclusiveGateway.class).stream()
                .filter(gateway -> gateway.getOutgoing().size() > 1)
                .toList();
    }

    private static boolean leavesTheBuilding(FlowNode node) {
        if (node instanceof SendTask || node instanceof ServiceTask task && "external".equals(task.getCamundaType())) {
            return true;
        }
        Collection<EventDefinition> thrown = node instanceof EndEvent end
                ? end.getEventDefinitions()
                : node instanceof IntermediateThrowEvent event ? event.getEventDefinitions() : List.of();
        return thrown.stream()
                .anyMatch(definition ->
                        definition instanceof MessageEventDefinition || definition instanceof SignalEventDefinition);
    }

    /** Read from the attributes, because the model's own question refuses to be asked of some gateways. */
    private static boolean isSavePoint(FlowNode node) {
        return Stream.of("asyncBefore", "asyncAfter")
                .anyMatch(
                        attribute -> "true".equals(node.getAttributeValueNs(BpmnModelConstants.CAMUNDA_NS, attribute)));
    }

    /** An activity and the sub-processes it lies in: an error is caught at any of them. */
    private static List<ModelElementInstance> around(FlowNode activity) {
        List<ModelElementInstance> found = new ArrayList<>();
        for (ModelElementInstance place = activity; place instanceof FlowNode; place = place.getParentElement()) {
            found.add(place);
        }
        return found;
    }

    private static List<String> errorCodes(Collection<EventDefinition> definitions) {
        return definitions.stream()
                .filter(ErrorEventDefinition.class::isInstance)
                .map(definition ->
                        ((ErrorEventDefinition) definition).getError().getErrorCode())
                .toList();
    }

    private static <T extends ModelElementInstance> List<T> listeners(BaseElement element, Class<T> type) {
        return element.getExtensionElements() == null
                ? List.of()
                : element.getExtensionElements()
                        .getElementsQuery()
                        .filterByType(type)
                        .list();
    }

    private static FlowElement owner(ModelElementInstance part) {
        ModelElementInstance element = part;
        while (!(element instanceof FlowElement)) {
            element = element.getParentElement();
        }
        return (FlowElement) element;
    }

    private static boolean isBean(String expression) {
        return matches("#\\{[a-z][A-Za-z]*}", expression);
    }

    private static boolean isVariable(String name) {
        return matches("[a-z]\\w*", name);
    }

    private static boolean matches(String pattern, String text) {
        return text != null && text.matches(pattern);
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }
}

package cn.anchang.processes;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.ErrorEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Lane;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** Writes {@code processes/README.md} out of the models: what each promises, who starts it, its clocks and its outcomes. */
final class ProcessTable {

    private ProcessTable() {}

    static String of(List<Model> models, List<DecisionTable> tables) {
        String overview = models.stream()
                .map(model -> row(
                        "[`%1$s`](#%1$s)".formatted(model.id()),
                        model.process().getName(),
                        starter(model, models),
                        lanes(model)))
                .collect(Collectors.joining());
        return """
                # The processes

                Generated from the models beside it; do not edit. After changing a model:
                `mvn -q test -Dtest=ProcessTableTest -Dupdate`. The pictures in `docs/images/` are drawn by
                `npm run render`, the models linted by `npm run lint:models`.

                | id | name | started by | lanes (groups) |
                |---|---|---|---|
                """ + overview + models.stream().map(ProcessTable::section).collect(Collectors.joining())
                + tables.stream().map(ProcessTable::section).collect(Collectors.joining());
    }

    private static String section(DecisionTable table) {
        List<String> columns = table.columns();
        return """

                ## %1$s

                **%2$s** (decision table) — %3$s
                """.formatted(table.id(), table.name(), table.why())
                + table(
                        String.join(" | ", columns) + " | why",
                        table.rules().stream()
                                .map(rule -> row(Stream.concat(rule.cells().stream(), Stream.of(rule.why()))
                                        .map(cell -> cell.isBlank() ? "–" : cell.replace("|", "\\|"))
                                        .toArray(String[]::new))));
    }

    private static String section(Model model) {
        String header = """

                ## %1$s

                **%2$s** — %3$s

                ![%2$s](../docs/images/%1$s.png)
                """.formatted(model.id(), model.process().getName(), why(model.process()));
        return header
                + table(
                        "person's task | group | form",
                        model.every(UserTask.class).stream()
                                .map(task -> row(
                                        task.getName(),
                                        "`" + task.getCamundaCandidateGroups() + "`",
                                        "`" + task.getCamundaFormKey().substring("embedded:deployment:".length())
                                                + "`")))
                + table(
                        "timer | waits for | effect | why",
                        model.every(CatchEvent.class).stream()
                                .flatMap(
                                        event -> timer(event)
                                                .map(date -> row(event.getName(), date, effect(event), why(event)))
                                                .stream()))
                + table(
                        "message | received at",
                        model.every(CatchEvent.class).stream()
                                .flatMap(event -> message(event).map(name -> row(name, event.getName())).stream()))
                + table(
                        "outcome | id | ends | why",
                        model.every(EndEvent.class).stream()
                                .map(end -> row(end.getName(), "`" + end.getId() + "`", ends(end), why(end))));
    }

    private static String starter(Model model, List<Model> models) {
        if (!ModelRule.startsInTasklist(model)) {
            return models.stream()
                    .flatMap(caller -> caller.every(CallActivity.class).stream()
                            .filter(call -> model.id().equals(call.getCalledElement()))
                            .map(call -> "`%s`, at %s".formatted(caller.id(), call.getName())))
                    .collect(Collectors.joining("; "));
        }
        StartEvent start = model.every(StartEvent.class).stream()
                .filter(event -> event.getParentElement() instanceof Process)
                .findFirst()
                .orElseThrow();
        return model.lanesOf(start).stream().map(Lane::getName).collect(Collectors.joining(", ")) + ", by form `"
                + start.getCamundaFormKey().replaceAll(".*/", "") + "`";
    }

    private static String lanes(Model model) {
        return model.every(Lane.class).stream()
                .map(lane -> "%s (`%s`)".formatted(lane.getName(), ModelRule.Lanes.GROUPS.get(lane.getName())))
                .collect(Collectors.joining(", "));
    }

    private static String effect(CatchEvent event) {
        if (event instanceof BoundaryEvent boundary) {
            return (boundary.cancelActivity() ? "cuts off " : "beside ")
                    + boundary.getAttachedTo().getName();
        }
        if (event instanceof StartEvent start && start.getParentElement() instanceof SubProcess scope) {
            return (start.isInterrupting() ? "cuts off the process: " : "beside the process: ") + scope.getName();
        }
        return event instanceof StartEvent ? "begins the process" : "goes on";
    }

    private static Optional<String> timer(CatchEvent event) {
        return definitions(event, TimerEventDefinition.class)
                .map(timer -> timer.getTimeDate() == null ? timer.getTimeCycle() : timer.getTimeDate())
                .map(time -> "`" + time.getTextContent().trim().replaceAll("[#${}]", "") + "`")
                .findFirst();
    }

    private static Optional<String> message(CatchEvent event) {
        return definitions(event, MessageEventDefinition.class)
                .map(definition -> "`" + definition.getMessage().getName() + "`")
                .findFirst();
    }

    /** What stops when this end is reached: everything, or only the reminder or record beside the work. */
    private static String ends(EndEvent end) {
        return definitions(end, ErrorEventDefinition.class)
                .map(definition ->
                        "the process, with error `" + definition.getError().getErrorCode() + "`")
                .findFirst()
                .orElse(begins(end, new HashSet<>()).allMatch(ProcessTable::beside) ? "a path beside" : "the process");
    }

    /** The events from which this node can be reached. */
    private static Stream<FlowNode> begins(FlowNode node, Set<FlowNode> seen) {
        if (!seen.add(node)) {
            return Stream.empty();
        }
        return node.getIncoming().isEmpty()
                ? Stream.of(node)
                : node.getIncoming().stream().flatMap(flow -> begins(flow.getSource(), seen));
    }

    private static boolean beside(FlowNode begin) {
        return begin instanceof BoundaryEvent event
                ? !event.cancelActivity()
                : begin instanceof StartEvent start && Model.startsEventSubProcess(start) && !start.isInterrupting();
    }

    private static <T extends ModelElementInstance> Stream<T> definitions(Event event, Class<T> type) {
        return event.getChildElementsByType(type).stream();
    }

    /** The element's own reason, else that of the event sub-process it starts. */
    private static String why(BaseElement element) {
        String text = element.getDocumentations().stream()
                .map(documentation -> documentation.getTextContent().trim())
                .collect(Collectors.joining(" "));
        boolean startsScope = element instanceof StartEvent start && Model.startsEventSubProcess(start);
        return text.isEmpty() && startsScope ? why((BaseElement) element.getParentElement()) : text;
    }

    private static String table(String header, Stream<String> rows) {
        String body = rows.collect(Collectors.joining());
        String columns = header.replaceAll("[^|]+", "---");
        return body.isEmpty() ? "" : "\n| " + header + " |\n|" + columns + "|\n" + body;
    }

    private static String row(String... cells) {
        return "| " + String.join(" | ", cells) + " |\n";
    }
}

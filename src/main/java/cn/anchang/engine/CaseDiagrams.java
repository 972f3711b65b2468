package cn.anchang.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.impl.persistence.entity.HistoricActivityInstanceEntity;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.springframework.stereotype.Component;

/**
 * The processes of a case as pictures: their models, where the tokens are and which way they came. Asked as the system, so only for
 * callers who have found that the person may read the case.
 */
@Component
public class CaseDiagrams {

    /** One process of a case, running or over. @param endedAt null while it runs */
    public record Process(
            String instanceId,
            String definitionId,
            String key,
            String name,
            String callerId,
            Instant startedAt,
            Instant endedAt) {

        public boolean isRunning() {
            return endedAt == null;
        }
    }

    /**
     * How a process went through its model.
     *
     * @param tokens activities it stands at now, with their names
     * @param walked activities it has been through, and how often
     * @param steps the names of what it has been through, in order, for those who do not see the picture
     * @param dropped activities that were interrupted and never came to their end
     * @param flows the sequence flows it took
     * @param called the processes that call activities stand for, latest call last, by the activity's id
     */
    public record Walk(
            Map<String, String> tokens,
            Map<String, Integer> walked,
            List<String> steps,
            Set<String> dropped,
            Set<String> flows,
            Map<String, String> called) {}

    private final HistoryService history;
    private final RepositoryService repository;
    private final AsTheSystem system;

    CaseDiagrams(HistoryService history, RepositoryService repository, AsTheSystem system) {
        this.history = history;
        this.repository = repository;
        this.system = system;
    }

    /** The processes of a case, the calling one first, then in the order they were called. */
    public List<Process> of(String businessKey) {
        return system.get(() ->
                history.createHistoricProcessInstanceQuery().processInstanceBusinessKey(businessKey).list().stream()
                        .sorted(Comparator.comparing(
                                        (HistoricProcessInstance one) -> one.getSuperProcessInstanceId() != null)
                                .thenComparing(HistoricProcessInstance::getStartTime))
                        .map(one -> new Process(
                                one.getId(),
                                one.getProcessDefinitionId(),
                                one.getProcessDefinitionKey(),
                                one.getProcessDefinitionName(),
                                one.getSuperProcessInstanceId(),
                                one.getStartTime().toInstant(),
                                one.getEndTime() == null
                                        ? null
                                        : one.getEndTime().toInstant()))
                        .toList());
    }

    /** The model as it was drawn, in the version the process runs by. */
    public String model(Process process) {
        return system.get(() -> {
            try (InputStream model = repository.getProcessModel(process.definitionId())) {
                return new String(model.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    public Walk walk(Process process) {
        return system.get(() -> {
            BpmnModelInstance model = repository.getBpmnModelInstance(process.definitionId());
            List<HistoricActivityInstance> steps = new ArrayList<>(history.createHistoricActivityInstanceQuery()
                    .processInstanceId(process.instanceId())
                    .list());
            steps.sort(
                    Comparator.comparing(HistoricActivityInstance::getStartTime).thenComparing(CaseDiagrams::turn));
            Map<String, String> tokens = new LinkedHashMap<>();
            Map<String, Integer> walked = new LinkedHashMap<>();
            Set<String> dropped = new LinkedHashSet<>();
            Set<String> names = new LinkedHashSet<>();
            Map<String, String> called = new LinkedHashMap<>();
            for (HistoricActivityInstance step : steps) {
                if (!(model.getModelElementById(step.getActivityId()) instanceof FlowNode)) {
                    continue;
                }
                if (step.getCalledProcessInstanceId() != null) {
                    called.put(step.getActivityId(), step.getCalledProcessInstanceId());
                }
                if (step.getEndTime() == null) {
                    tokens.put(step.getActivityId(), nameOf(model, step));
                } else if (step.isCanceled()) {
                    dropped.add(step.getActivityId());
                } else {
                    walked.merge(step.getActivityId(), 1, Integer::sum);
                    if (!(model.getModelElementById(step.getActivityId()) instanceof Gateway)) {
                        names.add(nameOf(model, step));
                    }
                }
            }
            dropped.removeAll(walked.keySet());
            dropped.removeAll(tokens.keySet());
            dropFrames(tokens, model);
            names.remove("");
            return new Walk(tokens, walked, List.copyOf(names), dropped, flows(model, steps), called);
        });
    }

    /** A frame round the step that is open says nothing of its own; where it holds a token, the token stands. */
    private static void dropFrames(Map<String, String> tokens, BpmnModelInstance model) {
        tokens.keySet().removeIf(id -> model.getModelElementById(id) instanceof SubProcess);
    }

    /** The engine notes which activities it entered, not by which flow: each was entered from the source that ended last before. */
    private static Set<String> flows(BpmnModelInstance model, List<HistoricActivityInstance> steps) {
        Map<String, HistoricActivityInstance> ended = new LinkedHashMap<>();
        Set<String> flows = new LinkedHashSet<>();
        for (HistoricActivityInstance step : steps) {
            if (model.getModelElementById(step.getActivityId()) instanceof FlowNode node) {
                List<SequenceFlow> ways = node.getIncoming().stream()
                        .filter(flow ->
                                endedBefore(step, ended.get(flow.getSource().getId())))
                        .toList();
                if (node instanceof ParallelGateway) {
                    ways.forEach(flow -> flows.add(flow.getId()));
                } else {
                    lastOf(ways, ended).ifPresent(flow -> flows.add(flow.getId()));
                }
                if (step.getEndTime() != null && !step.isCanceled()) {
                    ended.remove(step.getActivityId());
                    ended.put(step.getActivityId(), step);
                }
            }
        }
        return flows;
    }

    private static boolean endedBefore(HistoricActivityInstance step, HistoricActivityInstance source) {
        return source != null && !source.getEndTime().after(step.getStartTime());
    }

    /** By their end; of those that ended in the same instant, the one entered last. */
    private static Optional<SequenceFlow> lastOf(List<SequenceFlow> ways, Map<String, HistoricActivityInstance> ended) {
        List<String> order = List.copyOf(ended.keySet());
        return ways.stream()
                .max(Comparator.comparing((SequenceFlow flow) ->
                                ended.get(flow.getSource().getId()).getEndTime())
                        .thenComparing(flow -> order.indexOf(flow.getSource().getId())));
    }

    private static long turn(HistoricActivityInstance step) {
        return step instanceof HistoricActivityInstanceEntity entity ? entity.getSequenceCounter() : 0;
    }

    private static String nameOf(BpmnModelInstance model, HistoricActivityInstance step) {
        String name = ((FlowElement) model.getModelElementById(step.getActivityId())).getName();
        return name == null ? "" : name.replace("\n", "");
    }
}

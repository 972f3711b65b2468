package cn.anchang.processes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Lane;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** One process model, read anew from {@code processes/}, so that a test may spoil its copy. */
record Model(String id, BpmnModelInstance xml) {

    private static final Path FOLDER = Path.of("processes");
    private static final String SUFFIX = ".bpmn";

    static List<String> ids() {
        try (var files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(SUFFIX))
                    .map(name -> name.substring(0, name.length() - SUFFIX.length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The model whose file is called {@code <id>.bpmn}. */
    static Model read(String id) {
        return new Model(id, Bpmn.readModelFromFile(FOLDER.resolve(id + SUFFIX).toFile()));
    }

    static List<Model> all() {
        return ids().stream().map(Model::read).toList();
    }

    Process process() {
        return every(Process.class).iterator().next();
    }

    <T extends ModelElementInstance> Collection<T> every(Class<T> type) {
        return xml.getModelElementsByType(type);
    }

    <T extends ModelElementInstance> T element(String elementId, Class<T> type) {
        return Optional.ofNullable(xml.getModelElementById(elementId))
                .map(type::cast)
                .orElseThrow(() -> new IllegalArgumentException("no " + elementId + " in " + id));
    }

    /** The lanes that list this node; a sound model has exactly one. */
    List<Lane> lanesOf(FlowNode node) {
        return every(Lane.class).stream()
                .filter(lane -> lane.getFlowNodeRefs().contains(node))
                .toList();
    }

    static boolean startsEventSubProcess(FlowElement node) {
        return node.getParentElement() instanceof SubProcess scope && scope.triggeredByEvent();
    }

    @Override
    public String toString() {
        return id;
    }
}

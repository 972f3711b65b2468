package cn.anchang.processes;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Lane;
import org.camunda.bpm.model.bpmn.instance.Participant;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.Task;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnLabel;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.camunda.bpm.model.bpmn.instance.di.Waypoint;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/**
 * A model's diagram interchange as rectangles and lines, and what is wrong with it for a reader. Texts are measured as bpmn-js sets
 * them: 12 px a Chinese character inside an activity, wrapped; outside, the label's own box must hold them.
 */
final class Drawing {

    /** A rectangle in diagram units; a touching edge is no overlap. */
    record Box(double left, double top, double right, double bottom) {

        static Box of(Bounds bounds) {
            return new Box(
                    bounds.getX(),
                    bounds.getY(),
                    bounds.getX() + bounds.getWidth(),
                    bounds.getY() + bounds.getHeight());
        }

        double width() {
            return right - left;
        }

        double height() {
            return bottom - top;
        }

        boolean overlaps(Box other) {
            return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
        }

        boolean holds(Box other) {
            return left <= other.left && top <= other.top && right >= other.right && bottom >= other.bottom;
        }

        /** Whether the point lies on the border, within a unit. */
        boolean borders(Point point) {
            boolean within = point.x >= left - 1 && point.x <= right + 1 && point.y >= top - 1 && point.y <= bottom + 1;
            boolean inside = point.x > left + 1 && point.x < right - 1 && point.y > top + 1 && point.y < bottom - 1;
            return within && !inside;
        }
    }

    record Point(double x, double y) {}

    /** One straight piece of a sequence flow. */
    record Piece(Point from, Point to) {

        boolean isStraight() {
            return from.x == to.x || from.y == to.y;
        }

        Box box() {
            return new Box(
                    Math.min(from.x, to.x), Math.min(from.y, to.y), Math.max(from.x, to.x), Math.max(from.y, to.y));
        }

        /** For horizontal and vertical pieces: whether they share a point. */
        boolean meets(Piece other) {
            Box a = box();
            Box b = other.box();
            return a.left <= b.right && b.left <= a.right && a.top <= b.bottom && b.top <= a.bottom;
        }

        /** Whether the piece runs through the inside of the box. */
        boolean crosses(Box box) {
            Box line = box();
            return line.left < box.right && line.right > box.left && line.top < box.bottom && line.bottom > box.top;
        }
    }

    private static final double CHINESE = 12;
    private static final double LATIN = 7;
    private static final double LINE = 14.4;
    private static final double PADDING = 7;
    /** Height an icon in a corner or a marker at the foot takes from the text. */
    private static final double DECORATION = 22;

    private static final double HEADER = 30;
    private static final double SCREEN_WIDTH = 1950;
    private static final double SCREEN_HEIGHT = 950;

    private final Map<BaseElement, Box> shapes = new LinkedHashMap<>();
    private final Map<SequenceFlow, List<Piece>> flows = new LinkedHashMap<>();
    private final Map<BaseElement, Box> labels = new LinkedHashMap<>();
    private final List<String> findings = new ArrayList<>();
    private final Model model;

    private Drawing(Model model) {
        this.model = model;
        for (BpmnShape shape : model.every(BpmnShape.class)) {
            shapes.put(shape.getBpmnElement(), Box.of(shape.getBounds()));
            label(shape.getBpmnElement(), shape.getBpmnLabel());
        }
        for (BpmnEdge edge : model.every(BpmnEdge.class)) {
            if (edge.getBpmnElement() instanceof SequenceFlow flow) {
                flows.put(flow, pieces(edge.getWaypoints()));
                label(flow, edge.getBpmnLabel());
            }
        }
    }

    private void label(BaseElement element, BpmnLabel label) {
        if (label != null) {
            labels.put(element, Box.of(label.getBounds()));
        }
    }

    private static List<Piece> pieces(Collection<Waypoint> waypoints) {
        List<Piece> pieces = new ArrayList<>();
        Point last = null;
        for (Waypoint waypoint : waypoints) {
            Point point = new Point(waypoint.getX(), waypoint.getY());
            if (last != null) {
                pieces.add(new Piece(last, point));
            }
            last = point;
        }
        return pieces;
    }

    /** Everything about this model's picture that a reader would stumble over. */
    static List<String> faultsOf(Model model) {
        Drawing drawing = new Drawing(model);
        drawing.everythingIsDrawn();
        if (drawing.findings.isEmpty()) {
            drawing.shapesKeepTheirPlace();
            drawing.lanesFillThePool();
            drawing.flowsAreReadable();
            drawing.namesFit();
            drawing.labelsStandFree();
            drawing.pictureFitsOneScreen();
        }
        return drawing.findings;
    }

    private void everythingIsDrawn() {
        for (FlowNode node : model.every(FlowNode.class)) {
            require(shapes.containsKey(node), node, "is not drawn");
        }
        for (Lane lane : model.every(Lane.class)) {
            require(shapes.containsKey(lane), lane, "is not drawn");
        }
        for (SequenceFlow flow : model.every(SequenceFlow.class)) {
            require(flows.containsKey(flow) && !flows.get(flow).isEmpty(), flow, "is not drawn");
        }
        require(!model.every(Participant.class).isEmpty(), model.process(), "lies in no pool");
        for (FlowElement element : model.every(FlowElement.class)) {
            if (!nameStandsInside(element)
                    && element.getName() != null
                    && !element.getName().isBlank()) {
                require(labels.containsKey(element), element, "has a name but no place for it");
            }
        }
    }

    private void shapesKeepTheirPlace() {
        List<FlowNode> nodes = List.copyOf(model.every(FlowNode.class));
        for (int i = 0; i < nodes.size(); i++) {
            FlowNode node = nodes.get(i);
            for (FlowNode other : nodes.subList(i + 1, nodes.size())) {
                if (!mayLieOn(node, other) && !mayLieOn(other, node)) {
                    require(!box(node).overlaps(box(other)), node, "overlaps " + other.getId());
                }
            }
            if (node.getParentElement() instanceof SubProcess scope) {
                require(inner(scope).holds(box(node)), node, "lies outside " + scope.getId());
            }
            Box home = node instanceof SubProcess
                    ? pool()
                    : lane(node).map(this::box).orElse(pool());
            require(home.holds(box(node)), node, "lies outside its lane");
        }
    }

    private void lanesFillThePool() {
        Box pool = pool();
        Box inside = new Box(pool.left + HEADER, pool.top, pool.right, pool.bottom);
        double height = 0;
        List<Lane> lanes = List.copyOf(model.every(Lane.class));
        for (int i = 0; i < lanes.size(); i++) {
            Box lane = box(lanes.get(i));
            height += lane.height();
            require(inside.holds(lane) && lane.width() == inside.width(), lanes.get(i), "does not lie across the pool");
            for (Lane other : lanes.subList(i + 1, lanes.size())) {
                require(!lane.overlaps(box(other)), lanes.get(i), "overlaps " + other.getId());
            }
            require(textWidth(lanes.get(i).getName()) <= lane.height(), lanes.get(i), "is too low for its name");
        }
        require(height == inside.height(), model.process(), "lanes leave a gap in the pool");
    }

    private void flowsAreReadable() {
        List<SequenceFlow> all = List.copyOf(flows.keySet());
        for (int i = 0; i < all.size(); i++) {
            SequenceFlow flow = all.get(i);
            List<Piece> pieces = flows.get(flow);
            require(pieces.stream().allMatch(Piece::isStraight), flow, "runs aslant");
            require(box(flow.getSource()).borders(pieces.get(0).from), flow, "does not begin at its source");
            require(
                    box(flow.getTarget()).borders(pieces.get(pieces.size() - 1).to),
                    flow,
                    "does not end at its target");
            for (FlowNode node : model.every(FlowNode.class)) {
                if (!isAround(node, flow)) {
                    require(
                            pieces.stream().noneMatch(piece -> piece.crosses(box(node))),
                            flow,
                            "runs through " + node.getId());
                }
            }
            for (SequenceFlow other : all.subList(i + 1, all.size())) {
                require(
                        pieces.stream()
                                .noneMatch(piece -> flows.get(other).stream().anyMatch(piece::meets)),
                        flow,
                        "crosses " + other.getId());
            }
        }
    }

    private void namesFit() {
        for (FlowElement element : model.every(FlowElement.class)) {
            String name = element.getName();
            if (name == null || name.isBlank()) {
                continue;
            }
            if (element instanceof SubProcess) {
                require(textWidth(name) <= box(element).width() - 2 * PADDING, element, "is too narrow for its name");
            } else if (nameStandsInside(element)) {
                Box box = box(element);
                double room = box.height() - 2 * DECORATION;
                require(lines(name, box.width() - 2 * PADDING) * LINE <= room, element, "is too small for its name");
            } else {
                Box label = labels.get(element);
                require(
                        lines(name, label.width()) * CHINESE <= label.height() + 1,
                        element,
                        "has a label too small for its name");
            }
        }
    }

    private void labelsStandFree() {
        List<BaseElement> labelled = List.copyOf(labels.keySet());
        for (int i = 0; i < labelled.size(); i++) {
            BaseElement element = labelled.get(i);
            Box label = labels.get(element);
            require(pool().holds(label), element, "has a label outside the pool");
            for (FlowNode node : model.every(FlowNode.class)) {
                boolean around = node instanceof SubProcess && box(node).holds(label);
                require(around || !label.overlaps(box(node)), element, "has its label on " + node.getId());
            }
            flows.forEach((flow, pieces) -> require(
                    pieces.stream().noneMatch(piece -> piece.crosses(label)),
                    element,
                    "has its label under " + flow.getId()));
            for (BaseElement other : labelled.subList(i + 1, labelled.size())) {
                require(!label.overlaps(labels.get(other)), element, "has its label on the label of " + other.getId());
            }
        }
        for (SubProcess scope : model.every(SubProcess.class)) {
            Box title = title(scope);
            flows.forEach((flow, pieces) -> require(
                    pieces.stream().noneMatch(piece -> piece.crosses(title)),
                    flow,
                    "runs through the title of " + scope.getId()));
        }
    }

    private void pictureFitsOneScreen() {
        require(
                pool().width() <= SCREEN_WIDTH && pool().height() <= SCREEN_HEIGHT,
                model.process(),
                "does not fit one screen");
    }

    private void require(boolean holds, BaseElement element, String complaint) {
        if (!holds) {
            findings.add(element.getId() + " " + complaint);
        }
    }

    private Box box(BaseElement element) {
        return shapes.get(element);
    }

    private Box pool() {
        return box(model.every(Participant.class).iterator().next());
    }

    private Optional<Lane> lane(FlowNode node) {
        return model.lanesOf(node).stream().findFirst();
    }

    private Box inner(SubProcess scope) {
        Box box = box(scope);
        return new Box(box.left, title(scope).bottom, box.right, box.bottom);
    }

    /** Where an open sub-process carries its name: centred under its upper edge. */
    private Box title(SubProcess scope) {
        Box box = box(scope);
        double middle = (box.left + box.right) / 2;
        double half = textWidth(scope.getName()) / 2;
        return new Box(middle - half, box.top, middle + half, box.top + PADDING + LINE);
    }

    private static boolean nameStandsInside(FlowElement element) {
        return element instanceof Task || element instanceof CallActivity || element instanceof SubProcess;
    }

    /** A boundary event lies on its host, a node on the sub-process around it. */
    private static boolean mayLieOn(FlowNode node, FlowNode ground) {
        return node instanceof BoundaryEvent event && ground.equals(event.getAttachedTo())
                || ground instanceof SubProcess && isInside(node, ground);
    }

    private static boolean isAround(FlowNode node, SequenceFlow flow) {
        return node instanceof SubProcess && isInside(flow, node);
    }

    private static boolean isInside(ModelElementInstance element, ModelElementInstance scope) {
        for (ModelElementInstance at = element.getParentElement(); at != null; at = at.getParentElement()) {
            if (at.equals(scope)) {
                return true;
            }
        }
        return false;
    }

    private static int lines(String text, double width) {
        int lines = 1;
        double filled = 0;
        for (int character : text.codePoints().toArray()) {
            double step = widthOf(character);
            if (filled + step > width) {
                lines++;
                filled = 0;
            }
            filled += step;
        }
        return lines;
    }

    private static double textWidth(String text) {
        return text.codePoints().mapToDouble(Drawing::widthOf).sum();
    }

    private static double widthOf(int character) {
        return character < 0x2E80 ? LATIN : CHINESE;
    }
}

package cn.anchang.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.camunda.bpm.model.bpmn.instance.di.Waypoint;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every picture is readable at 100 %: nothing overlaps, crosses, hangs in the air or is clipped. */
class GeometryTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    void aPictureHasNoFaults(String model) {
        assertThat(Drawing.faultsOf(Model.read(model))).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("seededFaults")
    void aSeededFaultIsReported(SeededFault fault) {
        Model model = Model.read(fault.model());

        fault.seed().accept(model);

        assertThat(Drawing.faultsOf(model)).contains(fault.reported());
    }

    record SeededFault(String what, String model, String reported, Consumer<Model> seed) {
        @Override
        public String toString() {
            return what;
        }
    }

    static Stream<String> models() {
        return Model.ids().stream();
    }

    static Stream<SeededFault> seededFaults() {
        return Stream.of(
                new SeededFault(
                        "two overlapping shapes",
                        "sales-case-undoing",
                        "gateway_refundDue overlaps userTask_refund",
                        model -> move(model, "userTask_refund", 0, -80)),
                new SeededFault(
                        "a boundary event on a foreign task",
                        "sales-case",
                        "boundary_subscriptionSlow overlaps userTask_fileContract",
                        model -> moveTo(model, "boundary_subscriptionSlow", "userTask_fileContract")),
                new SeededFault(
                        "a shape outside its lane",
                        "sales-case",
                        "userTask_superviseSubscription lies outside its lane",
                        model -> move(model, "userTask_superviseSubscription", 0, 50)),
                new SeededFault(
                        "a nested shape outside its lane",
                        "sales-case-signing",
                        "userTask_ruleForfeit lies outside its lane",
                        model -> move(model, "userTask_ruleForfeit", 0, -60)),
                new SeededFault(
                        "a nested shape outside its sub-process",
                        "sales-case-signing",
                        "endEvent_signingRemindedFirst lies outside eventSubProcess_remindFirst",
                        model -> move(model, "endEvent_signingRemindedFirst", 60, 0)),
                new SeededFault(
                        "overlapping lanes",
                        "sales-case",
                        "lane_sales overlaps lane_finance",
                        model -> move(model, "lane_finance", 0, -30)),
                new SeededFault(
                        "a lane beside the pool",
                        "sales-case",
                        "lane_finance does not lie across the pool",
                        model -> move(model, "lane_finance", 10, 0)),
                new SeededFault(
                        "crossing flows",
                        "sales-case-aftercare",
                        "flow_papersHandedOver crosses flow_titleRegistered",
                        model -> shift(model, "flow_titleRegistered", -100, -40)),
                new SeededFault(
                        "a flow on top of a flow",
                        "sales-case-signing",
                        "flow_subscriptionSigned crosses flow_toFirstPayment",
                        model -> shift(model, "flow_subscriptionSigned", 240, 0)),
                new SeededFault(
                        "a flow through a foreign shape",
                        "sales-case",
                        "flow_unitChosen runs through serviceTask_releaseHold",
                        model -> shift(model, "flow_unitChosen", -200, 10)),
                new SeededFault(
                        "a flow through its own source",
                        "sales-case-undoing",
                        "flow_refunded runs through userTask_refund",
                        model -> shift(model, "flow_refunded", 20, 0)),
                new SeededFault(
                        "a flow that hangs in the air",
                        "sales-case",
                        "flow_toSigning does not end at its target",
                        model -> shift(model, "flow_toSigning", -10, 0)),
                new SeededFault(
                        "a flow aslant",
                        "sales-case",
                        "flow_saleClosed runs aslant",
                        model -> waypoint(model, "flow_saleClosed", 0).setX(0)),
                new SeededFault(
                        "a flow through a title",
                        "sales-case-signing",
                        "flow_extensionOver runs through the title of eventSubProcess_overdue",
                        model -> shift(model, "flow_extensionOver", 0, -30)),
                new SeededFault(
                        "a name too long for its task",
                        "sales-case-undoing",
                        "userTask_refund is too small for its name",
                        model -> rename(model, "userTask_refund", "办理定金及其他已收款项的全部退款手续并回执")),
                new SeededFault(
                        "a name too long for its label",
                        "sales-case",
                        "endEvent_customerLost has a label too small for its name",
                        model -> rename(model, "endEvent_customerLost", "客户已经战败而且不会再来")),
                new SeededFault(
                        "a name without a place",
                        "sales-case",
                        "flow_negotiated has a name but no place for it",
                        model -> rename(model, "flow_negotiated", "已洽谈")),
                new SeededFault(
                        "a label on a shape",
                        "sales-case",
                        "endEvent_customerLost has its label on userTask_chooseUnit",
                        model -> moveLabel(model, "endEvent_customerLost", 0, 50)),
                new SeededFault(
                        "a label on a label",
                        "sales-case-undoing",
                        "gateway_refundDue has its label on the label of flow_refundDue",
                        model -> moveLabel(model, "flow_refundDue", -10, -74)),
                new SeededFault(
                        "a label under a flow",
                        "sales-case",
                        "boundary_holdLapsed has its label under flow_holdLapsed",
                        model -> moveLabel(model, "boundary_holdLapsed", 0, -14)),
                new SeededFault(
                        "a label outside the pool",
                        "sales-case",
                        "endEvent_saleCompleted has a label outside the pool",
                        model -> moveLabel(model, "endEvent_saleCompleted", 0, 900)),
                new SeededFault(
                        "a shape that is not drawn",
                        "sales-case-undoing",
                        "userTask_refund is not drawn",
                        model -> remove(model.element("shape_userTask_refund", BpmnShape.class))),
                new SeededFault(
                        "a flow that is not drawn",
                        "sales-case",
                        "flow_lost is not drawn",
                        model -> remove(model.element("edge_flow_lost", BpmnEdge.class))),
                new SeededFault(
                        "a picture wider than a screen",
                        "sales-case",
                        "sales-case does not fit one screen",
                        model -> bounds(model, "participant_sales-case").setWidth(2400)));
    }

    private static Bounds bounds(Model model, String element) {
        return model.element("shape_" + element, BpmnShape.class).getBounds();
    }

    private static void move(Model model, String element, double right, double down) {
        move(bounds(model, element), right, down);
    }

    private static void move(Bounds bounds, double right, double down) {
        bounds.setX(bounds.getX() + right);
        bounds.setY(bounds.getY() + down);
    }

    private static void moveTo(Model model, String element, String other) {
        bounds(model, element).setX(bounds(model, other).getX());
        bounds(model, element).setY(bounds(model, other).getY());
    }

    private static void moveLabel(Model model, String element, double right, double down) {
        ModelElementInstance drawn = List.of("shape_", "edge_").stream()
                .map(prefix -> model.xml().<ModelElementInstance>getModelElementById(prefix + element))
                .filter(found -> found != null)
                .findFirst()
                .orElseThrow();
        Bounds label = drawn instanceof BpmnShape shape
                ? shape.getBpmnLabel().getBounds()
                : ((BpmnEdge) drawn).getBpmnLabel().getBounds();
        move(label, right, down);
    }

    private static Waypoint waypoint(Model model, String flow, int index) {
        return List.copyOf(model.element("edge_" + flow, BpmnEdge.class).getWaypoints())
                .get(index);
    }

    private static void shift(Model model, String flow, double right, double down) {
        model.element("edge_" + flow, BpmnEdge.class).getWaypoints().forEach(point -> {
            point.setX(point.getX() + right);
            point.setY(point.getY() + down);
        });
    }

    private static void rename(Model model, String element, String name) {
        ModelElementInstance named = model.xml().getModelElementById(element);
        named.setAttributeValue("name", name);
    }

    private static void remove(ModelElementInstance element) {
        element.getParentElement().removeChildElement(element);
    }
}

package cn.anchang.journey;

import cn.anchang.testing.TasklistSession.Answer;
import cn.anchang.testing.TasklistSession.OpenTask;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A change order on its way, handled in Tasklist as its people do. */
final class Change {

    private static final String DECIDE = "userTask_decide";

    private final JourneyTest journey;
    private final Sale sale;
    private final UUID orderId;

    private Change(JourneyTest journey, Sale sale, UUID orderId) {
        this.journey = journey;
        this.sale = sale;
        this.orderId = orderId;
    }

    /** Asked for by the form in Tasklist. */
    static Change asked(JourneyTest journey, Sale sale, String person, Map<String, ?> form) {
        JourneyTest.accepted(ask(journey, sale, person, form));
        return latestOf(journey, sale);
    }

    static Change latestOf(JourneyTest journey, Sale sale) {
        return new Change(
                journey,
                sale,
                journey.jdbc.queryForObject(
                        "select id from sales.change_orders where case_id = ? order by no desc limit 1",
                        UUID.class,
                        sale.caseId()));
    }

    static Answer ask(JourneyTest journey, Sale sale, String person, Map<String, ?> form) {
        Map<String, Object> whole = new HashMap<>(form);
        whole.put("caseId", sale.caseId());
        whole.putIfAbsent("reason", "客户申请");
        return journey.at(person).startForm("change-order", whole);
    }

    String key() {
        return orderId.toString();
    }

    UUID orderId() {
        return orderId;
    }

    Sale sale() {
        return sale;
    }

    List<String> openTasks() {
        return journey.at("xu.qiang").tasksOf(key()).stream().map(OpenTask::key).toList();
    }

    Answer decide(String person, String decision, String reason) {
        OpenTask task = journey.at("xu.qiang").taskOf(key(), DECIDE);
        String fingerprint =
                card(person, DECIDE).path("prefill").path("fingerprint").asText();
        return journey.at(person)
                .submitForm(task.id(), Map.of("decision", decision, "reason", reason, "fingerprint", fingerprint));
    }

    Change agreed(String person) {
        JourneyTest.accepted(decide(person, "AGREE", ""));
        return this;
    }

    Change rejected(String person) {
        JourneyTest.accepted(decide(person, "REJECT", "不同意"));
        return this;
    }

    Change returned(String person, String reason) {
        JourneyTest.accepted(decide(person, "RETURN", reason));
        return this;
    }

    JsonNode card(String person, String task) {
        return journey.at(person)
                .get("/api/tasks/" + journey.at("xu.qiang").taskOf(key(), task).id() + "/document", "application/json")
                .json();
    }

    Answer submit(String person, String task, Map<String, ?> form) {
        return journey.at(person)
                .submitForm(journey.at("xu.qiang").taskOf(key(), task).id(), form);
    }

    Answer write(String person, Map<String, ?> form) {
        Map<String, Object> whole = new HashMap<>(form);
        whole.put("caseId", sale.caseId());
        whole.putIfAbsent("step", "SUBMIT");
        whole.putIfAbsent("reason", "客户申请");
        return submit(person, "userTask_writeChange", whole);
    }

    Change filingRevoked(String revocationNo) {
        JourneyTest.accepted(submit(
                JourneyTest.MANAGER,
                "userTask_clearObstacles",
                Map.of(
                        "filed",
                        true,
                        "loanOpen",
                        false,
                        "revocationNo",
                        revocationNo,
                        "revokedOn",
                        sale.today().toString())));
        return this;
    }

    /** All the buyer holds. */
    Change receiptsBack() {
        JourneyTest.accepted(
                submit(JourneyTest.CASHIER, "userTask_takeReceiptsBack", Map.of("receipts", receipts(true))));
        return this;
    }

    List<Map<String, Object>> receipts(boolean returned) {
        List<Map<String, Object>> receipts = new ArrayList<>();
        card(JourneyTest.CASHIER, "userTask_takeReceiptsBack")
                .path("prefill")
                .path("receipts")
                .forEach(receipt ->
                        receipts.add(Map.of("key", receipt.path("key").asText(), "returned", returned)));
        return receipts;
    }

    String state() {
        return row("state");
    }

    String row(String column) {
        return journey.jdbc.queryForObject(
                "select " + column + "::text from sales.change_orders where id = ?", String.class, orderId);
    }

    /** The group asked and how it ended, for each decision. */
    List<String> matters() {
        return journey.jdbc.queryForList(
                "select m.asked_group || ' ' || m.state from sales.matters m join sales.change_orders c on"
                        + " c.document_id = m.document_id join sales.document_versions v on v.id = m.version_id"
                        + " where c.id = ? order by v.number, m.step",
                String.class,
                orderId);
    }

    String end() {
        journey.identity.clearAuthentication();
        return journey.endOf(journey.history
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(key())
                .processDefinitionKey("change-order")
                .singleResult()
                .getId());
    }
}

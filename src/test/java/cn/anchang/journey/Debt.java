package cn.anchang.journey;

import cn.anchang.collection.ArrearsOpening;
import cn.anchang.testing.TasklistSession.Answer;
import cn.anchang.testing.TasklistSession.OpenTask;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Money overdue on its way through 逾期催收, handled in Tasklist as its people do. */
final class Debt {

    private static final String DECIDE = "userTask_decide";

    private final JourneyTest journey;
    private final Sale sale;
    private final UUID id;

    private Debt(JourneyTest journey, Sale sale, UUID id) {
        this.journey = journey;
        this.sale = sale;
        this.id = id;
    }

    /** Fifteen days after the earliest line still unpaid was due. */
    static Debt of(JourneyTest journey, Sale sale, ArrearsOpening opening) {
        journey.to(dueOn(journey, sale).plusDays(15));
        opened(journey, opening);
        return lasting(journey, sale);
    }

    static LocalDate dueOn(JourneyTest journey, Sale sale) {
        return journey.jdbc.queryForObject(
                "select min(due_on) from sales.receivables where account_id = ? and paid < amount",
                LocalDate.class,
                sale.caseId());
    }

    /** One whole run. */
    static int opened(JourneyTest journey, ArrearsOpening opening) {
        journey.identity.clearAuthentication();
        int opened = 0;
        String last = null;
        do {
            ArrearsOpening.Page page = opening.page(last);
            opened += page.opened();
            last = page.last();
        } while (last != null);
        return opened;
    }

    /** Of several the one due first. */
    static Debt lasting(JourneyTest journey, Sale sale) {
        return new Debt(
                journey,
                sale,
                journey.jdbc.queryForObject(
                        "select id from sales.arrears where account_id = ? and ended_at is null order by due_on limit 1",
                        UUID.class,
                        sale.caseId()));
    }

    String key() {
        return id.toString();
    }

    UUID id() {
        return id;
    }

    LocalDate day(String column) {
        return journey.jdbc.queryForObject(
                "select " + column + " from sales.arrears where id = ?", LocalDate.class, id);
    }

    String row(String column) {
        return journey.jdbc.queryForObject(
                "select " + column + "::text from sales.arrears where id = ?", String.class, id);
    }

    List<String> openTasks() {
        return journey.at("xu.qiang").tasksOf(key()).stream().map(OpenTask::key).toList();
    }

    List<String> acts() {
        return journey.jdbc.queryForList(
                "select act || ' ' || done_by from sales.arrears_notes where arrears_id = ? order by done_at, id",
                String.class,
                id);
    }

    Answer call(String note, LocalDate promised) {
        Map<String, Object> form = new HashMap<>(Map.of("note", note));
        if (promised != null) {
            form.put("promisedOn", promised.toString());
        }
        return submit(JourneyTest.CHEN, "userTask_callDebtor", form);
    }

    Debt letterIsDue() {
        return on(day("letter_from"));
    }

    Debt reviewIsDue() {
        return on(day("review_from"));
    }

    Debt on(LocalDate day) {
        journey.to(day);
        journey.runDue(key());
        return this;
    }

    Answer write(Map<String, Object> form) {
        return submit(JourneyTest.CASHIER, "userTask_writeDemand", form);
    }

    Debt written() {
        JourneyTest.accepted(write(Map.of("days", 15)));
        return this;
    }

    Answer send(LocalDate on) {
        return submit(
                JourneyTest.CASHIER, "userTask_sendDemand", Map.of("sentOn", on.toString(), "mailNo", "EMS1234567890"));
    }

    Debt sent() {
        JourneyTest.accepted(send(sale.today()));
        return this;
    }

    Answer review(String decision, LocalDate until) {
        Map<String, Object> form = new HashMap<>(Map.of("decision", decision, "reason", "多次催告无果"));
        if (until != null) {
            form.put("until", until.toString());
        }
        return submit(JourneyTest.GENERAL_MANAGER, "userTask_reviewRescission", form);
    }

    Debt decided(String person, String decision) {
        return decided(key(), person, decision);
    }

    /** @param of the business key of what is decided: the letter's, or a waiver's */
    Debt decided(String of, String person, String decision) {
        JourneyTest.accepted(decide(of, person, decision));
        return this;
    }

    Answer decide(String of, String person, String decision) {
        OpenTask task = journey.at("xu.qiang").taskOf(of, DECIDE);
        String fingerprint = journey.at(person)
                .get("/api/tasks/" + task.id() + "/document", "application/json")
                .json()
                .path("prefill")
                .path("fingerprint")
                .asText();
        return journey.at(person)
                .submitForm(
                        task.id(),
                        Map.of(
                                "decision",
                                decision,
                                "reason",
                                decision.equals("AGREE") ? "" : "请再斟酌",
                                "fingerprint",
                                fingerprint));
    }

    JsonNode card(String person, String task) {
        return journey.at(person)
                .get("/api/tasks/" + journey.at("xu.qiang").taskOf(key(), task).id() + "/document", "application/json")
                .json();
    }

    /** As the page asks it. @return the business key of the request */
    String waiverAsked(String person, String amount) {
        askWaiver(person, amount, "客户住院，已商定付款日期");
        return journey.jdbc.queryForObject(
                "select cast(id as text) from sales.late_fee_waivers where arrears_id = ? and state = 'ASKED'",
                String.class,
                id);
    }

    Answer askWaiver(String person, String amount, String reason) {
        return journey.at(person)
                .post(
                        "/arrears/" + id + "/waivers?amount=" + URLEncoder.encode(amount, StandardCharsets.UTF_8)
                                + "&reason=" + URLEncoder.encode(reason, StandardCharsets.UTF_8),
                        Map.of());
    }

    private Answer submit(String person, String task, Map<String, ?> form) {
        return journey.at(person)
                .submitForm(journey.at("xu.qiang").taskOf(key(), task).id(), form);
    }
}

package cn.anchang.journey;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anchang.payment.Item;
import cn.anchang.payment.Ledger;
import cn.anchang.payment.MoneyIn;
import cn.anchang.payment.PaymentMethod;
import cn.anchang.payment.ReceiveOutcome;
import cn.anchang.shared.Money;
import cn.anchang.testing.SaleForms;
import cn.anchang.testing.TasklistSession;
import cn.anchang.testing.TasklistSession.Answer;
import cn.anchang.testing.TasklistSession.OpenTask;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;

/** One sale as its people carry it, each step handed in by the person whose step it is. */
final class Sale {

    private final JourneyTest test;
    private final SalesSite site;
    private final String consultant;
    private final Person person;
    private int unit;
    private String instanceId;
    private UUID caseId;

    Sale(JourneyTest test, SalesSite site, String consultant, Person person) {
        this.test = test;
        this.site = site;
        this.consultant = consultant;
        this.person = person;
    }

    /** Of which of the site's units the customer thinks; of the first, when nobody says otherwise. */
    Sale of(int wanted) {
        unit = wanted;
        return this;
    }

    SalesSite site() {
        return site;
    }

    Person person() {
        return person;
    }

    UUID caseId() {
        return caseId;
    }

    String instanceId() {
        return instanceId;
    }

    String key() {
        return caseId.toString();
    }

    LocalDate today() {
        return LocalDate.ofInstant(test.clock.instant(), test.clock.getZone());
    }

    // ---- steps

    Answer register() {
        return register(Map.of());
    }

    Answer register(Map<String, Object> more) {
        Map<String, Object> form = SaleForms.visit(site.projectId().toString(), person.name(), person.phone());
        form.put("idType", "ID_CARD");
        form.put("idNo", person.idNo());
        form.put("email", person.email());
        form.put("segment", "UPGRADE");
        form.put("wantedArea", "90–110 ㎡");
        form.put("motive", "孩子上学");
        form.put("feedback", "喜欢朝南户型");
        form.put("suggestion", "样板间灯光偏暗");
        form.put("consultant", consultant);
        form.putAll(more);
        Answer answer = test.at(consultant).startForm("sales-case", form);
        if (answer.isOk() && caseId == null) {
            instanceId = answer.json().path("id").asText();
            caseId = UUID.fromString(instance().getBusinessKey());
        }
        return answer;
    }

    Sale visited() {
        JourneyTest.accepted(register());
        return this;
    }

    Answer talk(String task, Map<String, Object> form) {
        return submit(consultant, task, form);
    }

    Sale intended() {
        visited();
        JourneyTest.accepted(talk("userTask_negotiate", Map.of("outcome", "intent", "grade", "A")));
        return this;
    }

    Answer choose(UUID unit) {
        return submit(consultant, "userTask_chooseUnit", SaleForms.choose(unit.toString()));
    }

    Sale held() {
        intended();
        JourneyTest.accepted(choose(site.unit(unit)));
        return this;
    }

    Answer deposit(String amount) {
        return submit(JourneyTest.CASHIER, "userTask_collectDeposit", money(amount));
    }

    Sale reserved() {
        held();
        JourneyTest.accepted(deposit("50000.00"));
        return this;
    }

    Answer subscribe(Map<String, Object> more) {
        Map<String, Object> form = new HashMap<>();
        form.put(
                "buyers",
                List.of(Map.of(
                        "name", person.name(),
                        "idType", "ID_CARD",
                        "idNo", person.idNo(),
                        "phone", person.phone(),
                        "sharePercent", 100)));
        form.put("paymentMethod", "FULL");
        form.put("plan", List.of(line("DEPOSIT", "50000.00", today()), line("FULL", "950000.00", today().plusDays(7))));
        form.putAll(more);
        return submit(consultant, "userTask_signSubscription", form);
    }

    /** The plan as the form draws it for these terms. */
    Answer plan(String userId, String query) {
        return test.at(userId)
                .get("/api/tasks/"
                        + test.at(consultant)
                                .taskOf(key(), "userTask_signSubscription")
                                .id() + "/plan?" + query);
    }

    /** Subscribed with the plan the rules draw for these terms, of {@code PaymentTerms}. */
    Sale subscribedBy(String terms) {
        reserved();
        Answer drawn = plan(consultant, "terms=" + terms);
        JourneyTest.accepted(drawn);
        JourneyTest.accepted(
                subscribe(Map.of("paymentMethod", terms, "plan", drawn.json().path("lines"))));
        return this;
    }

    /** All that is due before the contract is in. */
    Sale paidBy(String terms) {
        subscribedBy(terms);
        JourneyTest.accepted(pay(prefill(JourneyTest.CASHIER, "userTask_collectFirstPayment")
                .path("dueBySigning")
                .asText()));
        return this;
    }

    Sale contractedBy(String terms) {
        paidBy(terms);
        JourneyTest.accepted(signContract(Map.of()));
        return this;
    }

    /** On file with the housing bureau: a sale with a loan waits for its bank now, any other for its checklist. */
    Sale filedBy(String terms) {
        contractedBy(terms);
        JourneyTest.accepted(fileContract("BA" + caseId));
        return this;
    }

    /** Signed; 300,000.00 of 1,000,000.00 are paid, 300,000.00 and 300,000.00 to come, 100,000.00 at handover in a year. */
    Sale inInstalments() {
        subscribedBy("INSTALMENTS");
        JourneyTest.accepted(pay("250000.00"));
        JourneyTest.accepted(
                signContract(Map.of("deliverOn", today().plusDays(400).toString())));
        return this;
    }

    /** Money for an instalment, as 收款登记 records it. */
    void receive(Ledger ledger, String amount) {
        test.identity.clearAuthentication();
        assertThat(ledger.register(
                        caseId,
                        new MoneyIn(
                                Item.INSTALMENT,
                                Money.of(amount),
                                PaymentMethod.TRANSFER,
                                person.name(),
                                "SN" + UUID.randomUUID(),
                                today()),
                        JourneyTest.CASHIER))
                .isInstanceOf(ReceiveOutcome.Received.class);
    }

    static Map<String, Object> line(String kind, String amount, LocalDate dueOn) {
        return Map.of("kind", kind, "amount", amount, "dueOn", dueOn.toString());
    }

    /** Everything a row of this sale says, but for what its readers only look at: equal before and after a refusal. */
    List<String> rows() {
        List<String> rows = new ArrayList<>();
        List.of(
                        "select c::text from sales.sales_cases c where id = ?",
                        "select s::text from sales.subscriptions s where case_id = ?",
                        "select k::text from sales.sales_contracts k where case_id = ? order by no",
                        "select m::text from sales.milestones m where case_id = ? order by id",
                        "select o::text from sales.unit_occupancy o where case_id = ?",
                        "select a::text from sales.accounts a where id = ?",
                        "select p::text from sales.payment_plans p where account_id = ? order by revision",
                        "select l::text from sales.ledger_acts l where account_id = ? order by seq",
                        "select h::text from sales.sale_changes h where case_id = ? order by changed_at")
                .forEach(query -> rows.addAll(test.jdbc.queryForList(query, String.class, caseId)));
        return rows;
    }

    Sale subscribed() {
        reserved();
        JourneyTest.accepted(subscribe(Map.of()));
        return this;
    }

    Answer pay(String amount) {
        return submit(JourneyTest.CASHIER, "userTask_collectFirstPayment", money(amount));
    }

    Sale paid() {
        subscribed();
        JourneyTest.accepted(pay("950000.00"));
        return this;
    }

    Answer signContract(Map<String, Object> more) {
        JsonNode prefill = prefill(consultant, "userTask_signContract");
        Map<String, Object> form = SaleForms.contract(prefill, today(), today().plusDays(60));
        form.putAll(more);
        return submit(consultant, "userTask_signContract", form);
    }

    Sale contracted() {
        paid();
        JourneyTest.accepted(signContract(Map.of()));
        return this;
    }

    Answer fileContract(String filingNo) {
        return submit(consultant, "userTask_fileContract", SaleForms.filing(filingNo, today()));
    }

    Sale filed() {
        contracted();
        JourneyTest.accepted(fileContract("BA" + caseId));
        return this;
    }

    Answer check(String userId, String... unticked) {
        return submit(userId, "userTask_checkDeal", Map.of("lines", ticked(userId, "userTask_checkDeal", unticked)));
    }

    Sale checked() {
        filed();
        JourneyTest.accepted(check(JourneyTest.MANAGER));
        return this;
    }

    Answer handOverPapers() {
        JsonNode prefill = prefill(JourneyTest.MARKETING, "userTask_handOverPapers");
        return submit(JourneyTest.MARKETING, "userTask_handOverPapers", SaleForms.papers(prefill, today()));
    }

    Answer handOverUnit() {
        return submit(JourneyTest.SERVICE, "userTask_handOverUnit", SaleForms.handover(today()));
    }

    Answer registerTitle() {
        return submit(JourneyTest.SERVICE, "userTask_registerTitle", SaleForms.title("产权" + instanceId, today()));
    }

    Sale woundUp() {
        checked();
        JourneyTest.accepted(handOverPapers());
        JourneyTest.accepted(handOverUnit());
        JourneyTest.accepted(registerTitle());
        return this;
    }

    Answer summarize() {
        JsonNode prefill = prefill(consultant, "userTask_writeSummary");
        return submit(consultant, "userTask_writeSummary", SaleForms.summary(prefill));
    }

    Answer overdue(Map<String, Object> form) {
        return submit(JourneyTest.MANAGER, "userTask_handleOverdue", form);
    }

    Answer rule(Map<String, Object> form) {
        return submit(JourneyTest.GENERAL_MANAGER, "userTask_ruleForfeit", form);
    }

    Answer refund(String amount) {
        Map<String, Object> form = new HashMap<>(money(amount));
        form.put("payee", form.remove("payer"));
        return submit(JourneyTest.CASHIER, "userTask_refund", form);
    }

    /** Takes the last payment back off the books, as the money page does it. */
    void reverseLastPayment(Ledger ledger) {
        UUID payment = test.jdbc.queryForObject(
                "select id from sales.payments where account_id = ? order by seq desc limit 1", UUID.class, caseId);
        assertThat(ledger.reverse(payment, "支票退票", JourneyTest.CASHIER))
                .isInstanceOf(cn.anchang.payment.ReverseOutcome.PaymentReversed.class);
    }

    private Map<String, Object> money(String amount) {
        return SaleForms.money(amount, person.name(), "SN" + UUID.randomUUID(), today());
    }

    private List<Map<String, Object>> ticked(String userId, String task, String... unticked) {
        List<Map<String, Object>> lines = new ArrayList<>();
        prefill(userId, task).path("lines").forEach(line -> {
            String code = line.path("code").asText();
            lines.add(Map.of("code", code, "ticked", !List.of(unticked).contains(code)));
        });
        return lines;
    }

    /** Claims the task if it is a department's, and hands the form in. */
    Answer submit(String userId, String taskKey, Map<String, Object> form) {
        TasklistSession session = test.at(userId);
        OpenTask task = session.taskOf(key(), taskKey);
        if (task.assignee() == null) {
            JourneyTest.accepted(session.claim(task.id()));
        }
        return session.submitForm(task.id(), form);
    }

    // ---- looks

    JsonNode card(String userId, String taskKey) {
        TasklistSession session = test.at(userId);
        Answer card = session.get("/api/tasks/" + session.taskOf(key(), taskKey).id() + "/card");
        JourneyTest.accepted(card);
        return card.json();
    }

    JsonNode prefill(String userId, String taskKey) {
        return card(userId, taskKey).path("prefill");
    }

    /** The open tasks of the case, whoever may see them. */
    List<String> openTasks() {
        test.identity.clearAuthentication();
        List<String> open = new ArrayList<>();
        instances()
                .forEach(instance -> test.runtime.getActiveActivityIds(instance.getId()).stream()
                        .filter(activity -> activity.startsWith("userTask_"))
                        .forEach(open::add));
        open.sort(null);
        return open;
    }

    /** How the sale ended in the diagram. */
    String endedAt() {
        return test.endOf(instanceId);
    }

    boolean isRunning() {
        return instance().getEndTime() == null;
    }

    private HistoricProcessInstance instance() {
        test.identity.clearAuthentication();
        return test.history
                .createHistoricProcessInstanceQuery()
                .processInstanceId(instanceId)
                .singleResult();
    }

    private List<ProcessInstance> instances() {
        return test.runtime
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(key())
                .list();
    }

    String state() {
        return test.jdbc.queryForObject("select state from sales.sales_cases where id = ?", String.class, caseId);
    }

    /** stage → whether it was left, in the order of entering; a second round is written stage/2. */
    Map<String, Boolean> milestones() {
        Map<String, Boolean> left = new LinkedHashMap<>();
        test.jdbc.query(
                "select stage, round, actual_to from sales.milestones where case_id = ? and actual_from is not null"
                        + " order by actual_from, round",
                row -> {
                    String name = row.getString(1) + (row.getInt(2) > 1 ? "/" + row.getInt(2) : "");
                    left.put(name, row.getTimestamp(3) != null);
                },
                caseId);
        return left;
    }

    List<String> notices() {
        return test.jdbc.queryForList(
                "select kind from sales.notices where case_id = ? order by noticed_at, kind", String.class, caseId);
    }

    int letters() {
        return test.jdbc.queryForObject(
                "select count(*) from sales.letters where about = ?", Integer.class, caseId.toString());
    }

    // ---- time

    /** Moves the clock and runs every timer of this case that has become due. */
    void after(Duration time) {
        test.clock.forward(time);
        runDue();
    }

    void runDue() {
        for (Job job = nextDue(); job != null; job = nextDue()) {
            test.identity.clearAuthentication();
            test.management.executeJob(job.getId());
        }
    }

    private Job nextDue() {
        test.identity.clearAuthentication();
        Date now = Date.from(test.clock.instant().plusMillis(1));
        return instances().stream()
                .flatMap(
                        instance -> test
                                .management
                                .createJobQuery()
                                .processInstanceId(instance.getId())
                                .duedateLowerThan(now)
                                .list()
                                .stream())
                .min(java.util.Comparator.comparing(Job::getDuedate))
                .orElse(null);
    }
}

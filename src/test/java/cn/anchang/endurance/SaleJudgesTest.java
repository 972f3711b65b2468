package cn.anchang.endurance;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anchang.testing.ApplicationTest;
import cn.anchang.testing.SaleForms;
import cn.anchang.testing.TasklistSession;
import cn.anchang.testing.TestClock;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** The judges find each fault that is planted, and nothing where none is. Faults are rolled back. */
@ApplicationTest
class SaleJudgesTest {

    @LocalServerPort
    int port;

    @Autowired
    JdbcTemplate database;

    @Autowired
    TransactionTemplate inTransaction;

    @Autowired
    TestClock clock;

    private static String caseId;

    /** One sale with its deposit paid, for all faults. */
    @BeforeEach
    void aSaleWithADeposit() {
        if (caseId != null) {
            return;
        }
        TasklistSession consultant = TasklistSession.of(port, "chen.xiao");
        TasklistSession cashier = TasklistSession.of(port, "qian.hui");
        String project = consultant
                .get("/api/reception/projects")
                .json()
                .path(0)
                .path("id")
                .asText();
        assertThat(consultant
                        .startForm("sales-case", SaleForms.visit(project, "评判客户", "13600009901"))
                        .isOk())
                .isTrue();
        String opened = database.queryForObject(
                "select c.id::text from sales.sales_cases c join sales.customers k on k.id = c.customer_id where k.phone = ?",
                String.class,
                "13600009901");
        submit(consultant, opened, "userTask_negotiate", SaleForms.intent());
        String choosing = consultant.taskOf(opened, "userTask_chooseUnit").id();
        JsonNode units =
                consultant.get("/api/tasks/" + choosing + "/units").json().path("units");
        submit(
                consultant,
                opened,
                "userTask_chooseUnit",
                SaleForms.choose(units.path(0).path("id").asText()));
        String collecting = cashier.taskOf(opened, "userTask_collectDeposit").id();
        cashier.claim(collecting);
        submit(
                cashier,
                opened,
                "userTask_collectDeposit",
                SaleForms.money("10000.00", "评判客户", "J1", LocalDate.now(clock)));
        caseId = opened;
    }

    private static void submit(TasklistSession person, String caseId, String taskKey, Object form) {
        TasklistSession.Answer answer =
                person.submitForm(person.taskOf(caseId, taskKey).id(), form);
        assertThat(answer.isOk()).as(taskKey + ": " + answer).isTrue();
    }

    @Test
    void aSoundSaleIsNotNamed() {
        String no =
                database.queryForObject("select no from sales.sales_cases where id::text = ?", String.class, caseId);
        assertThat(SaleJudges.violations(database))
                .noneMatch(violation -> violation.contains(no) || violation.contains(caseId));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        a unit has at most one occupant     | alter table sales.unit_occupancy drop constraint unit_occupancy_pkey; insert into sales.unit_occupancy select unit_id, gen_random_uuid(), consultant, since, until, list_price, floor_price from sales.unit_occupancy where case_id = '%s'
        a unit off the board has            | update sales.units set state = 'HELD' where id = (select id from sales.units where state = 'AVAILABLE' limit 1)
        an occupied unit belongs to a sale  | update sales.sales_cases set state = 'LOST', lost_reason = 'OTHER' where id = '%s'
        a sale on its way has one process   | update public.act_ru_execution set business_key_ = 'lost' where business_key_ = '%s'
        a process belongs to a sale         | update public.act_ru_execution set business_key_ = 'lost' where business_key_ = '%s'
        a sale on its way has an open step  | delete from public.act_ru_task where proc_inst_id_ in (select id_ from public.act_ru_execution where business_key_ = '%s')
        the open step fits the state        | update sales.sales_cases set state = 'FILED' where id = '%s'
        no job is stuck                     | update public.act_ru_job set retries_ = 0 where process_instance_id_ in (select id_ from public.act_ru_execution where business_key_ = '%s')
        receipts are numbered without a gap | update sales.receipts set number = number + 1000 where account_id = '%s'
        no payment is allocated beyond      | insert into sales.allocations (id, payment_id, instalment_id, amount, made_at) select gen_random_uuid(), id, gen_random_uuid(), amount + 1, now() from sales.payments where account_id = '%s'
        """)
    void aPlantedFaultIsFound(String sentence, String fault) {
        List<String> found = new ArrayList<>();
        inTransaction.executeWithoutResult(status -> {
            List<String> before = SaleJudges.violations(database);
            database.execute("set local session_replication_role = replica");
            for (String statement : fault.formatted(caseId).split(";")) {
                database.execute(statement);
            }
            found.addAll(SaleJudges.violations(database));
            found.removeAll(before);
            status.setRollbackOnly();
        });
        assertThat(found).anyMatch(violation -> violation.startsWith(sentence));
    }
}

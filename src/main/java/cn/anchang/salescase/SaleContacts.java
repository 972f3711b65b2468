package cn.anchang.salescase;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The contacts of many sales at once, without opening anybody's sealed numbers (R35). */
@Service
@Transactional(readOnly = true)
public class SaleContacts {

    private final JdbcClient database;

    SaleContacts(JdbcClient database) {
        this.database = database;
    }

    /** By case; a case that does not exist is not in it. */
    public Map<UUID, SaleContact> of(Collection<UUID> cases) {
        if (cases.isEmpty()) {
            return Map.of();
        }
        return database.sql("""
                        select c.id, c.no, c.project_id, c.project_name, c.unit_no, c.consultant, c.state, p.name, p.email, k.no as contract_no
                          from sales.sales_cases c
                          join sales.customers p on p.id = c.customer_id
                          left join sales.sales_contracts k on k.case_id = c.id and k.voided_on is null
                         where c.id in (:cases)""").param("cases", cases).query(SaleContacts::contact).list().stream()
                .collect(Collectors.toMap(SaleContact::caseId, Function.identity()));
    }

    private static SaleContact contact(ResultSet row, int number) throws SQLException {
        CaseState state = CaseState.valueOf(row.getString("state"));
        return new SaleContact(
                row.getObject("id", UUID.class),
                row.getString("no"),
                row.getObject("project_id", UUID.class),
                row.getString("project_name"),
                row.getString("unit_no"),
                row.getString("consultant"),
                row.getString("name"),
                row.getString("email"),
                row.getString("contract_no"),
                state == CaseState.FORFEITING || state == CaseState.UNDOING);
    }
}

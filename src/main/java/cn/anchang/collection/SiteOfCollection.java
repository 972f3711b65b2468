package cn.anchang.collection;

import cn.anchang.engine.TenantOfStart;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A call, arrears and a waiver belong to the site of the account that owes. The daily run looks at all sites and belongs to none. */
@Component
class SiteOfCollection implements TenantOfStart {

    private final JdbcClient database;

    SiteOfCollection(JdbcClient database) {
        this.database = database;
    }

    @Override
    public Set<String> processes() {
        return Set.of("payment-reminder", "payment-arrears", "late-fee-waiver");
    }

    @Override
    public Optional<UUID> by(StartForm form) {
        return Optional.empty();
    }

    @Override
    public Optional<UUID> by(UUID id) {
        return database.sql("""
                        select c.project_id from sales.sales_cases c where c.id in (
                               select account_id from sales.reminders where id = :id
                               union all select account_id from sales.arrears where id = :id
                               union all select r.account_id from sales.late_fee_waivers w
                                           join sales.arrears r on r.id = w.arrears_id where w.id = :id)""").param("id", id).query(UUID.class).optional();
    }
}

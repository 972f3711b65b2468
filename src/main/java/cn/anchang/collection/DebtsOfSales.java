package cn.anchang.collection;

import cn.anchang.engine.HandOvers;
import cn.anchang.salescase.SaleHandedOver;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a sale still owes is asked for by the consultant who carries it on. */
@Component
class DebtsOfSales {

    private final JdbcClient database;
    private final EntityManager entities;
    private final HandOvers handOvers;

    DebtsOfSales(JdbcClient database, EntityManager entities, HandOvers handOvers) {
        this.database = database;
        this.entities = entities;
        this.handOvers = handOvers;
    }

    @EventListener
    void on(SaleHandedOver handed) {
        entities.flush();
        database.sql("update sales.receivables set consultant = :to where account_id = :case")
                .param("to", handed.to())
                .param("case", handed.caseId())
                .update();
        List<String> asked = database.sql("""
                        select cast(id as text) from sales.arrears where account_id = :case and ended_at is null
                        union all
                        select cast(id as text) from sales.reminders where account_id = :case and state = 'CALL'""")
                .param("case", handed.caseId())
                .query(String.class)
                .list();
        asked.forEach(one -> handOvers.follow(one, handed.from(), handed.to()));
    }
}

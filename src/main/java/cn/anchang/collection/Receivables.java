package cn.anchang.collection;

import cn.anchang.payment.AccountMoved;
import jakarta.persistence.EntityManager;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** Keeps the table of what is owed: an account's lines are written anew in the transaction that moves it, whose lock nobody shares. */
@Component
class Receivables {

    private final JdbcClient database;
    private final EntityManager entities;

    Receivables(JdbcClient database, EntityManager entities) {
        this.database = database;
        this.entities = entities;
    }

    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    void on(AccountMoved moved) {
        entities.flush();
        write(moved.account());
    }

    private void write(UUID account) {
        database.sql("delete from sales.receivables where account_id = :account")
                .param("account", account)
                .update();
        database.sql("""
                        insert into sales.receivables (instalment_id, account_id, project_id, consultant, seq, kind, due_on,
                               amount, paid, paid_on)
                        select instalment_id, account_id, project_id, consultant, seq, kind, due_on, amount, paid, paid_on
                          from sales.receivables_by_the_ledger where account_id = :account""").param("account", account).update();
    }
}

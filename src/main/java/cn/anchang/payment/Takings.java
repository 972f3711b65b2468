package cn.anchang.payment;

import cn.anchang.shared.Money;
import cn.anchang.shared.Period;
import java.math.BigDecimal;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the ledger says of a project's money in a period, by the day it was paid (回款). Only confirmed money counts (R33); what was
 * reversed since counts nowhere.
 */
@Service
@Transactional(readOnly = true)
public class Takings {

    /** @param count sales whose first deposit money came in the period */
    public record Deposits(int count, Money money) {}

    private final JdbcClient jdbc;

    Takings(JdbcTemplate jdbc) {
        this.jdbc = JdbcClient.create(jdbc);
    }

    public Money received(UUID projectId, Period period) {
        return sum("""
                select coalesce(sum(payment.amount), 0)
                  from sales.payments payment
                  join sales.accounts account on account.id = payment.account_id
                  join sales.receipt_books book on book.id = account.book_id
                 where book.project_id = :project and payment.state = 'CONFIRMED' and payment.paid_on between :from and :to""", projectId, period);
    }

    public Money refunded(UUID projectId, Period period) {
        return sum("""
                select coalesce(sum(refund.amount), 0)
                  from sales.refunds refund
                  join sales.accounts account on account.id = refund.account_id
                  join sales.receipt_books book on book.id = account.book_id
                 where book.project_id = :project and refund.reversed_at is null and refund.paid_on between :from and :to""", projectId, period);
    }

    /** 定金. A deposit paid in two parts counts once, on the day of the first. */
    public Deposits deposits(UUID projectId, Period period) {
        return jdbc.sql("""
                        select count(*) filter (where first_on between :from and :to) as sales, coalesce(sum(money), 0) as money
                          from (select min(payment.paid_on) as first_on,
                                       sum(payment.amount) filter (where payment.paid_on between :from and :to) as money
                                  from sales.payments payment
                                  join sales.accounts account on account.id = payment.account_id
                                  join sales.receipt_books book on book.id = account.book_id
                                 where book.project_id = :project and payment.state = 'CONFIRMED' and payment.item = 'DEPOSIT'
                                 group by account.id) deposits""")
                .params(of(projectId, period))
                .query((row, n) -> new Deposits(row.getInt("sales"), Money.of(row.getBigDecimal("money"))))
                .single();
    }

    private Money sum(String sql, UUID projectId, Period period) {
        return Money.of(jdbc.sql(sql)
                .params(of(projectId, period))
                .query(BigDecimal.class)
                .single());
    }

    private static Map<String, Object> of(UUID projectId, Period period) {
        return Map.of("project", projectId, "from", period.from(), "to", period.to());
    }
}

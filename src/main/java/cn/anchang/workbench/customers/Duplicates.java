package cn.anchang.workbench.customers;

import cn.anchang.customer.CustomerState;
import cn.anchang.shared.Masked;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Pairs of customers who may be one: the same number of papers; the same name with a phone that differs at its end or at its begin; or
 * one is named with their phone among the other's co-buyers. Whoever was said to be two people is not proposed again.
 */
@Service
@Transactional(readOnly = true)
class Duplicates {

    static final int SHOWN = 50;

    /** Why two rows may be one customer, the surest first. */
    enum Why {
        SAME_PAPERS,
        SAME_NAME,
        CO_BUYER
    }

    /** One of a pair, the phone masked (R35). */
    record Side(
            UUID id, String no, String name, String maskedPhone, CustomerState state, String owner, Instant since) {}

    record Pair(Side one, Side other, List<Why> reasons) {}

    private static final String PAIRS = """
            with pairs as (
                select a.id as one, b.id as other, 'SAME_PAPERS' as why
                  from sales.customers a
                  join sales.customers b on b.id_no_digest = a.id_no_digest and b.state <> 'MERGED' and a.id < b.id
                 where a.id_no_digest is not null and a.state <> 'MERGED'
                union
                select a.id, b.id, 'SAME_NAME'
                  from (select name, right(phone, 4) as ending from sales.customers where state <> 'MERGED'
                         group by name, right(phone, 4) having count(*) > 1) alike
                  join sales.customers a on a.name = alike.name and right(a.phone, 4) = alike.ending and a.state <> 'MERGED'
                  join sales.customers b on b.name = alike.name and right(b.phone, 4) = alike.ending and b.state <> 'MERGED'
                   and a.id < b.id
                union
                select a.id, b.id, 'SAME_NAME'
                  from (select name, left(phone, 8) as beginning from sales.customers where state <> 'MERGED'
                         group by name, left(phone, 8) having count(*) > 1) alike
                  join sales.customers a on a.name = alike.name and left(a.phone, 8) = alike.beginning and a.state <> 'MERGED'
                  join sales.customers b on b.name = alike.name and left(b.phone, 8) = alike.beginning and b.state <> 'MERGED'
                   and a.id < b.id
                union
                select least(a.id, b.id), greatest(a.id, b.id), 'CO_BUYER' from sales.customers a
                  cross join lateral regexp_matches(a.co_buyers, '1[3-9][0-9]{9}', 'g') as named
                  join sales.customers b on b.phone = named[1] and b.id <> a.id and b.state <> 'MERGED'
                 where a.co_buyers is not null and a.state <> 'MERGED')
            select p.whys, a.id as a_id, a.no as a_no, a.name as a_name, a.phone as a_phone, a.state as a_state, a.owner as a_owner,
                   a.created_at as a_since, b.id as b_id, b.no as b_no, b.name as b_name, b.phone as b_phone, b.state as b_state,
                   b.owner as b_owner, b.created_at as b_since
              from (select one, other, string_agg(why, ',') as whys, max(why) as surest from pairs
                     where not exists (select 1 from sales.customers_apart x where x.one = pairs.one and x.other = pairs.other)
                     group by one, other) p
              join sales.customers a on a.id = p.one
              join sales.customers b on b.id = p.other
             order by p.surest desc, a.name, a.no, b.no
             limit :most""";

    private final JdbcClient database;

    Duplicates(JdbcClient database) {
        this.database = database;
    }

    List<Pair> pairs() {
        return database.sql(PAIRS).param("most", SHOWN).query(Duplicates::pair).list();
    }

    private static Pair pair(ResultSet row, int number) throws SQLException {
        return new Pair(
                side(row, "a_"),
                side(row, "b_"),
                Arrays.stream(row.getString("whys").split(","))
                        .map(Why::valueOf)
                        .sorted()
                        .toList());
    }

    private static Side side(ResultSet row, String prefix) throws SQLException {
        return new Side(
                row.getObject(prefix + "id", UUID.class),
                row.getString(prefix + "no"),
                row.getString(prefix + "name"),
                Masked.phone(row.getString(prefix + "phone")),
                CustomerState.valueOf(row.getString(prefix + "state")),
                row.getString(prefix + "owner"),
                CustomerList.moment(row, prefix + "since"));
    }
}

package cn.anchang.salescase;

import cn.anchang.organization.Sites;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who has or had sales: what a list of sales, money or stages can be narrowed to. */
@Component
public class Consultants {

    private final JdbcClient database;

    Consultants(JdbcTemplate jdbc) {
        this.database = JdbcClient.create(jdbc);
    }

    /**
     * From one to the next along the index, however many sales each has.
     *
     * @param closed the projects not to be seen: who sells only there is left out
     * @return user ids
     */
    @Transactional(readOnly = true)
    public List<String> besides(Set<UUID> closed) {
        return database.sql("""
                        with recursive each as (
                            (select consultant from sales.sales_cases order by consultant limit 1)
                            union all
                            select (select c.consultant from sales.sales_cases c where c.consultant > each.consultant
                                     order by c.consultant limit 1)
                              from each where each.consultant is not null)
                        select consultant from each
                         where exists (select 1 from sales.sales_cases c where c.consultant = each.consultant
                                          and c.project_id <> all(cast(:closed as uuid[])))
                         order by consultant""")
                .param("closed", Sites.listed(closed))
                .query(String.class)
                .list();
    }
}

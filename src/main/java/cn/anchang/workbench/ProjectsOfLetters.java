package cn.anchang.workbench;

import cn.anchang.mail.LetterProjects;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Letters are about sales, documents, plans and reports, by their ids. */
@Component
class ProjectsOfLetters implements LetterProjects {

    private final JdbcClient database;

    ProjectsOfLetters(JdbcClient database) {
        this.database = database;
    }

    @Override
    public Map<String, UUID> of(Set<String> abouts) {
        return abouts.isEmpty()
                ? Map.of()
                : database
                        .sql("""
                        select cast(id as text) as about, project_id from (
                            select id, project_id from sales.sales_cases
                            union all select id, project_id from sales.controlled_documents
                            union all select id, project_id from sales.promotion_plans
                            union all select id, project_id from sales.sales_reports) known
                         where project_id is not null and id in (:abouts)""")
                        .param("abouts", ids(abouts))
                        .query((row, number) ->
                                Map.entry(row.getString("about"), row.getObject("project_id", UUID.class)))
                        .stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one));
    }

    private static Set<UUID> ids(Set<String> abouts) {
        return abouts.stream()
                .filter(about -> about.length() == 36)
                .map(UUID::fromString)
                .collect(Collectors.toSet());
    }
}

package cn.anchang.marketing;

import cn.anchang.customer.VisitFigures;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** From which day on each site reports: from its first visitor on, and never from before reports were kept here. */
@Component
class ReportSites {

    private final JdbcClient jdbc;
    private final VisitFigures visits;

    ReportSites(JdbcTemplate jdbc, VisitFigures visits) {
        this.jdbc = JdbcClient.create(jdbc);
        this.visits = visits;
    }

    /** Empty as long as nobody has been there. */
    Optional<LocalDate> reportsSince(UUID projectId) {
        Optional<LocalDate> known = known(projectId);
        if (known.isPresent()) {
            return known;
        }
        Optional<LocalDate> first = visits.firstDay(projectId);
        first.ifPresent(day ->
                jdbc.sql("""
                        insert into sales.report_sites (project_id, starts_on)
                        select :project, greatest(:first, installed_on) from sales.report_beginning
                        on conflict do nothing""").param("project", projectId).param("first", day).update());
        return first.flatMap(day -> known(projectId));
    }

    private Optional<LocalDate> known(UUID projectId) {
        return jdbc.sql("select starts_on from sales.report_sites where project_id = :project")
                .param("project", projectId)
                .query(LocalDate.class)
                .optional();
    }
}

package cn.anchang.marketing;

import cn.anchang.shared.Period;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The sales reports. */
interface SalesReports extends Repository<SalesReport, UUID> {

    Optional<SalesReport> findById(UUID id);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select report from SalesReport report where report.id = :id")
    Optional<SalesReport> locked(UUID id);

    Optional<SalesReport> findByDocumentId(UUID documentId);

    /** The one that counts. */
    Optional<SalesReport> findByProjectIdAndKindAndFromDayAndRejectedFalse(
            UUID projectId, ReportKind kind, LocalDate fromDay);

    boolean existsByProjectIdAndKindAndFromDayAndRejectedTrue(UUID projectId, ReportKind kind, LocalDate fromDay);

    /** Their ids, those of the earliest periods first. */
    @Query("""
            select report.id from SalesReport report
             where report.toDay >= :day and report.submittedVersion is not null and not report.rejected
             order by report.toDay, report.id""")
    List<UUID> submittedSince(LocalDate day);

    /** @return 0 when there is one that counts for this site and period: two nodes, or a run repeated, open nothing twice */
    @Modifying(flushAutomatically = true, clearAutomatically = true)
    @Query(value = """
                    insert into sales.sales_reports (id, project_id, kind, from_day, to_day, title, opened_at, opened_by, due_at,
                        deferred, version)
                    values (:id, :projectId, :kind, :fromDay, :toDay, :title, :openedAt, :openedBy, :dueAt, :deferred, 0)
                    on conflict (project_id, kind, from_day) where not rejected do nothing""", nativeQuery = true)
    int open(
            UUID id,
            UUID projectId,
            String kind,
            LocalDate fromDay,
            LocalDate toDay,
            String title,
            Instant openedAt,
            String openedBy,
            Instant dueAt,
            boolean deferred);

    /** Rejected ones aside. */
    default Optional<SalesReport> of(UUID projectId, ReportKind kind, Period period) {
        return findByProjectIdAndKindAndFromDayAndRejectedFalse(projectId, kind, period.from());
    }
}

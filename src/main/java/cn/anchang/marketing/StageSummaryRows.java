package cn.anchang.marketing;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface StageSummaryRows extends JpaRepository<StageSummary, UUID> {

    Optional<StageSummary> findByDocumentId(UUID documentId);

    /** The one account of these days of the project that is not rejected. */
    @Query("select s from StageSummary s where s.projectId = :project and s.fromDay = :from and s.toDay = :to"
            + " and s.state <> cn.anchang.marketing.SummaryState.REJECTED")
    Optional<StageSummary> about(UUID project, LocalDate from, LocalDate to);

    /** Until the transaction ends nobody else opens a summary of this project. */
    @Query(
            nativeQuery = true,
            value = "select cast(pg_advisory_xact_lock(hashtextextended('summary ' || :project, 0)) as text)")
    String oneAtATime(String project);
}

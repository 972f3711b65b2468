package cn.anchang.marketing;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A number of a submitted report that the rows say differently by now. It is told in the next report, once. */
@Entity
@Table(name = "report_corrections")
class ReportCorrection {

    @Id
    private UUID id;

    @Column(updatable = false)
    private UUID reportId;

    @Column(updatable = false)
    private UUID versionId;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private ReportMetric metric;

    @Column(updatable = false)
    private String was;

    @Column(updatable = false)
    private String became;

    @Column(updatable = false)
    private Instant noticedAt;

    private UUID reportedIn;

    protected ReportCorrection() {}

    ReportCorrection(UUID reportId, UUID versionId, ReportMetric metric, String was, String became, Instant noticedAt) {
        this.id = UUID.randomUUID();
        this.reportId = reportId;
        this.versionId = versionId;
        this.metric = metric;
        this.was = was;
        this.became = became;
        this.noticedAt = noticedAt;
    }

    void isReportedIn(UUID report) {
        reportedIn = report;
    }

    UUID id() {
        return id;
    }

    UUID reportId() {
        return reportId;
    }

    ReportMetric metric() {
        return metric;
    }

    String was() {
        return was;
    }

    String became() {
        return became;
    }

    Instant noticedAt() {
        return noticedAt;
    }
}

package cn.anchang.marketing;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Corrections of submitted reports; kept for good. */
interface ReportCorrections extends Repository<ReportCorrection, UUID> {

    ReportCorrection save(ReportCorrection correction);

    List<ReportCorrection> findByReportIdOrderByNoticedAt(UUID reportId);

    /** Those of one version, the earliest first: the last of a metric is what is known of it. */
    List<ReportCorrection> findByVersionIdOrderByNoticedAt(UUID versionId);

    /** What no report before this one has told, of a site's reports of one kind. Rejected ones neither tell nor are told of. */
    @Query("""
            select correction from ReportCorrection correction, SalesReport report
             where report.id = correction.reportId and report.projectId = :projectId and report.kind = :kind
               and report.id <> :reportId and not report.rejected
               and (correction.reportedIn is null or correction.reportedIn = :reportId or correction.reportedIn in
                   (select teller.id from SalesReport teller where teller.rejected))
             order by correction.noticedAt""")
    List<ReportCorrection> toTellIn(UUID reportId, UUID projectId, ReportKind kind);

    @Query("select correction from ReportCorrection correction where correction.id in :ids")
    List<ReportCorrection> findByIdIn(List<UUID> ids);
}

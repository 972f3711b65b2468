package cn.anchang.marketing;

import cn.anchang.approval.Documents;
import cn.anchang.inventory.ProjectView;
import cn.anchang.inventory.UnitCatalogue;
import cn.anchang.shared.Period;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is done for the reports of all sites each night; doing it twice, or after a week, comes to the same. */
@Service
@Transactional
public class ReportSchedule {

    private final SalesReports reports;
    private final ReportCorrections corrections;
    private final ReportDesk desk;
    private final ReportSites sites;
    private final ReportRhythm rhythm;
    private final ReportProcess process;
    private final SiteFigures figures;
    private final Documents documents;
    private final UnitCatalogue catalogue;
    private final Clock clock;

    ReportSchedule(
            SalesReports reports,
            ReportCorrections corrections,
            ReportDesk desk,
            ReportSites sites,
            ReportRhythm rhythm,
            ReportProcess process,
            SiteFigures figures,
            Documents documents,
            UnitCatalogue catalogue,
            Clock clock) {
        this.reports = reports;
        this.corrections = corrections;
        this.desk = desk;
        this.sites = sites;
        this.rhythm = rhythm;
        this.process = process;
        this.figures = figures;
        this.documents = documents;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /** When the timer fires: see {@link ReportRhythm#cycle()}. */
    @Transactional(readOnly = true)
    public String cycle() {
        return rhythm.cycle();
    }

    /**
     * Holds the numbers of submitted reports against the rows as they are now. What differs from what is known becomes a line of its
     * own, once; the report itself stays.
     *
     * @return how many lines were added
     */
    public int checkCorrections() {
        int noticed = 0;
        for (UUID submitted : reports.submittedSince(rhythm.watchedSince())) {
            noticed += check(submitted);
        }
        return noticed;
    }

    private int check(UUID reportId) {
        SalesReport report = reports.locked(reportId).orElseThrow();
        UUID version = report.submittedVersion();
        Figures reported = documents.content(version, ReportContent.class).figures();
        Figures now = figures.of(report.projectId(), report.period());
        Map<ReportMetric, String> known = new EnumMap<>(ReportMetric.class);
        corrections
                .findByVersionIdOrderByNoticedAt(version)
                .forEach(correction -> known.put(correction.metric(), correction.became()));
        Instant at = clock.instant();
        int noticed = 0;
        for (ReportMetric metric : ReportMetric.values()) {
            String was = known.getOrDefault(metric, ReportWords.kept(metric.of(reported)));
            String became = ReportWords.kept(metric.of(now));
            if (!was.equals(became)) {
                corrections.save(new ReportCorrection(report.id(), version, metric, was, became, at));
                noticed++;
            }
        }
        return noticed;
    }

    /**
     * Opens, for each site at work, every report whose period has ended and which is not there.
     *
     * @return how many were opened
     */
    public int openEnded() {
        int opened = 0;
        for (ProjectView project : catalogue.projects()) {
            Optional<LocalDate> since = sites.reportsSince(project.id());
            for (ReportKind kind : since.isPresent() ? List.of(ReportKind.values()) : List.<ReportKind>of()) {
                for (Period period : rhythm.ended(kind, since.get())) {
                    Optional<UUID> report = desk.open(project, kind, period, null);
                    report.ifPresent(process::periodEnded);
                    opened += report.isPresent() ? 1 : 0;
                }
            }
        }
        return opened;
    }
}

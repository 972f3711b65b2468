package cn.anchang.workbench.sale;

import cn.anchang.salescase.Milestone;
import cn.anchang.salescase.Stage;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The stages of a sale as bars along the days: what was planned, and what it became. Places are parts of a thousand of the whole.
 *
 * @param today where today's line stands, or null for a sale that is over
 */
record StageChart(LocalDate from, LocalDate to, Integer today, List<Line> lines) {

    private static final int WHOLE = 1_000;
    private static final int THINNEST = 8;
    private static final int FAR_DAYS = 60;

    /** One stage; entered again, it has a bar for each time. */
    record Line(Stage stage, List<Bar> bars) {}

    /** How a stage stands. */
    enum Standing {
        PLANNED,
        RUNNING,
        DONE,
        LATE
    }

    /**
     * @param plan its planned days, or null
     * @param actual its actual days, or null while it has not begun
     */
    record Bar(
            Standing standing,
            Span plan,
            Span actual,
            LocalDate plannedFrom,
            LocalDate plannedTo,
            LocalDate actualFrom,
            LocalDate actualTo) {}

    /** Part of the width. */
    record Span(int at, int width) {}

    static StageChart of(List<Milestone> milestones, boolean closed, Clock clock, ZoneId zone) {
        Instant now = clock.instant();
        LocalDate today = LocalDate.now(clock);
        LocalDate horizon = horizon(milestones, today, zone);
        List<LocalDate> days = milestones.stream()
                .flatMap(one -> Stream.of(
                        one.plannedFrom(), one.plannedTo(), day(one.actualFrom(), zone), day(one.actualTo(), zone)))
                .filter(day -> day != null && !day.isAfter(horizon))
                .toList();
        LocalDate first = days.stream().min(Comparator.naturalOrder()).orElse(today);
        LocalDate latest = days.stream().max(Comparator.naturalOrder()).orElse(today);
        LocalDate last = (!closed && today.isAfter(latest) ? today : latest).plusDays(1);
        Map<Stage, List<Bar>> lines = new TreeMap<>();
        for (Milestone one : milestones) {
            LocalDate begun = day(one.actualFrom(), zone);
            LocalDate ended = day(one.actualTo(), zone);
            lines.computeIfAbsent(one.stage(), stage -> new ArrayList<>())
                    .add(new Bar(
                            standing(one, now, zone),
                            one.plannedTo() == null || one.plannedTo().isAfter(horizon)
                                    ? null
                                    : span(
                                            first,
                                            last,
                                            one.plannedFrom() == null ? one.plannedTo() : one.plannedFrom(),
                                            one.plannedTo()),
                            begun == null ? null : span(first, last, begun, ended == null ? today : ended),
                            one.plannedFrom(),
                            one.plannedTo(),
                            begun,
                            ended));
        }
        return new StageChart(
                first,
                last.minusDays(1),
                closed ? null : place(first, last, today),
                lines.entrySet().stream()
                        .map(line -> new Line(line.getKey(), line.getValue()))
                        .toList());
    }

    /** What is planned for a day far off, as a handover in two years, is said beside the chart: drawn, it would crush all the rest. */
    private static LocalDate horizon(List<Milestone> milestones, LocalDate today, ZoneId zone) {
        return milestones.stream()
                .filter(one -> one.actualFrom() != null)
                .flatMap(one -> Stream.of(one.plannedTo(), day(one.actualTo(), zone)))
                .filter(Objects::nonNull)
                .reduce(today, (one, other) -> one.isAfter(other) ? one : other)
                .plusDays(FAR_DAYS);
    }

    private static Standing standing(Milestone one, Instant now, ZoneId zone) {
        if (one.actualFrom() == null) {
            return Standing.PLANNED;
        }
        if (one.isLate(now, zone)) {
            return Standing.LATE;
        }
        return one.isOpen() ? Standing.RUNNING : Standing.DONE;
    }

    private static Span span(LocalDate first, LocalDate last, LocalDate from, LocalDate to) {
        int at = place(first, last, from);
        int end = place(first, last, (to.isBefore(from) ? from : to).plusDays(1));
        int width = Math.max(THINNEST, end - at);
        return new Span(Math.max(0, Math.min(at, WHOLE - width)), width);
    }

    private static int place(LocalDate first, LocalDate last, LocalDate day) {
        long whole = Math.max(1, ChronoUnit.DAYS.between(first, last));
        long part = Math.max(0, Math.min(whole, ChronoUnit.DAYS.between(first, day)));
        return (int) (part * WHOLE / whole);
    }

    private static LocalDate day(Instant moment, ZoneId zone) {
        return moment == null ? null : LocalDate.ofInstant(moment, zone);
    }
}

package cn.anchang.marketing;

import cn.anchang.shared.Money;
import cn.anchang.shared.Period;
import cn.anchang.shared.Sentences;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.temporal.IsoFields;
import java.time.temporal.WeekFields;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** What sales reports call their periods and numbers. */
@Component
class ReportWords {

    private final Sentences sentences;

    ReportWords(Sentences sentences) {
        this.sentences = sentences;
    }

    /** 云栖花园 2026年11月22日 日总结与计划. */
    String title(String project, ReportKind kind, Period period) {
        return sentences.text("report.title", project, period(kind, period), sentences.name(kind));
    }

    String period(ReportKind kind, Period period) {
        return switch (kind) {
            case DAY -> sentences.shown(period.from());
            case WEEK ->
                sentences.text(
                        "report.week",
                        period.from().get(IsoFields.WEEK_BASED_YEAR),
                        period.from().get(WeekFields.ISO.weekOfWeekBasedYear()),
                        "%d月%d日"
                                .formatted(
                                        period.from().getMonthValue(),
                                        period.from().getDayOfMonth()),
                        "%d月%d日"
                                .formatted(
                                        period.to().getMonthValue(), period.to().getDayOfMonth()));
            case MONTH ->
                sentences.text(
                        "report.month", period.from().getYear(), period.from().getMonthValue());
        };
    }

    String text(String key, Object... arguments) {
        return sentences.text("report." + key, arguments);
    }

    String shown(Object value) {
        return sentences.shown(value);
    }

    /** A number of {@link ReportMetric}, as it is kept in a correction. */
    static String kept(Object number) {
        return number.toString();
    }

    /** A kept number as people read it: money with separators. */
    String read(String kept) {
        return kept.contains(".") ? Money.of(kept).formatted() : kept;
    }

    /** 40 分钟, 4 小时 15 分钟; from a day on whole hours: 3 天 2 小时. */
    String span(int minutes) {
        int days = minutes / 1440;
        int hours = minutes / 60 % 24;
        List<String> parts = new ArrayList<>();
        if (days > 0) {
            parts.add(text("span.days", days));
        }
        if (hours > 0) {
            parts.add(text("span.hours", hours));
        }
        if (days == 0 && minutes % 60 > 0) {
            parts.add(text("span.minutes", minutes % 60));
        }
        return String.join(" ", parts);
    }

    String area(BigDecimal area) {
        return area.setScale(2, RoundingMode.HALF_UP).toPlainString();
    }

    /** Rounded half up to a whole per cent; nothing was planned, so nothing can be said. */
    String share(BigDecimal actual, BigDecimal planned) {
        return planned.signum() == 0
                ? text("noShare")
                : actual.multiply(BigDecimal.valueOf(100)).divide(planned, 0, RoundingMode.HALF_UP) + "%";
    }
}

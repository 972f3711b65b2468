package cn.anchang.report;

import cn.anchang.customer.Channel;
import cn.anchang.shared.Period;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;

/**
 * Whose way is looked at: the sales opened by a visit of these days; null asks for all.
 *
 * @param closed projects the asking person does not see
 * @param layout or {@link #NONE} for sales without a unit, as is building
 */
public record FunnelFilter(
        LocalDate from,
        LocalDate to,
        UUID project,
        Set<UUID> closed,
        String consultant,
        Channel channel,
        String layout,
        String building) {

    /** No unit is chosen, or it was given up. */
    public static final String NONE = "-";

    private static final LocalDate FIRST = LocalDate.of(1970, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2199, 12, 31);
    private static final int LONGEST = 60;

    public FunnelFilter {
        from = within(from, FIRST);
        to = within(to, LAST);
        closed = Set.copyOf(closed);
        consultant = clean(consultant);
        layout = clean(layout);
        building = clean(building);
    }

    private static LocalDate within(LocalDate day, LocalDate otherwise) {
        return day == null ? otherwise : day.isBefore(FIRST) ? FIRST : day.isAfter(LAST) ? LAST : day;
    }

    private static String clean(String said) {
        String clean = said == null ? "" : said.replace("\0", "").strip();
        return clean.isEmpty() ? null : clean.substring(0, Math.min(LONGEST, clean.length()));
    }

    /** Whether the days are the wrong way round, so that nobody can be meant. */
    public boolean isEmpty() {
        return to.isBefore(from);
    }

    /** @throws IllegalArgumentException when {@link #isEmpty} */
    Period period() {
        return new Period(from, to);
    }
}

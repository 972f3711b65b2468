package cn.anchang.marketing;

import cn.anchang.approval.Attachment;
import cn.anchang.customer.Channel;
import cn.anchang.shared.Money;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a promotion plan says. A draft may still lack anything.
 * Each line has a key that stays the same through all revisions.
 *
 * @param stage what the stage is called, e.g. 蓄客期
 * @param conclusions what the stage before taught, or what the revision is for
 */
public record PlanContent(
        String stage,
        LocalDate startsOn,
        LocalDate endsOn,
        String conclusions,
        String goals,
        Integer visits,
        Integer subscriptions,
        Integer contracts,
        Money receipts,
        Money budget,
        List<Activity> activities,
        List<Packaging> packaging,
        List<PriceAction> priceActions,
        List<ShowFlatChange> showFlatChanges,
        List<ConstructionAsk> constructionAsks,
        List<Supplier> suppliers,
        List<Attachment> attachments) {

    public PlanContent {
        activities = listed(activities);
        packaging = listed(packaging);
        priceActions = listed(priceActions);
        showFlatChanges = listed(showFlatChanges);
        constructionAsks = listed(constructionAsks);
        suppliers = listed(suppliers);
        attachments = listed(attachments);
    }

    /** One line of a plan, known by its key. */
    public sealed interface Line permits Activity, Packaging, PriceAction, ShowFlatChange, ConstructionAsk, Supplier {

        String key();

        /** The line of a stage summary this one came from, or null. */
        String proposalKey();

        /** What the line is about, in its own words. */
        String says();
    }

    /** @param owner the user id of whoever carries it out */
    public record Activity(
            String key,
            String proposalKey,
            String title,
            Channel channel,
            LocalDate startsOn,
            LocalDate endsOn,
            Money cost,
            String owner,
            String note)
            implements Line {

        @Override
        public String says() {
            return title;
        }
    }

    /** 包装: how the site and its material look. */
    public record Packaging(String key, String proposalKey, String what, String detail) implements Line {

        @Override
        public String says() {
            return what;
        }
    }

    public record PriceAction(String key, String proposalKey, String scope, String action, LocalDate from)
            implements Line {

        @Override
        public String says() {
            return action;
        }
    }

    /** 示范单位调整, for 设计部. */
    public record ShowFlatChange(String key, String proposalKey, String place, String what, LocalDate by)
            implements Line {

        @Override
        public String says() {
            return place == null ? what : place + "：" + what;
        }
    }

    /** 工程配合, for 项目部. */
    public record ConstructionAsk(String key, String proposalKey, String what, LocalDate by, String note)
            implements Line {

        @Override
        public String says() {
            return what;
        }
    }

    public record Supplier(String key, String proposalKey, String name, String service, Money fee) implements Line {

        @Override
        public String says() {
            return name;
        }
    }

    /** What all of it costs: the activities and the suppliers' fees. */
    public Money planned() {
        return Money.sum(Stream.concat(
                        activities.stream().map(Activity::cost),
                        suppliers.stream().map(Supplier::fee))
                .filter(Objects::nonNull)
                .toList());
    }

    /** What the suppliers are to get. */
    public Money fees() {
        return Money.sum(
                suppliers.stream().map(Supplier::fee).filter(Objects::nonNull).toList());
    }

    /** By how much the plan costs more than its budget; zero when it does not. */
    public Money overrun() {
        Money over = planned().minus(budget == null ? Money.ZERO : budget);
        return over.isPositive() ? over : Money.ZERO;
    }

    /** The line of this key, in whichever list. */
    public Optional<Line> line(String key) {
        return lines().filter(line -> line.key().equals(key)).findFirst();
    }

    public Stream<Line> lines() {
        return Stream.of(activities, packaging, priceActions, showFlatChanges, constructionAsks, suppliers)
                .flatMap(Collection::stream);
    }

    private static <T> List<T> listed(List<T> lines) {
        return lines == null ? List.of() : List.copyOf(lines);
    }
}

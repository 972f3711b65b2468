package cn.anchang.marketing;

import cn.anchang.marketing.PlanOutcome.PlanActivityBackwards;
import cn.anchang.marketing.PlanOutcome.PlanAmountNegative;
import cn.anchang.marketing.PlanOutcome.PlanAmountTooLarge;
import cn.anchang.marketing.PlanOutcome.PlanDayOutsideStage;
import cn.anchang.marketing.PlanOutcome.PlanIncomplete;
import cn.anchang.marketing.PlanOutcome.PlanLineTwice;
import cn.anchang.marketing.PlanOutcome.PlanOwnerUnknown;
import cn.anchang.marketing.PlanOutcome.PlanStageBackwards;
import cn.anchang.shared.Money;
import cn.anchang.shared.Sentences;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** What a plan must say before it is put before its approvers. Costing more than its budget is no fault: it is shown everywhere. */
final class PlanChecks {

    /** What a column of money holds. */
    static final Money MOST = Money.of("999999999999.99");

    private final PlanContent content;
    private final Sentences sentences;
    private final Predicate<String> mayOwn;

    /** @param mayOwn whether an activity can be carried out by this person */
    PlanChecks(PlanContent content, Sentences sentences, Predicate<String> mayOwn) {
        this.content = content;
        this.sentences = sentences;
        this.mayOwn = mayOwn;
    }

    /** The first thing that is wrong. */
    Optional<PlanOutcome> problem() {
        return missing()
                .or(this::twice)
                .or(this::amounts)
                .or(this::stage)
                .or(this::activities)
                .or(this::days);
    }

    private Optional<PlanOutcome> missing() {
        List<String> missing = new ArrayList<>();
        need(missing, content.stage(), "stage");
        need(missing, content.startsOn(), "startsOn");
        need(missing, content.endsOn(), "endsOn");
        need(missing, content.goals(), "goals");
        need(missing, content.budget(), "budget");
        int n = 0;
        for (PlanContent.Activity line : content.activities()) {
            n++;
            needIn(missing, "activities", n, line.title(), "activity.title");
            needIn(missing, "activities", n, line.channel(), "activity.channel");
            needIn(missing, "activities", n, line.startsOn(), "activity.startsOn");
            needIn(missing, "activities", n, line.endsOn(), "activity.endsOn");
            needIn(missing, "activities", n, line.cost(), "activity.cost");
            needIn(missing, "activities", n, line.owner(), "activity.owner");
        }
        n = 0;
        for (PlanContent.Packaging line : content.packaging()) {
            needIn(missing, "packaging", ++n, line.what(), "packaging.what");
        }
        n = 0;
        for (PlanContent.PriceAction line : content.priceActions()) {
            n++;
            needIn(missing, "priceActions", n, line.scope(), "price.scope");
            needIn(missing, "priceActions", n, line.action(), "price.action");
        }
        n = 0;
        for (PlanContent.ShowFlatChange line : content.showFlatChanges()) {
            n++;
            needIn(missing, "showFlatChanges", n, line.place(), "showFlat.place");
            needIn(missing, "showFlatChanges", n, line.what(), "showFlat.what");
            needIn(missing, "showFlatChanges", n, line.by(), "showFlat.by");
        }
        n = 0;
        for (PlanContent.ConstructionAsk line : content.constructionAsks()) {
            n++;
            needIn(missing, "constructionAsks", n, line.what(), "construction.what");
            needIn(missing, "constructionAsks", n, line.by(), "construction.by");
        }
        n = 0;
        for (PlanContent.Supplier line : content.suppliers()) {
            n++;
            needIn(missing, "suppliers", n, line.name(), "supplier.name");
            needIn(missing, "suppliers", n, line.service(), "supplier.service");
            needIn(missing, "suppliers", n, line.fee(), "supplier.fee");
        }
        return missing.isEmpty() ? Optional.empty() : Optional.of(new PlanIncomplete(missing));
    }

    private void need(List<String> missing, Object value, String field) {
        if (isBlank(value)) {
            missing.add(sentences.text("plan." + field));
        }
    }

    private void needIn(List<String> missing, String list, int number, Object value, String field) {
        if (isBlank(value)) {
            missing.add(sentences.text(
                    "plan.fieldOfLine", sentences.text("plan." + list), number, sentences.text("plan." + field)));
        }
    }

    private static boolean isBlank(Object value) {
        return value == null || value instanceof String text && text.isBlank();
    }

    private Optional<PlanOutcome> twice() {
        Set<String> keys = new HashSet<>();
        return content.lines()
                .filter(line -> !keys.add(line.key()))
                .findFirst()
                .map(line -> new PlanLineTwice(line.says()));
    }

    private Optional<PlanOutcome> amounts() {
        Map<String, Integer> counts = new LinkedHashMap<>();
        counts.put("visits", content.visits());
        counts.put("subscriptions", content.subscriptions());
        counts.put("contracts", content.contracts());
        for (Map.Entry<String, Integer> count : counts.entrySet()) {
            if (count.getValue() != null && count.getValue() < 0) {
                return Optional.of(new PlanAmountNegative(sentences.text("plan." + count.getKey())));
            }
        }
        return amount(content.receipts(), sentences.text("plan.receipts"))
                .or(() -> amount(content.budget(), sentences.text("plan.budget")))
                .or(() -> content.activities().stream()
                        .flatMap(line -> amount(line.cost(), line.title()).stream())
                        .findFirst())
                .or(() -> content.suppliers().stream()
                        .flatMap(line -> amount(line.fee(), line.name()).stream())
                        .findFirst())
                .or(() -> amount(content.planned(), sentences.text("plan.planned")));
    }

    private static Optional<PlanOutcome> amount(Money money, String what) {
        if (money != null && money.isNegative()) {
            return Optional.of(new PlanAmountNegative(what));
        } else if (money != null && money.isMoreThan(MOST)) {
            return Optional.of(new PlanAmountTooLarge(what, MOST));
        }
        return Optional.empty();
    }

    private Optional<PlanOutcome> stage() {
        return content.endsOn().isBefore(content.startsOn())
                ? Optional.of(new PlanStageBackwards(content.startsOn(), content.endsOn()))
                : Optional.empty();
    }

    private Optional<PlanOutcome> activities() {
        for (PlanContent.Activity line : content.activities()) {
            if (line.endsOn().isBefore(line.startsOn())) {
                return Optional.of(new PlanActivityBackwards(line.title(), line.startsOn(), line.endsOn()));
            } else if (!mayOwn.test(line.owner())) {
                return Optional.of(new PlanOwnerUnknown(line.title()));
            }
        }
        return Optional.empty();
    }

    private Optional<PlanOutcome> days() {
        for (PlanContent.Activity line : content.activities()) {
            Optional<PlanOutcome> outside = day(line, line.startsOn()).or(() -> day(line, line.endsOn()));
            if (outside.isPresent()) {
                return outside;
            }
        }
        return content.priceActions().stream()
                .flatMap(line -> day(line, line.from()).stream())
                .findFirst()
                .or(() -> content.showFlatChanges().stream()
                        .flatMap(line -> day(line, line.by()).stream())
                        .findFirst())
                .or(() -> content.constructionAsks().stream()
                        .flatMap(line -> day(line, line.by()).stream())
                        .findFirst());
    }

    private Optional<PlanOutcome> day(PlanContent.Line line, LocalDate day) {
        boolean inside = day == null || !day.isBefore(content.startsOn()) && !day.isAfter(content.endsOn());
        return inside
                ? Optional.empty()
                : Optional.of(new PlanDayOutsideStage(line.says(), day, content.startsOn(), content.endsOn()));
    }
}

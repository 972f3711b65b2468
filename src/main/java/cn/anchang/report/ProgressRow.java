package cn.anchang.report;

import cn.anchang.customer.Grade;
import cn.anchang.salescase.CaseState;
import cn.anchang.salescase.Stage;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * A row of 销售过程进度分析表: a customer's way to a unit, stage by stage.
 *
 * @param phone masked (R35)
 * @param closedOn the day it ended, or null
 * @param stages those planned or begun, in their order
 */
public record ProgressRow(
        UUID caseId,
        UUID customerId,
        String no,
        String customer,
        String phone,
        String consultant,
        Grade grade,
        String project,
        String building,
        String unitNo,
        CaseState state,
        LocalDate openedOn,
        LocalDate closedOn,
        Risk risk,
        Map<Stage, StageDates> stages) {

    /** Those under way, in their order. */
    public List<Stage> current() {
        return stages.entrySet().stream()
                .filter(stage -> stage.getValue().isOpen())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Days since the longest of the stages under way began, today counted; 0 when none is. */
    public long daysInStage(LocalDate today) {
        return current().stream()
                .mapToLong(stage -> stages.get(stage).spent(today))
                .max()
                .orElse(0);
    }

    /** Of the stages under way the one to be done first. */
    public Optional<Stage> next() {
        return current().stream()
                .min(Comparator.comparing(
                        stage -> stages.get(stage).plannedTo(), Comparator.nullsLast(Comparator.naturalOrder())));
    }

    /**
     * The whole way as one bar, from its first day to its last. While it goes on it is late from the planned end of the stage that is
     * longest overdue, as its risk says, and more is planned until the last stage is to be done; afterwards it was planned to end with
     * the last of all.
     */
    public Bar whole(LocalDate today) {
        if (closedOn != null) {
            return new StageDates(openedOn, lastPlanned(stages.values()), openedOn, closedOn).bar(today);
        }
        LocalDate firstDue = current().stream()
                .map(stage -> stages.get(stage).plannedTo())
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
        StageDates worked = new StageDates(openedOn, firstDue, openedOn, null);
        StageDates toCome = new StageDates(
                openedOn,
                lastPlanned(stages.values().stream()
                        .filter(stage -> stage.actualTo() == null)
                        .toList()),
                openedOn,
                null);
        return new Bar(openedOn, worked.within(today), worked.overrun(today), toCome.ahead(today));
    }

    private static LocalDate lastPlanned(Collection<StageDates> stages) {
        return stages.stream()
                .map(StageDates::plannedTo)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }
}

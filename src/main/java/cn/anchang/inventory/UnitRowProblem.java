package cn.anchang.inventory;

import cn.anchang.shared.Money;
import cn.anchang.shared.Refusal;
import java.time.LocalDate;

/** Why a row of a 一房一价表 contradicts itself, the rows above it or what we know. */
public sealed interface UnitRowProblem extends Refusal {

    record ProjectNeedsRegionAndCode(String project) implements UnitRowProblem {}

    record CodeUnreadable(String given) implements UnitRowProblem {}

    record CodeTaken(String code) implements UnitRowProblem {}

    record ProjectDiffers(String registered) implements UnitRowProblem {}

    /** Whoever imports does not work there. */
    record ProjectOfAnotherSite(String project) implements UnitRowProblem {}

    record PriceMissingInRow() implements UnitRowProblem {}

    record PricesDisagree(Money total, Money calculated) implements UnitRowProblem {}

    /** Other prices for that day are before their approvers. */
    record PriceListInApproval(String documentNo, int version) implements UnitRowProblem {}

    record FloorAboveList(Money floor, Money list) implements UnitRowProblem {}

    record PermitDatesMissing(String permitNo) implements UnitRowProblem {}

    record PermitEndsBeforeItBegins(LocalDate from, LocalDate to) implements UnitRowProblem {}

    record PermitDatesDiffer(String permitNo) implements UnitRowProblem {}

    record PermitOfAnotherProject(String permitNo) implements UnitRowProblem {}

    record UnitOccupied(UnitState state) implements UnitRowProblem {}
}

package cn.anchang.salescase;

import cn.anchang.shared.Refusal;
import java.time.LocalDate;

/** Why a stage of a sale cannot be planned. */
public sealed interface StagePlanRefused extends Refusal {

    record CaseOver(String no) implements StagePlanRefused {}

    record StageBegun(Stage stage) implements StagePlanRefused {}

    record StageNotPlannable(Stage stage) implements StagePlanRefused {}

    record PlanInThePast(LocalDate day) implements StagePlanRefused {}
}

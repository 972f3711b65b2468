package cn.anchang.marketing;

import cn.anchang.shared.Money;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/** 推广方案评价: what an edition achieved and what follows from it. Its numbers are those of the day it was written. */
@Entity
@Table(name = "plan_evaluations")
class PlanEvaluation {

    @Id
    private UUID planId;

    @Version
    private Long version;

    private Money budget;
    private Money planned;
    private Money actual;
    private String assessment;
    private String conclusions;
    private boolean nextPlanWanted;
    private String evaluatedBy;
    private Instant evaluatedAt;

    protected PlanEvaluation() {}

    PlanEvaluation(UUID planId, PlanSpending spending, PlanEvaluationForm form, String by, Instant at) {
        this.planId = planId;
        this.budget = spending.budget();
        this.planned = spending.planned();
        this.actual = spending.actual();
        this.assessment = form.assessment();
        this.conclusions = form.conclusions();
        this.nextPlanWanted = form.nextPlanWanted();
        this.evaluatedBy = by;
        this.evaluatedAt = at;
    }

    UUID planId() {
        return planId;
    }

    PlanSpending spending() {
        return new PlanSpending(budget, planned, actual);
    }

    String assessment() {
        return assessment;
    }

    String conclusions() {
        return conclusions;
    }

    String evaluatedBy() {
        return evaluatedBy;
    }

    Instant evaluatedAt() {
        return evaluatedAt;
    }
}

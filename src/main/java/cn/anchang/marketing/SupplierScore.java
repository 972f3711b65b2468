package cn.anchang.marketing;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/** 营销供应商工作成效评价: one supplier by one criterion, from 1 to 5, with the reason. */
@Entity
@Table(name = "supplier_scores")
class SupplierScore {

    @Id
    private UUID id;

    @Version
    private Long version;

    private UUID planId;
    private String supplierKey;
    private String supplier;
    private String criterion;
    private String criterionTitle;
    private int score;
    private String reason;
    private String scoredBy;
    private Instant scoredAt;

    protected SupplierScore() {}

    SupplierScore(
            UUID planId,
            PlanContent.Supplier supplier,
            PlanSettings.Criterion criterion,
            PlanSupplierForm.Score given,
            String by,
            Instant at) {
        this.id = UUID.randomUUID();
        this.planId = planId;
        this.supplierKey = supplier.key();
        this.supplier = supplier.name();
        this.criterion = criterion.code();
        this.criterionTitle = criterion.title();
        this.score = given.score();
        this.reason = given.reason();
        this.scoredBy = by;
        this.scoredAt = at;
    }

    String supplier() {
        return supplier;
    }

    String criterionTitle() {
        return criterionTitle;
    }

    int score() {
        return score;
    }

    String reason() {
        return reason;
    }
}

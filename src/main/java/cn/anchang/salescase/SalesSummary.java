package cn.anchang.salescase;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** 销售工作总结, one answer to each question of the writing guide (销售总结编写作业指引). */
@Entity
@Table(name = "sales_summaries")
public class SalesSummary {

    /** A question as it read that day, and its answer. */
    @Embeddable
    public record Answer(
            String code,
            String title,
            @Column(name = "text") String text) {}

    @Id
    private UUID id;

    @Version
    private Long version;

    private UUID caseId;
    private String writtenBy;
    private Instant writtenAt;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "sales_summary_answers", joinColumns = @JoinColumn(name = "summary_id"))
    @OrderColumn(name = "seq")
    private List<Answer> answers = new ArrayList<>();

    protected SalesSummary() {}

    SalesSummary(UUID caseId, List<Answer> answers, String writtenBy, Instant writtenAt) {
        this.id = UUID.randomUUID();
        this.caseId = caseId;
        this.answers.addAll(answers);
        this.writtenBy = writtenBy;
        this.writtenAt = writtenAt;
    }

    public String writtenBy() {
        return writtenBy;
    }

    public Instant writtenAt() {
        return writtenAt;
    }

    public List<Answer> answers() {
        return List.copyOf(answers);
    }
}

package cn.anchang.salescase;

import jakarta.persistence.CollectionTable;
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

/** 成交客户检查表, complete and signed off by a person who did not sell. */
@Entity
@Table(name = "deal_checklists")
public class DealChecklist {

    /** A line as it read that day. */
    @Embeddable
    public record Line(String code, String title, String note) {}

    @Id
    private UUID id;

    @Version
    private Long version;

    private UUID caseId;
    private String checkedBy;
    private Instant checkedAt;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "deal_checklist_lines", joinColumns = @JoinColumn(name = "checklist_id"))
    @OrderColumn(name = "seq")
    private List<Line> lines = new ArrayList<>();

    protected DealChecklist() {}

    /** @throws IllegalArgumentException when the checker is the consultant who sold */
    DealChecklist(SalesCase salesCase, List<Line> lines, String checkedBy, Instant checkedAt) {
        if (!salesCase.mayBeCheckedBy(checkedBy)) {
            throw new IllegalArgumentException(checkedBy + " sold " + salesCase.no() + " and cannot check it");
        }
        this.id = UUID.randomUUID();
        this.caseId = salesCase.id();
        this.lines.addAll(lines);
        this.checkedBy = checkedBy;
        this.checkedAt = checkedAt;
    }

    public String checkedBy() {
        return checkedBy;
    }

    public Instant checkedAt() {
        return checkedAt;
    }

    public List<Line> lines() {
        return List.copyOf(lines);
    }
}

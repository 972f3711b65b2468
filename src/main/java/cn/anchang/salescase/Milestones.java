package cn.anchang.salescase;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The stages of all cases, in the order they were planned or entered. */
public interface Milestones extends Repository<Milestone, UUID> {

    @Query(
            "select m from Milestone m where m.caseId = :caseId order by m.actualFrom nulls last, m.plannedFrom, m.stage")
    List<Milestone> ofCase(UUID caseId);

    @Query("select m from Milestone m where m.caseId = :caseId and m.stage = :stage order by m.round")
    List<Milestone> rounds(UUID caseId, Stage stage);

    Milestone save(Milestone milestone);
}

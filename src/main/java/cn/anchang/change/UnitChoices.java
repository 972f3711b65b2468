package cn.anchang.change;

import cn.anchang.inventory.UnitCatalogue;
import cn.anchang.inventory.UnitFilter;
import cn.anchang.inventory.UnitOffer;
import cn.anchang.salescase.SalesChanges;
import cn.anchang.shared.Sentences;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The units for sale in a sale's project, at the prices of the day. */
@Component
@Transactional(readOnly = true)
public class UnitChoices {

    private static final int MOST = 20;

    public record UnitChoice(UUID id, String name, String note) {}

    private final SalesChanges changes;
    private final UnitCatalogue units;
    private final Sentences sentences;

    UnitChoices(SalesChanges changes, UnitCatalogue units, Sentences sentences) {
        this.changes = changes;
        this.units = units;
        this.sentences = sentences;
    }

    /** By a part of the unit's number. */
    public List<UnitChoice> of(UUID caseId, String typed) {
        String part = typed.strip().toLowerCase(Locale.ROOT);
        return changes.standing(caseId).stream()
                .flatMap(sale -> units.available(sale.projectId(), UnitFilter.ANY).stream())
                .filter(unit -> unit.unitNo().toLowerCase(Locale.ROOT).contains(part))
                .limit(MOST)
                .map(this::choice)
                .toList();
    }

    private UnitChoice choice(UnitOffer unit) {
        return new UnitChoice(
                unit.unitId(),
                unit.unitNo(),
                sentences.text(
                        "change.unitNote",
                        unit.layout() == null ? "" : unit.layout(),
                        unit.area().stripTrailingZeros().toPlainString(),
                        unit.listPrice()));
    }
}

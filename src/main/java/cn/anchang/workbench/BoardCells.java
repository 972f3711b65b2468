package cn.anchang.workbench;

import cn.anchang.inventory.BoardUnit;
import cn.anchang.salescase.CaseFiles;
import cn.anchang.shared.Sentences;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Turns units into the squares of the board, as one person may see them: who has a unit is told to whoever may read that sale. */
@Component
class BoardCells {

    /**
     * One square. Everything is text already: a board has thousands of them.
     *
     * @param look its style: the state, and {@code off} when the filter leaves it out
     * @param holder who has it, or null when there is nobody or it is not for this person
     * @param until when its hold lapses, in milliseconds since 1970, or null likewise
     */
    public record Cell(
            UUID id,
            int floor,
            String building,
            String look,
            String number,
            String state,
            String facts,
            String price,
            String holder,
            Long until) {}

    private final CaseFiles files;
    private final Readable readable;
    private final Sentences sentences;

    BoardCells(CaseFiles files, Readable readable, Sentences sentences) {
        this.files = files;
        this.readable = readable;
        this.sentences = sentences;
    }

    List<Cell> of(Collection<BoardUnit> units, BoardFilter filter, String userId) {
        Set<UUID> open = files.readableOf(
                units.stream().map(BoardUnit::caseId).filter(Objects::nonNull).collect(Collectors.toSet()), userId);
        BoardFilter.Narrowed narrowed = filter.read();
        return units.stream()
                .map(unit -> cell(unit, narrowed.covers(unit), unit.caseId() != null && open.contains(unit.caseId())))
                .toList();
    }

    private Cell cell(BoardUnit unit, boolean covered, boolean tellsHolder) {
        return new Cell(
                unit.unitId(),
                unit.floor(),
                unit.building(),
                covered ? unit.state().name() : unit.state() + " off",
                unit.number(),
                sentences.name(unit.state()),
                (unit.layout() == null ? sentences.name(unit.use()) : unit.layout()) + " " + readable.area(unit.area()),
                unit.listPrice() == null ? sentences.text("board.unpriced") : readable.tenThousands(unit.listPrice()),
                tellsHolder ? holder(unit) : null,
                tellsHolder && unit.until() != null ? unit.until().toEpochMilli() : null);
    }

    private String holder(BoardUnit unit) {
        return unit.until() == null
                ? unit.byConsultant()
                : sentences.text("board.holder", unit.byConsultant(), unit.until());
    }
}

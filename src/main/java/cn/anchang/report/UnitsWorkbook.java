package cn.anchang.report;

import cn.anchang.inventory.BoardUnit;
import cn.anchang.inventory.ProjectView;
import cn.anchang.inventory.UnitCatalogue;
import cn.anchang.inventory.UnitState;
import cn.anchang.shared.Money;
import cn.anchang.shared.Sentences;
import cn.anchang.shared.Site;
import cn.anchang.workbook.Book;
import cn.anchang.workbook.BookFormat;
import cn.anchang.workbook.Exports.Counter;
import cn.anchang.workbook.PrintPage;
import cn.anchang.workbook.SheetWriter;
import cn.anchang.workbook.Tint;
import cn.anchang.workbook.Total;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/** 房源表: the units of a project with state, area and price; who holds one only for those who may know. */
@Service
public class UnitsWorkbook {

    private static final List<String> COLUMNS =
            List.of("building", "floor", "unit", "use", "layout", "area", "perMetre", "price", "state");
    private static final List<String> HOLDER = List.of("consultant", "until");
    private static final Map<UnitState, Tint> TINTS = Map.of(UnitState.AVAILABLE, Tint.DONE, UnitState.HELD, Tint.SOON);

    private final UnitCatalogue catalogue;
    private final Sentences sentences;
    private final ZoneId zone;

    UnitsWorkbook(UnitCatalogue catalogue, Sentences sentences, Site site) {
        this.catalogue = catalogue;
        this.sentences = sentences;
        this.zone = site.timeZone();
    }

    /**
     * @param building or null for all
     * @param holders whether it says who holds a unit until when
     */
    public void write(
            ProjectView project, String building, boolean holders, String note, OutputStream out, Counter counter) {
        List<BoardUnit> units = catalogue.board(project.id(), building);
        counter.expect(units.size());
        List<String> columns = new ArrayList<>(COLUMNS);
        if (holders) {
            columns.addAll(HOLDER);
        }
        String title = sentences.text("units.title", project.name());
        try (Book book = new Book(BookFormat.XLSX)) {
            SheetWriter sheet = book.sheet(title)
                    .widths(12, 7, 16, 10, 14, 11, 13, 17, 12, 10, 20)
                    .title(title, columns.size())
                    .note(note, columns.size())
                    .headings(
                            columns.stream()
                                    .map(column -> sentences.text("units.column." + column))
                                    .toList(),
                            3)
                    .filtered()
                    .printed(PrintPage.A4_PORTRAIT);
            TINTS.forEach((state, tint) -> sheet.marked(columns.indexOf("state"), sentences.name(state), tint));
            Money sum = Money.ZERO;
            for (BoardUnit unit : units) {
                counter.row();
                sheet.row(cells(unit, holders));
                sum = unit.listPrice() == null ? sum : sum.plus(unit.listPrice());
            }
            BigDecimal area = units.stream().map(BoardUnit::area).reduce(BigDecimal.ZERO, BigDecimal::add);
            sheet.totals(
                    sentences.text("progress.total"),
                    Map.of(
                            columns.indexOf("unit"), new Total(Total.Kind.COUNT_FILLED, (long) units.size()),
                            columns.indexOf("area"), area,
                            columns.indexOf("price"), sum));
            book.writeTo(out);
        }
    }

    private Object[] cells(BoardUnit unit, boolean holders) {
        List<Object> cells = new ArrayList<>();
        cells.add(unit.building());
        cells.add(unit.floor());
        cells.add(unit.unitNo());
        cells.add(sentences.name(unit.use()));
        cells.add(unit.layout());
        cells.add(unit.area());
        cells.add(
                unit.listPrice() == null
                        ? null
                        : unit.listPrice().amount().divide(unit.area(), 2, RoundingMode.HALF_UP));
        cells.add(unit.listPrice());
        cells.add(sentences.name(unit.state()));
        if (holders) {
            cells.add(unit.byConsultant());
            cells.add(unit.until() == null ? null : LocalDateTime.ofInstant(unit.until(), zone));
        }
        return cells.toArray();
    }
}

package cn.anchang.inventory;

import cn.anchang.approval.Change;
import cn.anchang.approval.ChangeKind;
import cn.anchang.approval.DocumentKind;
import cn.anchang.approval.Part;
import cn.anchang.approval.Part.Field;
import cn.anchang.approval.Part.Line;
import cn.anchang.approval.Part.Table;
import cn.anchang.approval.Remark;
import cn.anchang.approval.Route;
import cn.anchang.approval.Section;
import cn.anchang.approval.Trace;
import cn.anchang.inventory.PriceListContent.BuildingPrices;
import cn.anchang.inventory.PriceListLines.Pair;
import cn.anchang.organization.Staff;
import cn.anchang.shared.Money;
import cn.anchang.shared.Sentences;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** 价格表 as a controlled document: its buildings and what changes, and two versions beside one another unit by unit. */
@Component
class PriceListDocument implements DocumentKind<PriceListContent> {

    static final String CODE = "price-list";

    /** More changed units than this are not read one by one; they stand in the table that goes with the document. */
    static final int READABLE = 300;

    private final PriceLists lists;
    private final PriceListLines lines;
    private final ControlledPriceLists control;
    private final Clock clock;
    private final Sentences sentences;

    PriceListDocument(
            PriceLists lists, PriceListLines lines, ControlledPriceLists control, Clock clock, Sentences sentences) {
        this.lists = lists;
        this.lines = lines;
        this.control = control;
        this.clock = clock;
        this.sentences = sentences;
    }

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public String prefix() {
        return "JG";
    }

    @Override
    public Class<PriceListContent> type() {
        return PriceListContent.class;
    }

    /** Floor prices stand in it, so those who sell do not read it. */
    @Override
    public Set<String> readers() {
        return Set.of(
                Staff.MARKETING, Staff.MARKETING_DIRECTOR, Staff.SITE_MANAGER, Staff.MANAGEMENT, Staff.IT_SUPPORT);
    }

    @Override
    public Route route(PriceListContent content) {
        return Route.of(Route.review(Staff.MARKETING_DIRECTOR), Route.approve(Staff.MANAGEMENT));
    }

    @Override
    public List<Section> sections(PriceListContent content) {
        return List.of(
                new Section("list", text("section.list"), whole(content)),
                new Section("buildings", text("section.buildings"), List.of(buildings(content))),
                new Section("units", text("section.units"), List.of(units(content))));
    }

    private List<Part> whole(PriceListContent content) {
        Money total = Money.sum(
                content.buildings().stream().map(BuildingPrices::total).toList());
        BigDecimal area =
                content.buildings().stream().map(BuildingPrices::area).reduce(BigDecimal.ZERO, BigDecimal::add);
        return List.of(
                field("project", content.project()),
                field("effectiveOn", sentences.shown(content.effectiveOn())),
                field("source", content.source()),
                field("units", sentences.shown(content.units())),
                field("total", total.formatted()),
                field("average", average(total, area)));
    }

    private Table buildings(PriceListContent content) {
        return new Table(
                "buildings",
                text("buildings"),
                columns("building", "units", "total", "average", "repriced", "change"),
                content.buildings().stream()
                        .map(building -> new Line(
                                building.building(),
                                List.of(
                                        building.building(),
                                        sentences.shown(building.units()),
                                        building.total().formatted(),
                                        average(building.total(), building.area()),
                                        sentences.shown(building.repriced()),
                                        change(building.formerTotal(), building.repricedTotal()))))
                        .toList());
    }

    private Part units(PriceListContent content) {
        if (content.changed().isEmpty()) {
            return new Field("changed", text("changed"), text("changed.many", content.changedUnits()));
        }
        return new Table(
                "changed",
                text("changed"),
                columns("unit", "list", "formerList", "change", "floor", "formerFloor"),
                content.changed().stream()
                        .map(unit -> new Line(
                                unit.unitNo(),
                                List.of(
                                        unit.unitNo(),
                                        unit.list().formatted(),
                                        formatted(unit.formerList()),
                                        unit.formerList() == null
                                                ? text("first")
                                                : change(unit.formerList(), unit.list()),
                                        unit.floor().formatted(),
                                        formatted(unit.formerFloor()))))
                        .toList());
    }

    /** Unit by unit, list and floor price: what the file of the later version says otherwise. */
    @Override
    public Optional<List<Change>> changes(PriceListContent before, PriceListContent now) {
        List<Pair> differing = lines.differences(before.listId(), now.listId());
        List<Change> changes = new ArrayList<>();
        for (Pair unit : differing.subList(0, Math.min(READABLE, differing.size()))) {
            if (unit.listBefore() == null) {
                changes.add(new Change(
                        text("section.units"), unit.unitNo(), ChangeKind.ADDED, "", both(unit.list(), unit.floor())));
            } else if (unit.list() == null) {
                changes.add(new Change(
                        text("section.units"),
                        unit.unitNo(),
                        ChangeKind.REMOVED,
                        both(unit.listBefore(), unit.floorBefore()),
                        ""));
            } else {
                change(changes, unit, "list", unit.listBefore(), unit.list());
                change(changes, unit, "floor", unit.floorBefore(), unit.floor());
            }
        }
        if (differing.size() > READABLE) {
            changes.add(new Change(
                    text("section.units"),
                    text("changed"),
                    ChangeKind.CHANGED,
                    "",
                    text("changed.rest", differing.size() - READABLE)));
        }
        return Optional.of(changes);
    }

    private void change(List<Change> changes, Pair unit, String price, Money before, Money after) {
        if (!before.equals(after)) {
            changes.add(new Change(
                    text("section.units"),
                    unit.unitNo() + " · " + text("column." + price),
                    ChangeKind.CHANGED,
                    before.formatted(),
                    after.formatted()));
        }
    }

    /** The table with every price, of each version. */
    @Override
    public List<Trace> traces(UUID documentId) {
        List<PriceList> versions = lists.findByDocumentIdOrderByRevisionDesc(documentId);
        List<Trace> traces = new ArrayList<>();
        for (int i = 0; i < versions.size(); i++) {
            traces.add(new Trace(
                    text("table"),
                    text("table.version", versions.size() - i),
                    "/prices/" + versions.get(i).id()));
        }
        return traces;
    }

    /** The document tells by itself when its own text was changed; here, when the prices were that it speaks of. */
    @Override
    public List<Remark> remarks(UUID documentId) {
        return lists.findByDocumentIdOrderByRevisionDesc(documentId).stream()
                .filter(list -> !control.isWhole(list))
                .map(list -> new Remark(clock.instant(), text("altered", list.effectiveOn()), Remark.Tone.WARN))
                .toList();
    }

    private Field field(String key, String value) {
        return new Field(key, text("field." + key), value);
    }

    private List<String> columns(String... keys) {
        return java.util.Arrays.stream(keys).map(key -> text("column." + key)).toList();
    }

    private String both(Money list, Money floor) {
        return text("both", list, floor);
    }

    private static String formatted(Money money) {
        return money == null ? "" : money.formatted();
    }

    /** A square metre, in CNY. */
    private static String average(Money total, BigDecimal area) {
        return new Money(total.amount().divide(area, 2, RoundingMode.HALF_UP)).formatted();
    }

    /** For example +2.50%; empty when there was no price before. */
    private static String change(Money before, Money after) {
        if (!before.isPositive()) {
            return "";
        }
        BigDecimal percent = after.minus(before)
                .amount()
                .multiply(BigDecimal.valueOf(100))
                .divide(before.amount(), 2, RoundingMode.HALF_UP);
        return (percent.signum() > 0 ? "+" : "") + percent.toPlainString() + "%";
    }

    private String text(String key, Object... arguments) {
        return sentences.text("price-list." + key, arguments);
    }
}

package cn.anchang.workbench;

import cn.anchang.inventory.PriceBook;
import cn.anchang.inventory.ProjectView;
import cn.anchang.inventory.UnitCatalogue;
import cn.anchang.inventory.UnitState;
import cn.anchang.inventory.UnitUse;
import cn.anchang.organization.Sites;
import cn.anchang.organization.Staff;
import cn.anchang.shared.Sentences;
import cn.anchang.workbench.BoardCells.Cell;
import cn.anchang.workbench.BoardTail.News;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/**
 * The page 销控: the wall of the sales hall, floor by floor, each unit in the colour of its state, and what changed since an open board
 * was read. What the filter leaves out keeps its place, so that the building keeps its shape.
 */
@Controller
class UnitsPage {

    /** So many buildings, and so many units, still stand side by side on one page. */
    private static final int BUILDINGS_AT_ONCE = 6;

    private static final long UNITS_AT_ONCE = 3_000;

    private static final int MOST_COLUMNS = 8;

    /** One building; {@code columns} is how many doors most of its floors have, wider ones take several rows. */
    record Board(String building, int columns, List<Floor> floors) {}

    /** One floor of the building, its doors from left to right. */
    record Floor(int number, List<Cell> units) {}

    /** How many units are in a state, and whether the filter asks for it. */
    record Count(UnitState state, String name, long units, boolean chosen) {}

    private final UnitCatalogue catalogue;
    private final BoardCells cells;
    private final BoardSquares squares;
    private final BoardTail tail;
    private final PriceBook prices;
    private final Staff staff;
    private final Sites sites;
    private final Clock clock;
    private final Sentences sentences;
    private final Readable readable;

    UnitsPage(
            UnitCatalogue catalogue,
            BoardCells cells,
            BoardSquares squares,
            BoardTail tail,
            PriceBook prices,
            Staff staff,
            Sites sites,
            Clock clock,
            Sentences sentences,
            Readable readable) {
        this.catalogue = catalogue;
        this.cells = cells;
        this.squares = squares;
        this.tail = tail;
        this.prices = prices;
        this.staff = staff;
        this.sites = sites;
        this.clock = clock;
        this.sentences = sentences;
        this.readable = readable;
    }

    @GetMapping("/units")
    String units(
            @RequestParam(required = false) UUID project,
            @RequestParam(required = false) String building,
            BoardFilter filter,
            Authentication person,
            Model page) {
        List<ProjectView> projects = catalogue.projectsFor(person.getName());
        page.addAttribute("projects", projects);
        if (projects.isEmpty()) {
            return "workbench/units";
        }
        ProjectView chosen = project == null
                ? projects.get(0)
                : projects.stream()
                        .filter(one -> one.id().equals(project))
                        .findFirst()
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        String wanted = building == null || building.isBlank() ? null : building;
        if (wanted != null && !chosen.buildings().contains(wanted)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        boolean fits = chosen.buildings().size() <= BUILDINGS_AT_ONCE
                && total(catalogue.counts(chosen.id(), null)) <= UNITS_AT_ONCE;
        String shown = wanted != null || fits ? wanted : chosen.buildings().get(0);
        page.addAttribute("position", tail.position());
        List<Cell> units = cells.of(catalogue.board(chosen.id(), shown), filter, person.getName());
        Map<UnitState, Long> counts = catalogue.counts(chosen.id(), shown);
        page.addAttribute("project", chosen);
        page.addAttribute("building", shown);
        page.addAttribute("offersAll", fits);
        page.addAttribute("boards", boardsOf(units));
        page.addAttribute("counts", countsOf(counts, filter));
        page.addAttribute("total", total(counts));
        page.addAttribute(
                "matching",
                units.stream().filter(unit -> !unit.look().endsWith(" off")).count());
        page.addAttribute("filter", filter);
        page.addAttribute("filtered", !filter.isEmpty());
        page.addAttribute("unreadable", filter.isUnreadable());
        page.addAttribute("layouts", catalogue.layouts(chosen.id()));
        page.addAttribute("states", UnitState.values());
        page.addAttribute("uses", UnitUse.values());
        page.addAttribute("now", clock.millis());
        page.addAttribute("squares", squares);
        page.addAttribute("readable", readable);
        return "workbench/units";
    }

    /** The squares that changed since, and the counts; 204 when nothing did. Asked every second by every open board. */
    @GetMapping("/units/changes")
    String changes(
            @RequestParam UUID project,
            @RequestParam(required = false) String building,
            @RequestParam long after,
            BoardFilter filter,
            Authentication person,
            Model page,
            HttpServletResponse answer) {
        if (!sites.isOpenTo(person.getName(), project)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        answer.setHeader("Cache-Control", "no-store");
        Optional<News> news = after < 0 ? Optional.empty() : tail.since(project, after);
        if (news.isEmpty()) {
            answer.setStatus(HttpServletResponse.SC_NO_CONTENT);
            return null;
        }
        String shown = building == null || building.isBlank() ? null : building;
        page.addAttribute("position", news.get().position());
        page.addAttribute("anew", news.get().anew());
        page.addAttribute(
                "units",
                news.get().anew()
                        ? List.of()
                        : cells.of(catalogue.board(project, shown, news.get().units()), filter, person.getName()));
        page.addAttribute("squares", squares);
        page.addAttribute("counts", countsOf(catalogue.counts(project, shown), filter));
        return "workbench/unit-changes";
    }

    /** Where the prices come from, and whether they are still as they were approved. */
    @GetMapping("/units/price-lists")
    String priceLists(@RequestParam UUID project, Authentication person, Model page) {
        if (!sites.isOpenTo(person.getName(), project)
                || catalogue.project(project).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        page.addAttribute("priceLists", prices.of(project));
        page.addAttribute("readsPrices", prices.isReadableBy(staff.groupsOf(person.getName())));
        page.addAttribute("staff", staff);
        page.addAttribute("readable", readable);
        return "workbench/unit-price-lists";
    }

    private List<Count> countsOf(Map<UnitState, Long> units, BoardFilter filter) {
        UnitState chosen = filter.read().state();
        List<Count> counts = new ArrayList<>();
        for (UnitState state : UnitState.values()) {
            counts.add(new Count(state, sentences.name(state), units.getOrDefault(state, 0L), state == chosen));
        }
        return counts;
    }

    private static long total(Map<UnitState, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    private static List<Board> boardsOf(List<Cell> units) {
        Map<String, List<Cell>> buildings = new LinkedHashMap<>();
        units.forEach(unit -> buildings
                .computeIfAbsent(unit.building(), building -> new ArrayList<>())
                .add(unit));
        return buildings.entrySet().stream()
                .map(building -> {
                    List<Floor> floors = floorsOf(building.getValue());
                    return new Board(building.getKey(), usualWidth(floors), floors);
                })
                .toList();
    }

    private static int usualWidth(List<Floor> floors) {
        Map<Integer, Long> widths = floors.stream()
                .collect(Collectors.groupingBy(floor -> floor.units().size(), Collectors.counting()));
        int usual =
                Collections.max(widths.entrySet(), Map.Entry.comparingByValue()).getKey();
        return Math.min(MOST_COLUMNS, usual);
    }

    private static List<Floor> floorsOf(List<Cell> units) {
        Map<Integer, List<Cell>> floors = new TreeMap<>(Comparator.reverseOrder());
        units.forEach(unit ->
                floors.computeIfAbsent(unit.floor(), floor -> new ArrayList<>()).add(unit));
        return floors.entrySet().stream()
                .map(floor -> new Floor(floor.getKey(), floor.getValue()))
                .toList();
    }
}

package cn.anchang.workbench;

import cn.anchang.inventory.BoardUnit;
import cn.anchang.inventory.PriceBook;
import cn.anchang.inventory.ProjectView;
import cn.anchang.inventory.UnitCatalogue;
import cn.anchang.inventory.UnitState;
import cn.anchang.organization.Staff;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

/** The page 房源: a building as it stands, floor by floor, each unit in the colour of its state. Who holds one is for the site manager. */
@Controller
class UnitsPage {

    /** So many buildings still stand side by side on one page. */
    private static final int BUILDINGS_AT_ONCE = 6;

    private static final int MOST_COLUMNS = 8;

    /** One building; {@code columns} is how many doors most of its floors have, wider ones take several rows. */
    record Board(String building, int columns, List<Floor> floors) {}

    /** One floor of the building, its doors from left to right. */
    record Floor(int number, List<BoardUnit> units) {}

    private final UnitCatalogue catalogue;
    private final PriceBook prices;
    private final Staff staff;
    private final Readable readable;

    UnitsPage(UnitCatalogue catalogue, PriceBook prices, Staff staff, Readable readable) {
        this.catalogue = catalogue;
        this.prices = prices;
        this.staff = staff;
        this.readable = readable;
    }

    @GetMapping("/units")
    String units(
            @RequestParam(required = false) UUID project,
            @RequestParam(required = false) String building,
            Authentication person,
            Model page) {
        List<ProjectView> projects = catalogue.projects();
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
        boolean fewBuildings = chosen.buildings().size() <= BUILDINGS_AT_ONCE;
        String shown =
                building != null || fewBuildings ? building : chosen.buildings().get(0);
        if (shown != null && !chosen.buildings().contains(shown)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        List<BoardUnit> units = catalogue.board(chosen.id(), shown);
        page.addAttribute("project", chosen);
        page.addAttribute("building", shown);
        page.addAttribute("offersAll", fewBuildings);
        page.addAttribute("boards", boardsOf(units));
        page.addAttribute("counts", countsOf(units));
        page.addAttribute("total", units.size());
        page.addAttribute("showsHolders", staff.isSiteManager(person.getName()));
        page.addAttribute("priceLists", prices.of(chosen.id()));
        page.addAttribute("readsPrices", prices.isReadableBy(staff.groupsOf(person.getName())));
        page.addAttribute("staff", staff);
        page.addAttribute("readable", readable);
        return "workbench/units";
    }

    private static List<Board> boardsOf(List<BoardUnit> units) {
        Map<String, List<BoardUnit>> buildings = new LinkedHashMap<>();
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

    private static List<Floor> floorsOf(List<BoardUnit> units) {
        Map<Integer, List<BoardUnit>> floors = new TreeMap<>(Comparator.reverseOrder());
        units.forEach(unit ->
                floors.computeIfAbsent(unit.floor(), floor -> new ArrayList<>()).add(unit));
        return floors.entrySet().stream()
                .map(floor -> new Floor(floor.getKey(), floor.getValue()))
                .toList();
    }

    private static Map<UnitState, Long> countsOf(List<BoardUnit> units) {
        Map<UnitState, Long> counts = new EnumMap<>(UnitState.class);
        for (UnitState state : UnitState.values()) {
            counts.put(
                    state, units.stream().filter(unit -> unit.state() == state).count());
        }
        return counts;
    }
}

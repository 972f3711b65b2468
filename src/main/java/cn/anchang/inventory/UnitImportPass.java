package cn.anchang.inventory;

import cn.anchang.inventory.PriceListApproval.Standing;
import cn.anchang.inventory.PriceListApproval.Submission;
import cn.anchang.inventory.UnitRowProblem.CodeTaken;
import cn.anchang.inventory.UnitRowProblem.PermitDatesDiffer;
import cn.anchang.inventory.UnitRowProblem.PermitDatesMissing;
import cn.anchang.inventory.UnitRowProblem.PermitEndsBeforeItBegins;
import cn.anchang.inventory.UnitRowProblem.PermitOfAnotherProject;
import cn.anchang.inventory.UnitRowProblem.PriceListInApproval;
import cn.anchang.inventory.UnitRowProblem.ProjectDiffers;
import cn.anchang.inventory.UnitRowProblem.ProjectNeedsRegionAndCode;
import cn.anchang.inventory.UnitRowProblem.ProjectOfAnotherSite;
import cn.anchang.inventory.UnitRowProblem.UnitOccupied;
import cn.anchang.organization.Sites;
import cn.anchang.shared.Sentences;
import cn.anchang.workbook.CellProblem.RowTwice;
import cn.anchang.workbook.Column;
import cn.anchang.workbook.ImportKind.Order;
import cn.anchang.workbook.ImportKind.Pass;
import cn.anchang.workbook.Row;
import cn.anchang.workbook.Verdict;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * One pass over a 一房一价表. Remembers what earlier rows brought, so that a file is judged as it would be written; a unit somebody has
 * keeps its state, its description and the price it was held at.
 */
class UnitImportPass implements Pass {

    private final UnitImport kind;
    private final Order order;
    private final Regions regions;
    private final Projects projects;
    private final Buildings buildings;
    private final PresalePermits permits;
    private final Units units;
    private final Prices prices;
    private final PriceListApproval approval;
    private final UnitChanges changes;
    private final EntityManager entities;
    private final Sentences sentences;
    private final Sites sites;
    private final Set<UUID> closed;
    private final Clock clock;
    private final LocalDate today;

    private final Map<String, UnitUse> uses;
    private final Map<String, UnitState> states;
    private final Map<String, KnownProject> known = new HashMap<>();
    private final Map<String, KnownPermit> knownPermits = new HashMap<>();
    private final Map<ListKey, Optional<Standing>> standings = new HashMap<>();
    private final Map<ListKey, Map<UUID, UnitPrice>> proposed = new LinkedHashMap<>();
    private final Map<String, Integer> priced = new LinkedHashMap<>();
    private final List<String> submitted = new ArrayList<>();
    private final Map<String, Integer> seen = new HashMap<>();
    private final Set<String> newProjects = new LinkedHashSet<>();
    private final Set<String> newBuildings = new LinkedHashSet<>();
    private final Set<String> newPermits = new LinkedHashSet<>();
    private final Set<String> movedPermits = new LinkedHashSet<>();
    private int occupied;

    UnitImportPass(
            UnitImport kind,
            Order order,
            Regions regions,
            Projects projects,
            Buildings buildings,
            PresalePermits permits,
            Units units,
            Prices prices,
            PriceListApproval approval,
            UnitChanges changes,
            EntityManager entities,
            Sentences sentences,
            Sites sites,
            Clock clock) {
        this.kind = kind;
        this.order = order;
        this.regions = regions;
        this.projects = projects;
        this.buildings = buildings;
        this.permits = permits;
        this.units = units;
        this.prices = prices;
        this.approval = approval;
        this.changes = changes;
        this.entities = entities;
        this.sentences = sentences;
        this.sites = sites;
        this.closed = sites.closedTo(order.userId());
        this.clock = clock;
        this.today = LocalDate.now(clock);
        this.uses = kind.uses();
        this.states = kind.states();
    }

    /** A project as the file and we know it; its own row is null while it is only announced. */
    private static final class KnownProject {

        private final String name;
        private final String code;
        private final String region;
        private final String city;
        private Project row;
        private final Map<String, Building> buildings = new HashMap<>();
        private final Set<String> announced = new HashSet<>();

        KnownProject(String name, String code, String region, String city, Project row) {
            this.name = name;
            this.code = code;
            this.region = region;
            this.city = city;
            this.row = row;
        }
    }

    /** A permit as the file and we know it; its own row is null while it is only announced. */
    private static final class KnownPermit {

        private final KnownProject project;
        private PresalePermit row;
        private LocalDate from;
        private LocalDate to;
        private boolean saidByFile;
        private final Set<String> covers = new HashSet<>();

        KnownPermit(KnownProject project, PresalePermit row) {
            this.project = project;
            this.row = row;
        }
    }

    private record ListKey(UUID projectId, LocalDate effectiveOn) {}

    /** A good row on its way, with what the database has under its door. */
    private static final class Candidate {

        private final Row row;
        private final UnitRow said;
        private final KnownProject project;
        private Unit unit;
        private UnitPrice inForce;
        private Standing inApproval;

        Candidate(Row row, UnitRow said, KnownProject project) {
            this.row = row;
            this.said = said;
            this.project = project;
        }

        LocalDate effectiveOn(LocalDate today) {
            return said.effectiveOn() == null ? today : said.effectiveOn();
        }
    }

    @Override
    public List<Verdict> take(List<Row> rows, boolean write) {
        Map<Row, Candidate> candidates = new LinkedHashMap<>();
        for (Row row : rows) {
            UnitRow said = UnitRow.read(row, uses, states);
            KnownProject project = said == null ? null : project(row, said);
            if (project != null && isNew(row, said)) {
                candidates.put(row, new Candidate(row, said, project));
            }
        }
        lookUp(candidates.values());
        List<Verdict> verdicts = new ArrayList<>();
        List<Unit> touched = new ArrayList<>();
        List<UnitChanges.Line> lines = new ArrayList<>();
        for (Row row : rows) {
            Candidate candidate = candidates.get(row);
            verdicts.add(candidate == null ? null : judge(candidate, write, touched, lines));
        }
        if (write) {
            entities.flush();
            changes.note(lines, order.userId());
            touched.forEach(entities::detach);
        }
        candidates.values().stream()
                .map(candidate -> candidate.unit)
                .filter(Objects::nonNull)
                .forEach(entities::detach);
        return verdicts;
    }

    private boolean isNew(Row row, UnitRow said) {
        String door = String.join("\n", said.project(), said.building(), said.section(), said.number());
        Integer first = seen.putIfAbsent(door, row.number());
        if (first != null) {
            row.problem(UnitImport.NUMBER, new RowTwice(first));
        }
        return first == null;
    }

    private KnownProject project(Row row, UnitRow said) {
        KnownProject project = known.get(said.project());
        if (project == null) {
            Optional<Project> registered = projects.findByName(said.project());
            if (registered.isPresent() && closed.contains(registered.get().id())) {
                row.problem(UnitImport.PROJECT, new ProjectOfAnotherSite(said.project()));
            } else if (registered.isPresent()) {
                project = registered(registered.get());
            } else {
                project = announced(row, said);
            }
            if (project == null) {
                return null;
            }
            known.put(said.project(), project);
        }
        refuseOther(row, UnitImport.CODE, said.code(), project.code);
        refuseOther(row, UnitImport.REGION, said.region(), project.region);
        refuseOther(row, UnitImport.CITY, said.city(), project.city);
        return row.isGood() ? project : null;
    }

    private KnownProject registered(Project row) {
        KnownProject project = new KnownProject(
                row.name(),
                row.code(),
                regions.findById(row.regionId()).orElseThrow().name(),
                row.city(),
                row);
        buildings
                .findByProjectIdOrderByName(row.id())
                .forEach(building -> project.buildings.put(building.name(), building));
        return project;
    }

    private KnownProject announced(Row row, UnitRow said) {
        if (said.code() == null || said.region() == null) {
            row.problem(UnitImport.PROJECT, new ProjectNeedsRegionAndCode(said.project()));
            return null;
        }
        if (projects.findByCode(said.code()).isPresent()
                || known.values().stream().anyMatch(other -> other.code.equals(said.code()))) {
            row.problem(UnitImport.CODE, new CodeTaken(said.code()));
            return null;
        }
        return new KnownProject(said.project(), said.code(), said.region(), said.city(), null);
    }

    private static void refuseOther(Row row, Column column, String said, String registered) {
        if (said != null && !said.equals(registered)) {
            row.problem(column, new ProjectDiffers(registered == null ? "" : registered));
        }
    }

    private void lookUp(Collection<Candidate> candidates) {
        Map<Building, List<Candidate>> byBuilding = candidates.stream()
                .filter(candidate -> candidate.project.buildings.containsKey(candidate.said.building()))
                .collect(Collectors.groupingBy(
                        candidate -> candidate.project.buildings.get(candidate.said.building()),
                        LinkedHashMap::new,
                        Collectors.toList()));
        byBuilding.forEach((building, doors) -> {
            Map<String, Unit> found = units
                    .findByBuildingIdAndNumberIn(
                            building.id(),
                            doors.stream().map(door -> door.said.number()).collect(Collectors.toSet()))
                    .stream()
                    .collect(Collectors.toMap(unit -> unit.section() + "\n" + unit.number(), unit -> unit));
            doors.forEach(door -> door.unit = found.get(door.said.section() + "\n" + door.said.number()));
        });
        Map<ListKey, List<Candidate>> byList = candidates.stream()
                .filter(candidate -> candidate.project.row != null)
                .collect(Collectors.groupingBy(
                        candidate -> new ListKey(candidate.project.row.id(), candidate.effectiveOn(today))));
        byList.forEach(this::lookUpPrices);
    }

    /** While other prices for the day are before their approvers, the file may repeat them and nothing else. */
    private void lookUpPrices(ListKey key, List<Candidate> doors) {
        Optional<Standing> inApproval = standings
                .computeIfAbsent(key, day -> approval.latest(day.projectId(), day.effectiveOn()))
                .filter(Standing::inApproval);
        List<UUID> known = doors.stream()
                .filter(door -> door.unit != null)
                .map(door -> door.unit.id())
                .toList();
        Map<UUID, UnitPrice> found = new HashMap<>(prices.inForce(known, key.effectiveOn()));
        inApproval.ifPresent(standing -> found.putAll(prices.of(standing.listId(), known)));
        doors.forEach(door -> {
            door.inForce = door.unit == null ? null : found.get(door.unit.id());
            door.inApproval = inApproval.orElse(null);
        });
    }

    private Verdict judge(Candidate candidate, boolean write, List<Unit> touched, List<UnitChanges.Line> lines) {
        UnitRow said = candidate.said;
        Unit unit = candidate.unit;
        boolean isOccupied = unit != null && unit.state().isOccupied();
        boolean described = unit != null && !unit.facts().equals(said.facts());
        if (isOccupied && described) {
            candidate.row.problem(new UnitOccupied(unit.state()));
        }
        boolean isPriced = !said.price().equals(candidate.inForce);
        if (isPriced && candidate.inApproval != null) {
            candidate.row.problem(
                    UnitImport.TOTAL,
                    new PriceListInApproval(candidate.inApproval.documentNo(), candidate.inApproval.version()));
        }
        KnownPermit permit = permit(candidate);
        if (!candidate.row.isGood()) {
            return null;
        }
        announce(candidate);
        boolean permitChanged = changePermit(permit, candidate, write);
        boolean moved = unit != null && !isOccupied && said.state() != null && said.state() != unit.state();
        if (isOccupied) {
            occupied++;
        }
        if (isPriced) {
            priced.merge(
                    sentences.text("price-list.title", candidate.project.name, candidate.effectiveOn(today)),
                    1,
                    Integer::sum);
        }
        if (write) {
            UnitState former = unit == null ? null : unit.state();
            unit = unit == null ? create(candidate) : unit;
            touched.add(unit);
            if (described) {
                unit.describe(said.facts());
            }
            if (moved) {
                move(unit, said.state());
            }
            if (former == null || described || moved) {
                lines.add(new UnitChanges.Line(unit, former, unit.state(), occasion(former, unit.state())));
            }
            if (isPriced) {
                proposed.computeIfAbsent(
                                new ListKey(candidate.project.row.id(), candidate.effectiveOn(today)),
                                key -> new LinkedHashMap<>())
                        .put(unit.id(), said.price());
            }
        }
        if (candidate.unit == null) {
            return Verdict.ADDED;
        }
        return described || moved || isPriced || permitChanged ? Verdict.CHANGED : Verdict.UNCHANGED;
    }

    private static UnitOccasion occasion(UnitState former, UnitState now) {
        if (former == null) {
            return UnitOccasion.REGISTERED;
        } else if (former == now) {
            return UnitOccasion.DESCRIBED;
        }
        return now == UnitState.AVAILABLE ? UnitOccasion.OFFERED : UnitOccasion.WITHDRAWN;
    }

    private static void move(Unit unit, UnitState wanted) {
        if (wanted == UnitState.AVAILABLE) {
            unit.offer();
        } else {
            unit.withhold();
        }
    }

    private Unit create(Candidate candidate) {
        UnitRow said = candidate.said;
        Unit unit = new Unit(building(candidate), said.section(), said.number(), said.facts());
        if (said.state() != UnitState.WITHHELD) {
            unit.offer();
        }
        entities.persist(unit);
        return unit;
    }

    private Building building(Candidate candidate) {
        KnownProject project = candidate.project;
        if (project.row == null) {
            Region region =
                    regions.findByName(project.region).orElseGet(() -> regions.save(new Region(project.region)));
            project.row = projects.save(new Project(region, project.name, project.code, project.city));
            sites.open(project.row.id(), project.name);
        }
        return project.buildings.computeIfAbsent(
                candidate.said.building(), name -> buildings.save(new Building(project.row.id(), name)));
    }

    private void announce(Candidate candidate) {
        KnownProject project = candidate.project;
        if (project.row == null) {
            newProjects.add(project.name);
        }
        String building = candidate.said.building();
        if (!project.buildings.containsKey(building) && project.announced.add(building)) {
            newBuildings.add(project.name + " " + building);
        }
    }

    /** The prices of the whole file go to approval together, a list for each project and day. */
    @Override
    public void end(boolean write) {
        proposed.forEach((key, lines) -> {
            Submission sent =
                    approval.submit(key.projectId(), key.effectiveOn(), order.filename(), lines, order.userId());
            submitted.add(sentences.text(
                    sent.sameAsReturned() ? "import.units.refusedBefore" : "import.units.submitted",
                    sent.documentNo(),
                    sent.version()));
        });
    }

    /** The permit the row names, or null; a contradiction is marked on the row. */
    private KnownPermit permit(Candidate candidate) {
        UnitRow said = candidate.said;
        if (said.permitNo() == null) {
            return null;
        }
        KnownPermit permit = knownPermits.computeIfAbsent(said.permitNo(), no -> known(no, candidate.project));
        if (permit.project != candidate.project) {
            candidate.row.problem(UnitImport.PERMIT, new PermitOfAnotherProject(said.permitNo()));
            return permit;
        }
        LocalDate from = said.permitFrom() == null ? permit.from : said.permitFrom();
        LocalDate to = said.permitTo() == null ? permit.to : said.permitTo();
        if (from == null || to == null) {
            candidate.row.problem(UnitImport.PERMIT, new PermitDatesMissing(said.permitNo()));
        } else if (to.isBefore(from)) {
            candidate.row.problem(UnitImport.PERMIT_TO, new PermitEndsBeforeItBegins(from, to));
        } else if (permit.saidByFile && (!from.equals(permit.from) || !to.equals(permit.to))) {
            candidate.row.problem(UnitImport.PERMIT, new PermitDatesDiffer(said.permitNo()));
        }
        return permit;
    }

    private KnownPermit known(String permitNo, KnownProject project) {
        Optional<PresalePermit> registered = permits.findByPermitNo(permitNo);
        if (registered.isEmpty()) {
            return new KnownPermit(project, null);
        }
        PresalePermit row = registered.get();
        boolean isOurs = project.row != null && row.projectId().equals(project.row.id());
        KnownPermit permit = new KnownPermit(isOurs ? project : null, row);
        permit.from = row.validFrom();
        permit.to = row.validTo();
        if (isOurs) {
            project.buildings.values().stream()
                    .filter(building -> row.buildings().contains(building.id()))
                    .forEach(building -> permit.covers.add(building.name()));
        }
        return permit;
    }

    private boolean changePermit(KnownPermit permit, Candidate candidate, boolean write) {
        if (permit == null) {
            return false;
        }
        UnitRow said = candidate.said;
        LocalDate from = said.permitFrom() == null ? permit.from : said.permitFrom();
        LocalDate to = said.permitTo() == null ? permit.to : said.permitTo();
        boolean prolonged = !Objects.equals(from, permit.from) || !Objects.equals(to, permit.to);
        boolean covered = permit.covers.add(said.building());
        permit.from = from;
        permit.to = to;
        permit.saidByFile |= said.permitFrom() != null || said.permitTo() != null;
        if (permit.row == null) {
            newPermits.add(said.permitNo());
        } else if (prolonged) {
            movedPermits.add(said.permitNo());
        }
        if (write && (prolonged || covered)) {
            Building building = building(candidate);
            if (permit.row == null) {
                permit.row = permits.save(new PresalePermit(candidate.project.row.id(), said.permitNo(), from, to));
            }
            permit.row.validBetween(from, to);
            permit.row.cover(building.id());
        }
        return prolonged || covered;
    }

    @Override
    public List<String> notices() {
        List<String> notices = new ArrayList<>();
        notice(notices, "import.units.newProjects", newProjects);
        notice(notices, "import.units.newBuildings", newBuildings);
        notice(notices, "import.units.newPermits", newPermits);
        notice(notices, "import.units.movedPermits", movedPermits);
        if (occupied > 0) {
            notices.add(sentences.text("import.units.occupied", occupied));
        }
        if (submitted.isEmpty()) {
            priced.forEach((list, units) -> notices.add(sentences.text("import.units.priced", list, units)));
        }
        notices.addAll(submitted);
        return notices;
    }

    private void notice(List<String> notices, String key, Set<String> names) {
        if (!names.isEmpty()) {
            notices.add(sentences.text(key, names));
        }
    }
}

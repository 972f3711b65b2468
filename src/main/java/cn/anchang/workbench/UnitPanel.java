package cn.anchang.workbench;

import cn.anchang.inventory.UnitCard;
import cn.anchang.inventory.UnitCatalogue;
import cn.anchang.inventory.UnitOccasion;
import cn.anchang.inventory.UnitState;
import cn.anchang.organization.Sites;
import cn.anchang.organization.Staff;
import cn.anchang.salescase.CaseFiles;
import cn.anchang.shared.Refused;
import cn.anchang.shared.Sentences;
import cn.anchang.workbench.UnitHolds.Waiting;
import cn.anchang.workbench.UnitRecords.Line;
import cn.anchang.workbench.UnitRecords.Sale;
import jakarta.servlet.http.HttpServletResponse;
import java.math.RoundingMode;
import java.security.Principal;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * One unit, opened from the board as a part of it or as a page of its own: facts, who has it, its whole history, and for a consultant
 * with a waiting customer the hold. Who has it and who did what is told to whoever may read that sale.
 */
@Controller
class UnitPanel {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    /** A line of the history as this person may see it; what is not for them is blank. */
    record Shown(
            String at,
            String occasion,
            String from,
            UnitState to,
            String toName,
            String by,
            UUID caseId,
            String caseNo) {}

    private final UnitCatalogue catalogue;
    private final UnitRecords records;
    private final UnitHolds holds;
    private final CaseFiles files;
    private final Sites sites;
    private final Staff staff;
    private final Clock clock;
    private final Sentences sentences;
    private final Readable readable;

    UnitPanel(
            UnitCatalogue catalogue,
            UnitRecords records,
            UnitHolds holds,
            CaseFiles files,
            Sites sites,
            Staff staff,
            Clock clock,
            Sentences sentences,
            Readable readable) {
        this.catalogue = catalogue;
        this.records = records;
        this.holds = holds;
        this.files = files;
        this.sites = sites;
        this.staff = staff;
        this.clock = clock;
        this.sentences = sentences;
        this.readable = readable;
    }

    @GetMapping("/units/{unitId}/panel")
    String panel(
            @PathVariable UUID unitId,
            @RequestHeader(name = "X-Requested-With", required = false) String by,
            Principal person,
            Model page) {
        return show(found(unitId, person), by, person, page);
    }

    /** Completes the customer's task 选房 with this unit, as whoever is signed in. A "no" is shown on the panel, the task stays open. */
    @PostMapping("/units/{unitId}/hold")
    String hold(
            @PathVariable UUID unitId,
            @RequestParam(defaultValue = "") String task,
            @RequestHeader(name = "X-Requested-With", required = false) String by,
            Principal person,
            Model page,
            RedirectAttributes next,
            HttpServletResponse answer) {
        UnitCard card = found(unitId, person);
        if (!holds.mayEver(person.getName())) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        Optional<Waiting> customer = holds.waiting(card, task, person.getName());
        if (customer.isEmpty()) {
            return refused(
                    sentences.text(task.isBlank() ? "board.hold.nobody" : "board.hold.gone"),
                    task,
                    card,
                    by,
                    person,
                    page,
                    answer);
        }
        try {
            holds.hold(card, customer.get());
        } catch (Refused no) {
            return refused(no.getMessage(), task, found(unitId, person), by, person, page, answer);
        }
        next.addFlashAttribute(
                "done", sentences.text("board.hold.done", customer.get().customer()));
        return "redirect:/units/" + unitId + "/panel";
    }

    private String refused(
            String why,
            String task,
            UnitCard card,
            String by,
            Principal person,
            Model page,
            HttpServletResponse answer) {
        answer.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        page.addAttribute("problem", why);
        page.addAttribute("task", task);
        return show(card, by, person, page);
    }

    private UnitCard found(UUID unitId, Principal person) {
        return catalogue
                .card(unitId)
                .filter(card -> sites.isOpenTo(person.getName(), card.projectId()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private String show(UnitCard card, String by, Principal person, Model page) {
        List<Line> lines = records.history(card.unit().unitId());
        UUID holder = card.unit().caseId();
        Set<UUID> open = files.readableOf(
                Stream.concat(Stream.ofNullable(holder), lines.stream().map(Line::caseId))
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet()),
                person.getName());
        Sale sale =
                holder != null && open.contains(holder) ? records.sale(holder).orElse(null) : null;
        page.addAttribute("card", card);
        page.addAttribute("perMetre", perMetre(card));
        page.addAttribute("sale", sale);
        page.addAttribute("consultant", sale == null ? null : staff.displayName(sale.consultant()));
        page.addAttribute("saleState", sale == null ? null : sentences.name(sale.state()));
        page.addAttribute("until", sale == null ? null : card.unit().until());
        page.addAttribute("now", clock.millis());
        page.addAttribute("history", shown(lines, open));
        boolean mayEver = holds.mayEver(person.getName());
        page.addAttribute("mayHold", mayEver && card.unit().state() == UnitState.AVAILABLE);
        page.addAttribute("consults", mayEver && staff.isConsultant(person.getName()));
        page.addAttribute("waiting", card.isOnSale() ? holds.waitingFor(card, person.getName()) : List.of());
        page.addAttribute("readable", readable);
        return "XMLHttpRequest".equals(by) ? "workbench/unit-panel :: panel" : "workbench/unit";
    }

    private static String perMetre(UnitCard card) {
        return card.unit().listPrice() == null
                ? null
                : card.unit()
                        .listPrice()
                        .amount()
                        .divide(card.unit().area(), 0, RoundingMode.HALF_UP)
                        .toPlainString();
    }

    private List<Shown> shown(List<Line> lines, Set<UUID> open) {
        Map<String, String> names = staff.displayNames(
                lines.stream().map(Line::by).filter(Objects::nonNull).collect(Collectors.toSet()));
        return lines.stream()
                .map(line -> shown(line, line.caseId() == null || open.contains(line.caseId()), names))
                .toList();
    }

    private Shown shown(Line line, boolean told, Map<String, String> names) {
        String occasion = sentences.name(line.occasion());
        boolean undone = line.occasion() == UnitOccasion.RELEASED && line.undoing() != null;
        return new Shown(
                MOMENT.format(line.at().atZone(clock.getZone())),
                undone ? sentences.text("board.history.undone", occasion, line.undoing()) : occasion,
                line.from() == null ? null : sentences.name(line.from()),
                line.to(),
                sentences.name(line.to()),
                !told ? "" : line.by() == null ? sentences.text("board.history.system") : names.get(line.by()),
                told ? line.caseId() : null,
                told ? line.caseNo() : null);
    }
}

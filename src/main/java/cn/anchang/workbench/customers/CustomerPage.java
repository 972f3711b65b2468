package cn.anchang.workbench.customers;

import cn.anchang.customer.CallNote;
import cn.anchang.customer.CareOutcome;
import cn.anchang.customer.Channel;
import cn.anchang.customer.CustomerCare;
import cn.anchang.customer.CustomerDesk;
import cn.anchang.customer.CustomerRevision;
import cn.anchang.customer.FollowUpRhythm;
import cn.anchang.customer.Grade;
import cn.anchang.customer.Intent;
import cn.anchang.customer.Personal;
import cn.anchang.customer.ProtectionRules;
import cn.anchang.customer.RevealOutcome.Revealed;
import cn.anchang.customer.Segment;
import cn.anchang.engine.OpenTasks;
import cn.anchang.organization.Staff;
import cn.anchang.shared.Refusal;
import cn.anchang.shared.Sentences;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One customer: what is known, what is next, every sale and everything that happened; calls, corrections, another consultant. */
@Controller
@RequestMapping("/customers/{id}")
class CustomerPage {

    private static final int HAPPENINGS = 30;
    private static final int MOST_PAGES = 1_000;
    private static final Set<String> TALKS = Set.of("userTask_negotiate", "userTask_followUp");

    /** A talk that waits in Tasklist, and the sale it belongs to. */
    record Waiting(String id, String name, String caseNo, String project) {}

    /** The form of a customer's row as it was typed, words for words. */
    record Typed(
            String version,
            String name,
            String segment,
            String grade,
            String channel,
            String email,
            String wantedArea,
            String wantedLayout,
            String wantedBudget,
            String wantedFloor,
            String motive,
            String objections,
            String rivals,
            String coBuyers,
            String remark) {

        static Typed of(CustomerSheet sheet) {
            Intent intent = sheet.intent();
            return new Typed(
                    String.valueOf(sheet.version()),
                    sheet.name(),
                    name(sheet.segment()),
                    name(sheet.grade()),
                    name(sheet.channel()),
                    sheet.email(),
                    intent.wantedArea(),
                    intent.wantedLayout(),
                    intent.wantedBudget(),
                    intent.wantedFloor(),
                    intent.motive(),
                    intent.objections(),
                    intent.rivals(),
                    sheet.coBuyers(),
                    sheet.remark());
        }

        private static String name(Enum<?> value) {
            return value == null ? null : value.name();
        }

        long versionRead() {
            return version != null && version.matches("\\d{1,15}") ? Long.parseLong(version) : -1;
        }

        CustomerRevision revision() {
            return new CustomerRevision(
                    name,
                    chosen(Segment.class, segment),
                    chosen(Grade.class, grade),
                    chosen(Channel.class, channel),
                    email,
                    new Intent(wantedArea, wantedLayout, wantedBudget, wantedFloor, motive, objections, rivals),
                    coBuyers,
                    remark);
        }

        private static <E extends Enum<E>> E chosen(Class<E> type, String name) {
            return Stream.of(type.getEnumConstants())
                    .filter(one -> one.name().equals(name))
                    .findFirst()
                    .orElse(null);
        }
    }

    private final Viewers viewers;
    private final CustomerFiles files;
    private final Timeline timeline;
    private final CustomerCare care;
    private final CustomerDesk desk;
    private final OpenTasks tasks;
    private final FollowUpRhythm rhythm;
    private final ProtectionRules protection;
    private final Staff staff;
    private final Sentences sentences;
    private final Times times;
    private final Clock clock;

    CustomerPage(
            Viewers viewers,
            CustomerFiles files,
            Timeline timeline,
            CustomerCare care,
            CustomerDesk desk,
            OpenTasks tasks,
            FollowUpRhythm rhythm,
            ProtectionRules protection,
            Staff staff,
            Sentences sentences,
            Times times,
            Clock clock) {
        this.viewers = viewers;
        this.files = files;
        this.timeline = timeline;
        this.care = care;
        this.desk = desk;
        this.tasks = tasks;
        this.rhythm = rhythm;
        this.protection = protection;
        this.staff = staff;
        this.sentences = sentences;
        this.times = times;
        this.clock = clock;
    }

    /** Before anything sent is read: strangers learn nothing of what is asked for. */
    @ModelAttribute("viewer")
    Viewer viewer(Principal person) {
        return viewers.of(person.getName());
    }

    @GetMapping
    String customer(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "0") String page,
            @ModelAttribute(name = "viewer", binding = false) Viewer viewer,
            Model model) {
        CustomerSheet sheet = seen(id, viewer);
        if (sheet.mergedInto() != null) {
            return "redirect:/customers/" + sheet.mergedInto();
        }
        int at = page.matches("\\d{1,4}") ? Math.min(Integer.parseInt(page), MOST_PAGES) : 0;
        List<Deal> deals = files.deals(id, viewer);
        List<Happening> happened = timeline.of(id, deals, viewer, at * HAPPENINGS, HAPPENINGS + 1);
        List<Deal> joined = files.joinedIn(sheet, viewer);
        List<String> open = deals.stream()
                .filter(deal -> deal.open() && !deal.state().isClosed())
                .map(deal -> deal.caseId().toString())
                .toList();
        Set<String> people = new HashSet<>();
        Stream.concat(deals.stream(), joined.stream()).map(Deal::consultant).forEach(people::add);
        happened.stream().map(Happening::who).filter(Objects::nonNull).forEach(people::add);
        if (sheet.owner() != null) {
            people.add(sheet.owner());
        }
        List<String> consultants = viewer.manages() ? staff.membersOf(Staff.SALES) : List.of();
        people.addAll(consultants);
        model.addAttribute("it", sheet);
        model.addAttribute("deals", deals);
        model.addAttribute("joined", joined);
        model.addAttribute("happened", happened.subList(0, Math.min(HAPPENINGS, happened.size())));
        model.addAttribute("page", at);
        model.addAttribute("more", happened.size() > HAPPENINGS);
        model.addAttribute("tasks", waiting(open, deals));
        model.addAttribute(
                "talk",
                deals.stream()
                        .filter(deal -> Set.of("NEGOTIATING", "HOLDING")
                                .contains(deal.state().name()))
                        .findFirst()
                        .orElse(null));
        model.addAttribute("cares", cares(sheet, viewer));
        model.addAttribute("consultants", consultants);
        model.addAttribute("names", staff.displayNames(people));
        model.addAttribute("rhythmDays", rhythm.days(sheet.grade()));
        model.addAttribute("latest", LocalDate.now(clock).plusDays(rhythm.days(sheet.grade())));
        model.addAttribute("protection", protection);
        common(model);
        return "customers/customer";
    }

    private List<Waiting> waiting(List<String> cases, List<Deal> deals) {
        return tasks.readableOf(cases, TALKS).stream()
                .flatMap(task -> deals.stream()
                        .filter(deal -> deal.caseId().toString().equals(task.businessKey()))
                        .map(deal -> new Waiting(task.id(), task.name(), deal.no(), deal.project())))
                .toList();
    }

    private void common(Model model) {
        model.addAttribute("today", LocalDate.now(clock));
        model.addAttribute("now", clock.instant());
        model.addAttribute("words", sentences);
        model.addAttribute("times", times);
    }

    private static boolean cares(CustomerSheet sheet, Viewer viewer) {
        return viewer.manages() || viewer.userId().equals(sheet.owner());
    }

    private CustomerSheet seen(UUID id, Viewer viewer) {
        Optional<CustomerSheet> sheet = files.of(id, viewer);
        if (sheet.isEmpty()) {
            sheet = files.mergedInto(id)
                    .flatMap(stays -> files.of(stays, viewer).map(row -> merged(row, stays)));
        }
        return sheet.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** Whoever may see the row that goes on is led to it from the one that is gone. */
    private static CustomerSheet merged(CustomerSheet row, UUID stays) {
        return new CustomerSheet(
                row.id(),
                row.version(),
                row.no(),
                row.name(),
                row.kind(),
                row.maskedPhone(),
                row.idType(),
                row.maskedIdNo(),
                row.email(),
                row.channel(),
                row.segment(),
                row.grade(),
                row.state(),
                row.lostReason(),
                row.lostNote(),
                row.owner(),
                row.protectedUntil(),
                row.intent(),
                row.coBuyers(),
                row.remark(),
                row.createdAt(),
                row.lastContactAt(),
                row.followUpOn(),
                row.followUpAgreed(),
                stays,
                row.visits(),
                row.sales());
    }

    /** The number in clear, once, on the page that follows; that it was shown is written down (R35). */
    @PostMapping("/reveal-phone")
    String reveal(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "PHONE") String what,
            @ModelAttribute(name = "viewer", binding = false) Viewer viewer,
            RedirectAttributes next) {
        seen(id, viewer);
        Personal number = what.equals(Personal.ID_NO.name()) ? Personal.ID_NO : Personal.PHONE;
        Object outcome = desk.reveal(id, number, viewer.userId());
        if (outcome instanceof Revealed shown) {
            next.addFlashAttribute(number == Personal.PHONE ? "shownPhone" : "shownIdNo", shown.value());
        } else {
            next.addFlashAttribute("problem", sentences.of((Refusal) outcome));
        }
        return "redirect:/customers/" + id;
    }

    @PostMapping("/calls")
    String call(
            @PathVariable UUID id,
            @RequestParam(required = false) String said,
            @RequestParam(required = false) String suggestion,
            @RequestParam(required = false) String nextOn,
            @ModelAttribute(name = "viewer", binding = false) Viewer viewer,
            RedirectAttributes next) {
        seen(id, viewer);
        Optional<LocalDate> day = day(nextOn);
        CareOutcome outcome = day.isEmpty() && nextOn != null && !nextOn.isBlank()
                ? null
                : care.recordCall(id, new CallNote(said, suggestion, day.orElse(null)), viewer.userId());
        if (outcome instanceof CareOutcome.Done) {
            next.addFlashAttribute("done", sentences.text("customers.done.call"));
        } else {
            next.addFlashAttribute(
                    "problem",
                    outcome == null ? sentences.text("customers.problem.day") : sentences.of((Refusal) outcome));
            next.addFlashAttribute("typedSaid", said);
            next.addFlashAttribute("typedSuggestion", suggestion);
            next.addFlashAttribute("typedNextOn", nextOn);
        }
        return "redirect:/customers/" + id;
    }

    private static Optional<LocalDate> day(String typed) {
        try {
            return typed == null || typed.isBlank() ? Optional.empty() : Optional.of(LocalDate.parse(typed.strip()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    @PostMapping("/hand-over")
    String handOver(
            @PathVariable UUID id,
            @RequestParam(required = false) String to,
            @RequestParam(required = false) String reason,
            @RequestParam(defaultValue = "false") String agreed,
            Principal person,
            RedirectAttributes next) {
        Viewer viewer = viewers.managing(person.getName());
        seen(id, viewer);
        CareOutcome outcome = care.handOver(id, to, reason, agreed.equals("true"), viewer.userId());
        if (outcome instanceof CareOutcome.Done) {
            next.addFlashAttribute("done", sentences.text("customers.done.handOver", staff.displayName(to)));
        } else {
            next.addFlashAttribute("problem", sentences.of((Refusal) outcome));
            next.addFlashAttribute("typedTo", to);
            next.addFlashAttribute("typedReason", reason);
        }
        return "redirect:/customers/" + id;
    }

    @GetMapping("/edit")
    String edit(@PathVariable UUID id, @ModelAttribute(name = "viewer", binding = false) Viewer viewer, Model model) {
        CustomerSheet sheet = cared(id, viewer);
        form(sheet, Typed.of(sheet), null, model);
        return "customers/edit";
    }

    private CustomerSheet cared(UUID id, Viewer viewer) {
        CustomerSheet sheet = seen(id, viewer);
        if (!cares(sheet, viewer)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return sheet;
    }

    private void form(CustomerSheet sheet, Typed typed, Typed latest, Model model) {
        model.addAttribute("it", sheet);
        model.addAttribute("typed", typed);
        model.addAttribute("version", typed.version());
        model.addAttribute("latest", latest);
        model.addAttribute("grades", Grade.values());
        model.addAttribute("channels", Channel.values());
        model.addAttribute("segments", Segment.values());
        common(model);
    }

    @PostMapping("/edit")
    String save(
            @PathVariable UUID id,
            @ModelAttribute("typed") Typed typed,
            @ModelAttribute(name = "viewer", binding = false) Viewer viewer,
            HttpServletResponse answer,
            Model model,
            RedirectAttributes next) {
        cared(id, viewer);
        CareOutcome outcome;
        try {
            outcome = care.revise(id, typed.versionRead(), typed.revision(), viewer.userId());
        } catch (OptimisticLockingFailureException e) {
            outcome = new CareOutcome.ChangedMeanwhile();
        }
        if (outcome instanceof CareOutcome.Done) {
            next.addFlashAttribute("done", sentences.text("customers.done.edit"));
            return "redirect:/customers/" + id;
        }
        CustomerSheet latest = cared(id, viewer);
        boolean changed = outcome instanceof CareOutcome.ChangedMeanwhile;
        form(latest, typed, changed ? Typed.of(latest) : null, model);
        if (changed) {
            model.addAttribute("version", String.valueOf(latest.version()));
        }
        model.addAttribute("problem", sentences.of((Refusal) outcome));
        answer.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return "customers/edit";
    }
}

package cn.anchang.collection.web;

import cn.anchang.collection.Hold;
import cn.anchang.collection.LogLine;
import cn.anchang.collection.PaymentReminders;
import cn.anchang.collection.PreviewLine;
import cn.anchang.collection.ReminderDesk;
import cn.anchang.collection.ReminderOutcome;
import cn.anchang.collection.ReminderOutcome.Held;
import cn.anchang.collection.ReminderOutcome.Resent;
import cn.anchang.organization.Sites;
import cn.anchang.organization.Staff;
import cn.anchang.salescase.SaleContact;
import cn.anchang.shared.Refusal;
import cn.anchang.shared.Sentences;
import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page 催款: what goes out tomorrow and why each customer is in or out, what is held, what went and what came back. */
@Controller
class RemindersPage {

    private static final Set<String> READERS =
            Set.of(Staff.FINANCE, Staff.SITE_MANAGER, Staff.MARKETING_DIRECTOR, Staff.MANAGEMENT);
    private static final Set<String> ACTORS = Set.of(Staff.FINANCE, Staff.SITE_MANAGER);
    private static final int LATEST = 100;
    private static final int SHOWN = 200;
    private static final String HERE = "redirect:/reminders";

    private final PaymentReminders reminders;
    private final ReminderDesk desk;
    private final Staff staff;
    private final Sites sites;
    private final Sentences sentences;
    private final Clock clock;

    RemindersPage(
            PaymentReminders reminders, ReminderDesk desk, Staff staff, Sites sites, Sentences sentences, Clock clock) {
        this.reminders = reminders;
        this.desk = desk;
        this.staff = staff;
        this.sites = sites;
        this.sentences = sentences;
        this.clock = clock;
    }

    /** Before anything sent is read: strangers learn nothing of what is asked for. */
    @ModelAttribute
    void readersLookAndSomeAct(Principal person, HttpMethod method) {
        if (!staff.isInAnyOf(person.getName(), method == HttpMethod.GET ? READERS : ACTORS)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
    }

    /** @param why a level in words, e.g. 到期前 3 天 */
    record Line(PreviewLine of, String item, String why) {}

    record HeldSale(Hold hold, SaleContact sale, String by) {}

    record Sent(LogLine of, String item, String why) {}

    @GetMapping("/reminders")
    String reminders(
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) LocalDate day,
            @RequestParam(defaultValue = "") String q,
            Principal person,
            Model page) {
        LocalDate on = dayOr(day);
        List<Line> lines = openTo(person, on)
                .map(line -> new Line(
                        line,
                        sentences.text(
                                "reminder.item", line.line().seq(), line.line().kind()),
                        level(line.level())))
                .toList();
        List<Hold> holds = desk.holds(person.getName());
        Map<UUID, SaleContact> sales =
                desk.sales(holds.stream().map(Hold::account).collect(Collectors.toSet()));
        page.addAttribute("day", on);
        page.addAttribute("today", LocalDate.now(clock));
        page.addAttribute("q", q);
        page.addAttribute("acts", staff.isInAnyOf(person.getName(), ACTORS));
        list(page, "in", lines.stream().filter(line -> line.of().in()).toList());
        list(page, "out", lines.stream().filter(line -> !line.of().in()).toList());
        page.addAttribute(
                "holds",
                holds.stream()
                        .map(hold -> new HeldSale(hold, sales.get(hold.account()), staff.displayName(hold.by())))
                        .toList());
        page.addAttribute(
                "log",
                desk.log(q, LATEST, person.getName()).stream()
                        .map(line -> new Sent(
                                line,
                                sentences.text(
                                        "reminder.item",
                                        line.reminder().seq(),
                                        line.reminder().kind()),
                                level(line.reminder().level())))
                        .toList());
        page.addAttribute("words", sentences);
        return "collection/reminders";
    }

    private Stream<PreviewLine> openTo(Principal person, LocalDate day) {
        Set<UUID> closed = sites.closedTo(person.getName());
        return reminders.preview(day).stream()
                .filter(line -> !closed.contains(line.sale().projectId()));
    }

    /** However many there are, a page shows so many and says how many. */
    private static void list(Model page, String name, List<Line> lines) {
        page.addAttribute(name, lines.subList(0, Math.min(SHOWN, lines.size())));
        page.addAttribute(name + "Count", lines.size());
    }

    private String level(int level) {
        return level < 0
                ? sentences.text("reminder.level.before", -level)
                : level == 0 ? sentences.text("reminder.level.today") : sentences.text("reminder.level.late", level);
    }

    private LocalDate dayOr(LocalDate day) {
        return day == null ? LocalDate.now(clock).plusDays(1) : day;
    }

    /** One letter as it was sent, with what the server said. */
    @GetMapping("/reminders/{reminder}")
    String letter(@PathVariable UUID reminder, Principal person, Model page) {
        LogLine line = desk.logLine(reminder, person.getName())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        page.addAttribute("line", line);
        page.addAttribute("why", level(line.reminder().level()));
        page.addAttribute(
                "item",
                sentences.text(
                        "reminder.item", line.reminder().seq(), line.reminder().kind()));
        page.addAttribute("words", sentences);
        return "collection/reminder";
    }

    /** One line of the preview for programs. */
    record PreviewEntry(
            UUID sale,
            String customer,
            String unit,
            String contract,
            int seq,
            LocalDate dueOn,
            String rest,
            int level,
            boolean in,
            String to,
            String reason) {}

    @GetMapping("/api/reminders/preview")
    @ResponseBody
    List<PreviewEntry> preview(
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) LocalDate day, Principal person) {
        return openTo(person, dayOr(day))
                .map(line -> new PreviewEntry(
                        line.line().account(),
                        line.sale().customerName(),
                        line.sale().unitNo(),
                        line.sale().contractNo(),
                        line.line().seq(),
                        line.line().dueOn(),
                        line.line().rest().toString(),
                        line.level(),
                        line.in(),
                        line.to(),
                        line.reason()))
                .toList();
    }

    @PostMapping("/reminders/hold")
    String hold(
            @RequestParam UUID account,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) LocalDate until,
            Principal person,
            RedirectAttributes answer) {
        say(answer, desk.hold(account, reason, until, person.getName()));
        return HERE;
    }

    @PostMapping("/reminders/release")
    String release(@RequestParam UUID account, Principal person, RedirectAttributes answer) {
        say(answer, desk.release(account, person.getName()));
        return HERE;
    }

    @PostMapping("/reminders/{reminder}/resend")
    String resend(@PathVariable UUID reminder, Principal person, RedirectAttributes answer) {
        say(answer, desk.resend(reminder, person.getName()));
        return HERE;
    }

    private void say(RedirectAttributes answer, ReminderOutcome outcome) {
        if (outcome instanceof Refusal no) {
            answer.addFlashAttribute("problem", sentences.of(no));
        } else if (outcome instanceof Held held) {
            answer.addFlashAttribute("done", sentences.text("reminder.web.held", held.until()));
        } else if (outcome instanceof Resent again) {
            answer.addFlashAttribute("done", sentences.text("reminder.web.resent", again.to()));
        } else {
            answer.addFlashAttribute("done", sentences.text("reminder.web.released"));
        }
    }
}

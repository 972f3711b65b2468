package cn.anchang.collection.web;

import cn.anchang.collection.Arrears;
import cn.anchang.collection.ArrearsBook;
import cn.anchang.collection.ArrearsDesk;
import cn.anchang.collection.ArrearsNote;
import cn.anchang.collection.ArrearsView;
import cn.anchang.collection.Waiver;
import cn.anchang.collection.WaiverDesk;
import cn.anchang.collection.WaiverOutcome;
import cn.anchang.collection.WaiverOutcome.WaiverAsked;
import cn.anchang.collection.WaiverState;
import cn.anchang.organization.Sites;
import cn.anchang.organization.Staff;
import cn.anchang.shared.Money;
import cn.anchang.shared.Refusal;
import cn.anchang.shared.Sentences;
import java.security.Principal;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The page 逾期: what is overdue, what was done about it, the late fee explained (R18), the clocks of the law (R19). A consultant sees
 * the own sales.
 */
@Controller
class ArrearsPage {

    private static final Set<String> READ_ALL =
            Set.of(Staff.FINANCE, Staff.SITE_MANAGER, Staff.MARKETING_DIRECTOR, Staff.MANAGEMENT);
    private static final int SHOWN = 100;

    private final ArrearsBook book;
    private final ArrearsDesk desk;
    private final WaiverDesk waivers;
    private final Staff staff;
    private final Sites sites;
    private final Sentences sentences;

    ArrearsPage(ArrearsBook book, ArrearsDesk desk, WaiverDesk waivers, Staff staff, Sites sites, Sentences sentences) {
        this.book = book;
        this.desk = desk;
        this.waivers = waivers;
        this.staff = staff;
        this.sites = sites;
        this.sentences = sentences;
    }

    /** Before anything sent is read: strangers learn nothing of what is asked for. */
    @ModelAttribute
    void onlyWhoCollects(Principal person) {
        if (!readsAll(person) && !staff.isConsultant(person.getName())) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
    }

    private boolean readsAll(Principal person) {
        return staff.isInAnyOf(person.getName(), READ_ALL);
    }

    /** @param item e.g. 第3期分期 */
    record Line(ArrearsView of, String item, String consultant) {}

    record Note(ArrearsNote of, String by) {}

    record Asked(Waiver of, String by, String decidedBy) {}

    @GetMapping("/arrears")
    String list(
            @RequestParam(defaultValue = "false") boolean over,
            @RequestParam(defaultValue = "") String q,
            Principal person,
            Model page) {
        List<Line> found = book
                .list(over, q, readsAll(person) ? null : person.getName(), sites.closedTo(person.getName()), SHOWN + 1)
                .stream()
                .map(this::line)
                .toList();
        List<Line> lines = found.subList(0, Math.min(SHOWN, found.size()));
        page.addAttribute("over", over);
        page.addAttribute("q", q);
        page.addAttribute("lines", lines);
        page.addAttribute("more", found.size() > SHOWN);
        page.addAttribute(
                "rest", Money.sum(lines.stream().map(line -> line.of().rest()).toList()));
        page.addAttribute(
                "fee",
                Money.sum(lines.stream().map(line -> line.of().charge().owed()).toList()));
        page.addAttribute("words", sentences);
        return "collection/arrears";
    }

    private Line line(ArrearsView view) {
        Arrears arrears = view.arrears();
        return new Line(
                view,
                sentences.text("reminder.item", arrears.seq(), arrears.kind()),
                staff.displayName(view.sale().consultant()));
    }

    @GetMapping("/arrears/{arrears}")
    String one(@PathVariable UUID arrears, Principal person, Model page) {
        ArrearsView view = book.find(arrears)
                .filter(one -> sites.isOpenTo(person.getName(), one.sale().projectId()))
                .filter(one -> readsAll(person) || one.sale().consultant().equals(person.getName()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        List<Asked> asked = waivers.of(arrears).stream().map(this::asked).toList();
        page.addAttribute("line", line(view));
        page.addAttribute("law", desk.clock(view.arrears()));
        page.addAttribute(
                "notes",
                book.notes(arrears).stream()
                        .map(note -> new Note(note, staff.displayName(note.by())))
                        .toList());
        page.addAttribute("waivers", asked);
        page.addAttribute(
                "asks",
                waivers.mayAsk(view.sale(), person.getName())
                        && view.charge().owed().isPositive()
                        && asked.stream().noneMatch(one -> one.of().state() == WaiverState.ASKED));
        page.addAttribute("words", sentences);
        return "collection/arrears-of";
    }

    private Asked asked(Waiver waiver) {
        return new Asked(
                waiver,
                staff.displayName(waiver.askedBy()),
                waiver.decidedBy() == null ? null : staff.displayName(waiver.decidedBy()));
    }

    @PostMapping("/arrears/{arrears}/waivers")
    String waive(
            @PathVariable UUID arrears,
            @RequestParam(defaultValue = "") String amount,
            @RequestParam(defaultValue = "") String reason,
            Principal person,
            RedirectAttributes answer) {
        WaiverOutcome outcome = waivers.ask(arrears, Money.typed(amount).orElse(null), reason, person.getName());
        if (outcome instanceof WaiverAsked asked) {
            answer.addFlashAttribute("done", sentences.text("waiver.web.asked", asked.no()));
        } else {
            answer.addFlashAttribute("problem", sentences.of((Refusal) outcome));
            answer.addFlashAttribute("amount", amount);
            answer.addFlashAttribute("reason", reason);
        }
        return outcome instanceof WaiverOutcome.WaiverNotYours ? "redirect:/arrears" : "redirect:/arrears/" + arrears;
    }
}

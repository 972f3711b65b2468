package cn.anchang.workbench.customers;

import cn.anchang.customer.Channel;
import cn.anchang.customer.CustomerState;
import cn.anchang.customer.Grade;
import cn.anchang.customer.Segment;
import cn.anchang.organization.Staff;
import cn.anchang.shared.Sentences;
import cn.anchang.workbench.customers.Viewer.Scope;
import cn.anchang.workbook.BookFormat;
import cn.anchang.workbook.Downloads;
import cn.anchang.workbook.Exports;
import cn.anchang.workbook.Imports;
import java.security.Principal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page 客户: whom somebody follows, in the order in which they are to be spoken with, and the same as a workbook. */
@Controller
@RequestMapping("/customers")
class CustomersPage {

    private static final int ROWS = 30;
    private static final int MOST_PAGES = 2_000;

    /** A filter ready to be pressed: what it is called, where it leads, whether it is on, and how many it leaves or null. */
    record Quick(String name, String address, boolean on, String count) {}

    private final Viewers viewers;
    private final CustomerList list;
    private final CustomersWorkbook workbook;
    private final Downloads downloads;
    private final Imports imports;
    private final Staff staff;
    private final Sentences sentences;
    private final Times times;
    private final Clock clock;

    CustomersPage(
            Viewers viewers,
            CustomerList list,
            CustomersWorkbook workbook,
            Downloads downloads,
            Imports imports,
            Staff staff,
            Sentences sentences,
            Times times,
            Clock clock) {
        this.viewers = viewers;
        this.list = list;
        this.workbook = workbook;
        this.downloads = downloads;
        this.imports = imports;
        this.staff = staff;
        this.sentences = sentences;
        this.times = times;
        this.clock = clock;
    }

    @GetMapping
    String customers(
            CustomerFilter asked, @RequestParam(defaultValue = "0") String page, Principal person, Model model) {
        Viewer viewer = viewers.of(person.getName());
        int at = pageOf(page);
        List<CustomerLine> rows = list.rows(viewer, asked, at * ROWS, ROWS + 1);
        List<CustomerLine> shown = rows.subList(0, Math.min(ROWS, rows.size()));
        List<String> consultants = viewer.scope() == Scope.OWN ? List.of() : staff.membersOf(Staff.SALES);
        Set<String> people = new HashSet<>(consultants);
        shown.stream().map(CustomerLine::owner).filter(owner -> owner != null).forEach(people::add);
        model.addAttribute("asked", asked);
        model.addAttribute("rows", shown);
        model.addAttribute("page", at);
        model.addAttribute("more", rows.size() > ROWS);
        model.addAttribute("quick", quick(viewer, asked));
        model.addAttribute("viewer", viewer);
        model.addAttribute("readsOthers", viewer.scope() != Scope.OWN);
        model.addAttribute("imports", imports.kindsFor(person.getName()).contains("customers"));
        model.addAttribute("receives", viewer.manages() || viewer.scope() == Scope.OWN);
        model.addAttribute("names", staff.displayNames(people));
        model.addAttribute("consultants", consultants);
        model.addAttribute(
                "states",
                Arrays.stream(CustomerState.values())
                        .filter(state -> state != CustomerState.MERGED)
                        .toList());
        model.addAttribute("grades", Grade.values());
        model.addAttribute("channels", Channel.values());
        model.addAttribute("segments", Segment.values());
        model.addAttribute("follows", FollowUp.values());
        model.addAttribute("protections", Protection.values());
        model.addAttribute("sorts", CustomerSort.values());
        model.addAttribute("today", list.today());
        model.addAttribute("now", clock.instant());
        model.addAttribute("words", sentences);
        model.addAttribute("times", times);
        return "customers/list";
    }

    private static int pageOf(String typed) {
        return typed.matches("\\d{1,6}") ? Math.min(Integer.parseInt(typed), MOST_PAGES) : 0;
    }

    private List<Quick> quick(Viewer viewer, CustomerFilter asked) {
        List<Quick> quick = new ArrayList<>();
        CustomerFilter all = new CustomerFilter(null, null, null, null, null, null, null, null, asked.sort());
        quick.add(new Quick(sentences.text("customers.quick.all"), all.at("/customers"), !asked.isNarrowed(), null));
        for (FollowUp one : List.of(FollowUp.TODAY, FollowUp.OVERDUE)) {
            CustomerFilter filter = new CustomerFilter(null, null, null, null, null, null, one, null, asked.sort());
            quick.add(quick(sentences.text("customers.quick." + one), viewer, filter, asked));
        }
        CustomerFilter ending =
                new CustomerFilter(null, null, null, null, null, null, null, Protection.ENDING, asked.sort());
        quick.add(quick(sentences.text("customers.quick.ENDING"), viewer, ending, asked));
        for (Segment segment : Segment.values()) {
            CustomerFilter filter = new CustomerFilter(null, null, null, null, null, segment, null, null, asked.sort());
            quick.add(new Quick(sentences.name(segment), filter.at("/customers"), filter.equals(asked), null));
        }
        return quick;
    }

    private Quick quick(String name, Viewer viewer, CustomerFilter filter, CustomerFilter asked) {
        long count = list.count(viewer, filter);
        String said = count >= CustomerList.COUNTED ? (CustomerList.COUNTED - 1) + "+" : String.valueOf(count);
        return new Quick(name, filter.at("/customers"), filter.equals(asked), said);
    }

    @GetMapping("/export")
    String export(
            CustomerFilter asked,
            @RequestParam(defaultValue = "XLSX") BookFormat format,
            Principal person,
            RedirectAttributes next) {
        Viewer viewer = viewers.of(person.getName());
        String said = said(asked);
        String note = downloads.note(said, person.getName());
        return downloads.redirect(
                new Exports.Order(person.getName(), sentences.text("customers.title"), said, format),
                (out, counter) -> workbook.write(viewer, asked, note, format, out, counter),
                why -> next.addFlashAttribute("problem", why),
                "/customers");
    }

    private String said(CustomerFilter asked) {
        return downloads.said(
                named("state", asked.state()),
                named("grade", asked.grade()),
                asked.owner() == null
                        ? null
                        : sentences.text("customers.asked.owner", staff.displayName(asked.owner())),
                named("channel", asked.channel()),
                named("segment", asked.segment()),
                named("follow", asked.follow()),
                named("protection", asked.protection()),
                asked.q() == null ? null : sentences.text("customers.asked.q", maskedIfPhone(asked.q())));
    }

    /** A whole phone that was searched for does not stand in clear in the log of exports (R35). */
    private static String maskedIfPhone(String asked) {
        String digits = asked.replaceAll("[\\s-]", "");
        return digits.matches("\\d{10,12}") ? cn.anchang.shared.Masked.phone(digits) : asked;
    }

    private String named(String what, Enum<?> value) {
        return value == null ? null : sentences.text("customers.asked." + what, value);
    }
}

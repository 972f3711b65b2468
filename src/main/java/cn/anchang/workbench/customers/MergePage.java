package cn.anchang.workbench.customers;

import cn.anchang.customer.Intent;
import cn.anchang.customer.MergeDesk;
import cn.anchang.customer.MergeField;
import cn.anchang.customer.MergeOrder;
import cn.anchang.customer.MergeOutcome;
import cn.anchang.organization.Staff;
import cn.anchang.shared.Refusal;
import cn.anchang.shared.Sentences;
import java.security.Principal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The pages 疑似重复 and 合并客户: which rows may be one customer, both side by side, and what of either stays. For the site manager. */
@Controller
@RequestMapping("/customers")
class MergePage {

    /**
     * One value of both rows.
     *
     * @param choice whether either may stay: both are known and differ
     * @param fromGone whether the value of the row that goes is taken as things stand
     */
    record Compared(MergeField field, String stays, String gone, boolean choice, boolean fromGone) {}

    private final Viewers viewers;
    private final CustomerFiles files;
    private final Duplicates duplicates;
    private final MergeDesk desk;
    private final Staff staff;
    private final Sentences sentences;
    private final Times times;

    MergePage(
            Viewers viewers,
            CustomerFiles files,
            Duplicates duplicates,
            MergeDesk desk,
            Staff staff,
            Sentences sentences,
            Times times) {
        this.viewers = viewers;
        this.files = files;
        this.duplicates = duplicates;
        this.desk = desk;
        this.staff = staff;
        this.sentences = sentences;
        this.times = times;
    }

    @ModelAttribute("viewer")
    Viewer viewer(Principal person) {
        return viewers.managing(person.getName());
    }

    @GetMapping("/duplicates")
    String proposed(Model model) {
        List<Duplicates.Pair> pairs = duplicates.pairs();
        Set<String> owners = new HashSet<>();
        pairs.forEach(pair -> {
            owners.add(pair.one().owner());
            owners.add(pair.other().owner());
        });
        owners.remove(null);
        model.addAttribute("pairs", pairs);
        model.addAttribute("many", pairs.size() == Duplicates.SHOWN);
        model.addAttribute("names", staff.displayNames(owners));
        model.addAttribute("words", sentences);
        model.addAttribute("times", times);
        return "customers/duplicates";
    }

    @PostMapping("/duplicates/apart")
    String apart(
            @RequestParam(required = false) UUID one,
            @RequestParam(required = false) UUID other,
            @ModelAttribute(name = "viewer", binding = false) Viewer viewer,
            RedirectAttributes next) {
        boolean kept = one != null && other != null && desk.keepApart(one, other, viewer.userId());
        next.addFlashAttribute(
                kept ? "done" : "problem", sentences.text(kept ? "customers.done.apart" : "customers.problem.apart"));
        return "redirect:/customers/duplicates";
    }

    @GetMapping("/merge")
    String compare(
            @RequestParam UUID stays,
            @RequestParam(required = false) UUID gone,
            @ModelAttribute(name = "viewer", binding = false) Viewer viewer,
            Model model,
            RedirectAttributes next) {
        CustomerSheet one = sheet(stays, viewer);
        CustomerSheet other = gone == null ? null : sheet(gone, viewer);
        if (other == null || one.id().equals(other.id())) {
            next.addFlashAttribute("problem", sentences.text("customers.problem.pair"));
            return "redirect:/customers/" + stays;
        }
        Map<String, String> names = names(one, other);
        model.addAttribute("one", one);
        model.addAttribute("other", other);
        model.addAttribute("rows", compared(one, other, names));
        model.addAttribute("names", names);
        model.addAttribute("words", sentences);
        model.addAttribute("times", times);
        return "customers/merge";
    }

    private CustomerSheet sheet(UUID id, Viewer viewer) {
        return files.of(id, viewer)
                .filter(sheet -> sheet.mergedInto() == null)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Map<String, String> names(CustomerSheet one, CustomerSheet other) {
        Set<String> owners = new HashSet<>();
        owners.add(one.owner());
        owners.add(other.owner());
        owners.remove(null);
        return staff.displayNames(owners);
    }

    private List<Compared> compared(CustomerSheet one, CustomerSheet other, Map<String, String> names) {
        List<Compared> rows = new ArrayList<>();
        for (MergeField field : MergeField.values()) {
            String stays = value(field, one, names);
            String gone = value(field, other, names);
            if (stays != null || gone != null) {
                rows.add(new Compared(
                        field,
                        stays,
                        gone,
                        stays != null && gone != null && (field == MergeField.PHONE || !Objects.equals(stays, gone)),
                        stays == null));
            }
        }
        return rows;
    }

    private String value(MergeField field, CustomerSheet of, Map<String, String> names) {
        Intent intent = of.intent();
        return switch (field) {
            case NAME -> of.name();
            case PHONE -> of.maskedPhone();
            case OWNER -> of.owner() == null ? null : names.get(of.owner());
            case GRADE -> of.grade() == null ? null : sentences.name(of.grade());
            case SEGMENT -> of.segment() == null ? null : sentences.name(of.segment());
            case CHANNEL -> sentences.name(of.channel());
            case EMAIL -> of.email();
            case WANTED_AREA -> intent.wantedArea();
            case WANTED_LAYOUT -> intent.wantedLayout();
            case WANTED_BUDGET -> intent.wantedBudget();
            case WANTED_FLOOR -> intent.wantedFloor();
            case MOTIVE -> intent.motive();
            case OBJECTIONS -> intent.objections();
            case RIVALS -> intent.rivals();
            case CO_BUYERS -> of.coBuyers();
            case REMARK -> of.remark();
        };
    }

    /** Called with the choices of the comparison; each field says {@code GONE} where the other row's value is taken. */
    @PostMapping("/merge")
    String merge(
            @RequestParam Map<String, String> form,
            @ModelAttribute(name = "viewer", binding = false) Viewer viewer,
            RedirectAttributes next) {
        UUID stays = uuid(form.get("stays"));
        UUID gone = uuid(form.get("gone"));
        if (stays == null || gone == null) {
            next.addFlashAttribute("problem", sentences.text("customers.problem.pair"));
            return "redirect:/customers/duplicates";
        }
        sheetOrMerged(stays, viewer);
        sheetOrMerged(gone, viewer);
        Set<MergeField> fromGone = EnumSet.noneOf(MergeField.class);
        for (MergeField field : MergeField.values()) {
            if ("GONE".equals(form.get(field.name()))) {
                fromGone.add(field);
            }
        }
        MergeOutcome outcome;
        try {
            outcome = desk.merge(
                    new MergeOrder(
                            stays,
                            version(form.get("staysVersion")),
                            gone,
                            version(form.get("goneVersion")),
                            fromGone,
                            form.get("reason")),
                    viewer.userId());
        } catch (OptimisticLockingFailureException e) {
            outcome = new MergeOutcome.ChangedSinceCompared();
        }
        if (outcome instanceof MergeOutcome.Merged merged) {
            next.addFlashAttribute("done", sentences.text("customers.done.merge"));
            return "redirect:/customers/" + merged.stays();
        }
        next.addFlashAttribute("problem", sentences.of((Refusal) outcome));
        if (outcome instanceof MergeOutcome.MergedAlready) {
            return "redirect:/customers/duplicates";
        }
        next.addFlashAttribute("typedReason", form.get("reason"));
        next.addFlashAttribute("picked", fromGone);
        return "redirect:/customers/merge?stays=" + stays + "&gone=" + gone;
    }

    private void sheetOrMerged(UUID id, Viewer viewer) {
        if (files.of(id, viewer).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }

    private static UUID uuid(String typed) {
        try {
            return typed == null ? null : UUID.fromString(typed);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static long version(String typed) {
        return typed != null && typed.matches("\\d{1,15}") ? Long.parseLong(typed) : -1;
    }
}

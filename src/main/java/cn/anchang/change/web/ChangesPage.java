package cn.anchang.change.web;

import cn.anchang.change.ChangeForm;
import cn.anchang.change.ChangeProcess;
import cn.anchang.change.ChangeProposals;
import cn.anchang.change.ChangeState;
import cn.anchang.change.ChangeViews;
import cn.anchang.change.ChangeViews.ChangeLine;
import cn.anchang.change.SaleChoices;
import cn.anchang.change.SaleChoices.SaleChoice;
import cn.anchang.salescase.ChangeKind;
import cn.anchang.shared.Refused;
import cn.anchang.shared.Sentences;
import java.security.Principal;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
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

/** The pages 变更: what waits for me, agreed in its row; what I asked for; all there are; and a request for what is asked most. */
@Controller
@RequestMapping("/changes")
class ChangesPage {

    /** Two thirds of all requests: they start from a page of their own, filled in already. */
    static final List<ChangeKind> IN_TWO_CLICKS =
            List.of(ChangeKind.EXTEND_SIGNING, ChangeKind.DEFER_PAYMENT, ChangeKind.RESCHEDULE);

    /** A sale with the changes that may be asked for now; why not, when none may. */
    record Quick(SaleChoice sale, List<ChangeKind> kinds, String objection) {}

    private final ChangeViews views;
    private final ChangeProposals proposals;
    private final SaleChoices sales;
    private final ChangeProcess process;
    private final ChangeWords words;
    private final Sentences sentences;

    ChangesPage(
            ChangeViews views,
            ChangeProposals proposals,
            SaleChoices sales,
            ChangeProcess process,
            ChangeWords words,
            Sentences sentences) {
        this.views = views;
        this.proposals = proposals;
        this.sales = sales;
        this.process = process;
        this.words = words;
        this.sentences = sentences;
    }

    @ModelAttribute
    void onlyWhomItConcerns(Principal person) {
        if (!views.mayOpen(person.getName())) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
    }

    @GetMapping
    String list(
            @RequestParam(required = false) ChangeState state,
            @RequestParam(defaultValue = "") String q,
            Principal person,
            Model page) {
        boolean seesAll = views.seesAll(person.getName());
        page.addAttribute("waiting", views.waiting());
        page.addAttribute("mine", views.askedBy(person.getName()));
        page.addAttribute("seesAll", seesAll);
        page.addAttribute("states", ChangeState.values());
        page.addAttribute("state", state);
        page.addAttribute(
                "all",
                seesAll
                        ? views.all(state == null ? EnumSet.allOf(ChangeState.class) : Set.of(state), person.getName())
                        : List.of());
        boolean asks = words.asks(person.getName());
        page.addAttribute("asks", asks);
        page.addAttribute("q", q);
        page.addAttribute("sales", asks ? quick(q, person.getName()) : List.of());
        page.addAttribute("words", words);
        return "change/changes";
    }

    private List<Quick> quick(String q, String person) {
        return sales.of(q, person).stream().map(this::quick).toList();
    }

    private Quick quick(SaleChoice sale) {
        Map<ChangeKind, String> objections = proposals.objections(sale.id(), IN_TWO_CLICKS);
        List<ChangeKind> open = IN_TWO_CLICKS.stream()
                .filter(kind -> !objections.containsKey(kind))
                .toList();
        return new Quick(sale, open, open.isEmpty() ? objections.get(ChangeKind.RESCHEDULE) : null);
    }

    @GetMapping("/new")
    String request(
            @RequestParam("case") UUID caseId,
            @RequestParam(defaultValue = "EXTEND_SIGNING") ChangeKind kind,
            Principal person,
            Model page) {
        if (!sales.isOpenTo(caseId, person.getName()) || !IN_TWO_CLICKS.contains(kind)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        Map<String, Object> proposed = proposals.of(caseId, kind, null, null);
        page.addAttribute("proposed", proposed);
        page.addAttribute("kind", kind);
        page.addAttribute("kinds", IN_TWO_CLICKS);
        page.addAttribute("plan", words.planOf(proposed));
        page.addAttribute("words", words);
        if (!page.containsAttribute("typed")) {
            page.addAttribute("typed", words.suggested(caseId, kind, proposed));
        }
        return "change/new";
    }

    @PostMapping
    String ask(ChangeRequest typed, Principal person, RedirectAttributes answer) {
        Optional<ChangeForm> form = typed.read();
        if (form.isEmpty()) {
            return again(typed, sentences.of(new FormUnreadable()), answer);
        }
        try {
            process.ask(form.get());
        } catch (Refused no) {
            return again(typed, no.getMessage(), answer);
        }
        answer.addFlashAttribute("done", sentences.text("change.web.asked"));
        return "redirect:/changes";
    }

    private static String again(ChangeRequest typed, String problem, RedirectAttributes answer) {
        if (typed.caseId() == null || typed.kind() == null) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        answer.addFlashAttribute("typed", typed);
        answer.addFlashAttribute("problem", problem);
        return "redirect:/changes/new?case=%s&kind=%s".formatted(typed.caseId(), typed.kind());
    }

    /** Agrees in the task that waits for this person, as this person; whoever wants to say more does it in Tasklist. */
    @PostMapping("/{id}/agree")
    String agree(@PathVariable UUID id, @RequestParam String fingerprint, RedirectAttributes answer) {
        if (process.pending(id).isEmpty()) {
            answer.addFlashAttribute("problem", sentences.of(new NotWaitingForYou()));
            return "redirect:/changes";
        }
        try {
            process.agree(id, fingerprint);
        } catch (Refused no) {
            answer.addFlashAttribute("problem", no.getMessage());
            return "redirect:/changes";
        }
        ChangeLine line = views.find(id).orElseThrow();
        answer.addFlashAttribute(
                "done", sentences.text("change.web.agreed", line.no(), line.kind(), words.outcome(line)));
        return "redirect:/changes";
    }
}

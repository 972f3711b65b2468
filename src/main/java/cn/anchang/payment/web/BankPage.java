package cn.anchang.payment.web;

import cn.anchang.organization.Staff;
import cn.anchang.payment.BankDesk;
import cn.anchang.payment.BankMatch;
import cn.anchang.payment.BankOutcome;
import cn.anchang.payment.BankOutcome.LineBooked;
import cn.anchang.payment.BankOutcome.LineDismissed;
import cn.anchang.payment.Item;
import cn.anchang.shared.Refusal;
import cn.anchang.shared.Sentences;
import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page 银行流水: each line with the accounts it may belong to; finance books or dismisses it. */
@Controller
@RequestMapping("/money/statements")
class BankPage {

    private static final int AT_MOST = 100;
    private static final String HERE = "redirect:/money/statements";

    private final BankDesk desk;
    private final Staff staff;
    private final Sentences sentences;
    private final MoneyWords words;

    BankPage(BankDesk desk, Staff staff, Sentences sentences, MoneyWords words) {
        this.desk = desk;
        this.staff = staff;
        this.sentences = sentences;
        this.words = words;
    }

    /** Before anything sent is read: strangers learn nothing of what is asked for. */
    @ModelAttribute
    void readersLookAndFinanceActs(Principal person, HttpMethod method) {
        if (method == HttpMethod.GET) {
            MoneyReader.of(person, staff);
        } else {
            MoneyReader.whoActs(person, staff);
        }
    }

    @GetMapping
    String lines(Principal person, Model page) {
        MoneyReader reader = MoneyReader.of(person, staff);
        List<BankMatch> matches = desk.matches(AT_MOST, person.getName());
        page.addAttribute("reader", reader);
        page.addAttribute("words", words);
        page.addAttribute("matches", matches);
        page.addAttribute("open", desk.open());
        page.addAttribute("sure", matches.stream().filter(BankMatch::sure).count());
        return "payment/statements";
    }

    @PostMapping("/{line}/book")
    String book(
            @PathVariable UUID line,
            @RequestParam UUID account,
            @RequestParam Item item,
            Principal person,
            RedirectAttributes answer) {
        String who = person.getName();
        say(answer, desk.book(line, account, item, who));
        return HERE;
    }

    /** Every line of which the page says that it is sure; what meanwhile is not so any more stays open and is said. */
    @PostMapping("/book-sure")
    String bookSure(@RequestParam List<UUID> lines, Principal person, RedirectAttributes answer) {
        String who = person.getName();
        int booked = 0;
        List<String> not = new ArrayList<>();
        for (BankMatch match : desk.matches(AT_MOST, person.getName())) {
            if (match.sure() && lines.contains(match.id())) {
                BankMatch.Candidate likeliest = match.candidates().get(0);
                BankOutcome outcome = desk.book(match.id(), likeliest.account().account(), likeliest.item(), who);
                if (outcome instanceof Refusal no) {
                    not.add(match.serial() + "：" + sentences.of(no));
                } else {
                    booked++;
                }
            }
        }
        answer.addFlashAttribute("done", sentences.text("bank.web.bookedSure", booked));
        if (!not.isEmpty()) {
            answer.addFlashAttribute("problem", String.join("；", not));
        }
        return HERE;
    }

    @PostMapping("/{line}/dismiss")
    String dismiss(
            @PathVariable UUID line,
            @RequestParam(defaultValue = "") String reason,
            Principal person,
            RedirectAttributes answer) {
        String who = person.getName();
        say(answer, desk.dismiss(line, reason, who));
        return HERE;
    }

    private void say(RedirectAttributes answer, BankOutcome outcome) {
        if (outcome instanceof LineBooked booked) {
            answer.addFlashAttribute(
                    "done",
                    sentences.text(
                            booked.awaiting() ? "bank.web.awaiting" : "bank.web.booked",
                            booked.serial(),
                            booked.amount()));
        } else if (outcome instanceof LineDismissed dismissed) {
            answer.addFlashAttribute("done", sentences.text("bank.web.dismissed", dismissed.serial()));
        } else {
            answer.addFlashAttribute("problem", sentences.of((Refusal) outcome));
        }
    }
}

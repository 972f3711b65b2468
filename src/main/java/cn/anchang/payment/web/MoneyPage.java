package cn.anchang.payment.web;

import cn.anchang.organization.Sites;
import cn.anchang.organization.Staff;
import cn.anchang.payment.AccountDirectory;
import cn.anchang.payment.AccountLabel;
import cn.anchang.payment.Item;
import cn.anchang.payment.Ledger;
import cn.anchang.payment.MoneyIn;
import cn.anchang.payment.PaymentMethod;
import cn.anchang.payment.ReceiptOutcome.ReceiptPrinted;
import cn.anchang.payment.ReceiptOutcome.ReceiptReissued;
import cn.anchang.payment.ReceiptOutcome.ReceiptVoided;
import cn.anchang.payment.ReceiptView;
import cn.anchang.payment.ReceiveOutcome.AwaitingSecondPerson;
import cn.anchang.payment.ReceiveOutcome.Received;
import cn.anchang.payment.RefundOutcome.Refunded;
import cn.anchang.payment.RefundPaid;
import cn.anchang.payment.RefundReverseOutcome.RefundReversed;
import cn.anchang.payment.ReverseOutcome.PaymentReversed;
import cn.anchang.payment.Statement;
import cn.anchang.payment.Statement.InstalmentView;
import cn.anchang.shared.Refusal;
import cn.anchang.shared.Sentences;
import cn.anchang.shared.Site;
import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The page 款项. Every act is sent as a form and answered by leading back to the account, with one sentence on what happened or why
 * not; a refused form comes back as it was typed.
 */
@Controller
@RequestMapping("/money")
class MoneyPage {

    private static final int FOUND_AT_MOST = 50;
    private static final int LATEST = 20;

    /** One account among those found. */
    record Found(AccountLabel label, Optional<Statement> statement) {}

    private final Ledger ledger;
    private final AccountDirectory directory;
    private final Staff staff;
    private final Sites sites;
    private final Sentences sentences;
    private final MoneyWords words;
    private final Site site;
    private final Clock clock;

    MoneyPage(
            Ledger ledger,
            AccountDirectory directory,
            Staff staff,
            Sites sites,
            Sentences sentences,
            MoneyWords words,
            Site site,
            Clock clock) {
        this.ledger = ledger;
        this.directory = directory;
        this.staff = staff;
        this.sites = sites;
        this.sentences = sentences;
        this.words = words;
        this.site = site;
        this.clock = clock;
    }

    @GetMapping
    String search(@RequestParam(name = "q", defaultValue = "") String typed, Principal person, Model page) {
        MoneyReader reader = MoneyReader.of(person, staff);
        String text = typed.strip();
        Optional<ReceiptView> receipt = text.isEmpty()
                ? Optional.empty()
                : ledger.receiptNumbered(text).filter(found -> isOpen(found.account(), person));
        if (receipt.isPresent()) {
            return "redirect:/money/" + receipt.get().account() + "#"
                    + receipt.get().receiptNo();
        }
        page.addAttribute("reader", reader);
        page.addAttribute("words", words);
        page.addAttribute("q", text);
        if (text.isEmpty()) {
            page.addAttribute("latest", ledger.latestReceipts(sites.closedTo(person.getName()), LATEST));
        } else {
            page.addAttribute("found", found(text, person));
        }
        return "payment/money";
    }

    private List<Found> found(String text, Principal person) {
        return directory.find(text, sites.closedTo(person.getName()), FOUND_AT_MOST).stream()
                .map(label -> new Found(label, ledger.statement(label.account())))
                .toList();
    }

    @GetMapping("/{account}")
    String account(@PathVariable UUID account, Principal person, Model page) {
        MoneyReader reader = MoneyReader.of(person, staff);
        Statement statement = statement(account, person);
        page.addAttribute("reader", reader);
        page.addAttribute("words", words);
        page.addAttribute("statement", statement);
        page.addAttribute("label", label(account).orElse(null));
        page.addAttribute(
                "objection", directory.objection(account).map(sentences::of).orElse(null));
        page.addAttribute("items", statement.hasPlan() ? Item.values() : new Item[] {Item.DEPOSIT});
        page.addAttribute("methods", PaymentMethod.values());
        page.addAttribute(
                "refundable", statement.settlement().isPresent() ? statement.refundDue() : statement.unallocated());
        page.addAttribute("money", freshly(page.getAttribute("money"), suggestedMoney(statement)));
        page.addAttribute("refund", freshly(page.getAttribute("refund"), suggestedRefund(statement)));
        return "payment/account";
    }

    /** What was typed and refused comes back under a new key; otherwise what is most likely next. */
    private static MoneyForm freshly(Object typed, MoneyForm suggested) {
        return (typed instanceof MoneyForm refused ? refused : suggested).withKey(UUID.randomUUID());
    }

    private MoneyForm suggestedMoney(Statement statement) {
        Optional<InstalmentView> next = statement.instalments().stream()
                .filter(line -> line.rest().isPositive())
                .findFirst();
        Item item = !statement.hasPlan()
                ? Item.DEPOSIT
                : next.map(line -> Item.paying(line.kind())).orElse(Item.BALANCE);
        return new MoneyForm(
                null,
                item,
                next.map(line -> line.rest().formatted()).orElse(""),
                PaymentMethod.TRANSFER,
                statement.lastPayer(item).orElse(""),
                "",
                today().toString(),
                "");
    }

    private MoneyForm suggestedRefund(Statement statement) {
        boolean settled = statement.settlement().isPresent();
        return new MoneyForm(
                null,
                null,
                (settled ? statement.refundDue() : statement.unallocated()).formatted(),
                PaymentMethod.TRANSFER,
                statement.lastPayer(Item.BALANCE).orElse(""),
                "",
                today().toString(),
                settled ? "结算退款" : "多付退回");
    }

    @PostMapping("/{account}/payments")
    String receive(@PathVariable UUID account, MoneyForm money, Principal person, RedirectAttributes answer) {
        String cashier = MoneyReader.whoActs(person, staff).userId();
        statement(account, person);
        Optional<Refusal> objection = directory.objection(account);
        if (objection.isPresent()) {
            return refused(account, objection.get(), answer);
        }
        Optional<MoneyIn> typed = money.moneyIn();
        if (typed.isEmpty()) {
            return back(account, "money", money, sentences.text("payment.web.unreadable"), answer);
        }
        Object outcome = ledger.receive(account, typed.get(), cashier, money.key());
        if (outcome instanceof AwaitingSecondPerson awaiting) {
            return done(account, answer, "payment.web.awaiting", awaiting.amount(), awaiting.above());
        }
        return outcome instanceof Received received
                ? done(
                        account,
                        answer,
                        "payment.web.received",
                        received.amount(),
                        received.amountInWords(),
                        received.paper(),
                        received.receiptNo())
                : back(account, "money", money, sentences.of((Refusal) outcome), answer);
    }

    @PostMapping("/{account}/payments/{payment}/reverse")
    String reverse(
            @PathVariable UUID account,
            @PathVariable UUID payment,
            @RequestParam(defaultValue = "") String reason,
            Principal person,
            RedirectAttributes answer) {
        String who = MoneyReader.whoActs(person, staff).userId();
        exists(statement(account, person).payments().stream()
                .anyMatch(one -> one.id().equals(payment)));
        Object outcome = ledger.reverse(payment, reason, who);
        return outcome instanceof PaymentReversed reversed
                ? done(account, answer, "payment.web.reversed", reversed.amount())
                : refused(account, outcome, answer);
    }

    @PostMapping("/{account}/refunds")
    String refund(@PathVariable UUID account, MoneyForm refund, Principal person, RedirectAttributes answer) {
        String who = MoneyReader.whoActs(person, staff).userId();
        statement(account, person);
        Optional<RefundPaid> typed = refund.refund();
        if (typed.isEmpty()) {
            return back(account, "refund", refund, sentences.text("payment.web.unreadable"), answer);
        }
        Optional<Refusal> objection = directory.objectionToRefund(account);
        if (objection.isPresent()) {
            return back(account, "refund", refund, sentences.of(objection.get()), answer);
        }
        Object outcome = ledger.refund(account, typed.get(), who, refund.key());
        return outcome instanceof Refunded refunded
                ? done(account, answer, "payment.web.refunded", refunded.amount(), refunded.stillDue())
                : back(account, "refund", refund, sentences.of((Refusal) outcome), answer);
    }

    @PostMapping("/{account}/refunds/{refund}/reverse")
    String reverseRefund(
            @PathVariable UUID account,
            @PathVariable UUID refund,
            @RequestParam(defaultValue = "") String reason,
            Principal person,
            RedirectAttributes answer) {
        String who = MoneyReader.whoActs(person, staff).userId();
        exists(statement(account, person).refunds().stream()
                .anyMatch(one -> one.id().equals(refund)));
        Object outcome = ledger.reverseRefund(account, refund, reason, who);
        return outcome instanceof RefundReversed reversed
                ? done(account, answer, "payment.web.refundReversed", reversed.amount())
                : refused(account, outcome, answer);
    }

    @PostMapping("/{account}/receipts/{receipt}/void")
    String voidReceipt(
            @PathVariable UUID account,
            @PathVariable UUID receipt,
            @RequestParam(defaultValue = "") String reason,
            Principal person,
            RedirectAttributes answer) {
        String who = MoneyReader.whoActs(person, staff).userId();
        receipt(account, receipt, person);
        Object outcome = ledger.voidReceipt(receipt, reason, who);
        return outcome instanceof ReceiptVoided voided
                ? done(account, answer, "payment.web.receiptVoided", voided.receiptNo())
                : refused(account, outcome, answer);
    }

    @PostMapping("/{account}/receipts/{receipt}/reissue")
    String reissue(
            @PathVariable UUID account,
            @PathVariable UUID receipt,
            @RequestParam(defaultValue = "") String payer,
            @RequestParam(defaultValue = "") String reason,
            Principal person,
            RedirectAttributes answer) {
        String who = MoneyReader.whoActs(person, staff).userId();
        receipt(account, receipt, person);
        Object outcome = ledger.reissue(receipt, payer, reason, who);
        return outcome instanceof ReceiptReissued fresh
                ? done(account, answer, "payment.web.receiptReissued", fresh.replacedNo(), fresh.receiptNo())
                : refused(account, outcome, answer);
    }

    /** Counts the copy and leads to the paper; only what comes straight from here once is the original. */
    @PostMapping("/{account}/receipts/{receipt}/print")
    String print(@PathVariable UUID account, @PathVariable UUID receipt, Principal person, RedirectAttributes answer) {
        String who = MoneyReader.whoActs(person, staff).userId();
        receipt(account, receipt, person);
        Object outcome = ledger.print(receipt, who);
        if (!(outcome instanceof ReceiptPrinted printed)) {
            return refused(account, outcome, answer);
        }
        answer.addFlashAttribute("copy", printed.copy());
        return "redirect:/money/%s/receipts/%s".formatted(account, receipt);
    }

    @GetMapping("/{account}/receipts/{receipt}")
    String paper(@PathVariable UUID account, @PathVariable UUID receipt, Principal person, Model page) {
        MoneyReader reader = MoneyReader.of(person, staff);
        ReceiptView paper = receipt(account, receipt, person);
        Object copy = page.getAttribute("copy");
        page.addAttribute("original", Integer.valueOf(1).equals(copy));
        page.addAttribute("reader", reader);
        page.addAttribute("words", words);
        page.addAttribute("company", site.company());
        page.addAttribute("receipt", paper);
        page.addAttribute("label", label(account).orElse(null));
        return "payment/receipt";
    }

    private String done(UUID account, RedirectAttributes answer, String key, Object... arguments) {
        answer.addFlashAttribute("done", sentences.text(key, arguments));
        return "redirect:/money/" + account;
    }

    private String refused(UUID account, Object outcome, RedirectAttributes answer) {
        answer.addFlashAttribute("problem", sentences.of((Refusal) outcome));
        return "redirect:/money/" + account;
    }

    private String back(UUID account, String form, MoneyForm typed, String problem, RedirectAttributes answer) {
        answer.addFlashAttribute(form, typed);
        answer.addFlashAttribute(form + "Problem", problem);
        return "redirect:/money/" + account + "#" + form;
    }

    private Statement statement(UUID account, Principal person) {
        return ledger.statement(account)
                .filter(found -> sites.isOpenTo(person.getName(), found.projectId()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private ReceiptView receipt(UUID account, UUID receipt, Principal person) {
        return ledger.receipt(receipt)
                .filter(found -> isOpen(account, person))
                .filter(found -> found.account().equals(account))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private boolean isOpen(UUID account, Principal person) {
        return ledger.statement(account)
                .filter(found -> sites.isOpenTo(person.getName(), found.projectId()))
                .isPresent();
    }

    private static void exists(boolean found) {
        if (!found) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }

    private Optional<AccountLabel> label(UUID account) {
        return directory.label(account);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}

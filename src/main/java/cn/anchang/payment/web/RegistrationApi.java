package cn.anchang.payment.web;

import cn.anchang.organization.Sites;
import cn.anchang.organization.Staff;
import cn.anchang.payment.AccountDirectory;
import cn.anchang.payment.AccountLabel;
import cn.anchang.payment.Foreseen;
import cn.anchang.payment.Item;
import cn.anchang.payment.Ledger;
import cn.anchang.payment.Statement;
import cn.anchang.payment.Statement.InstalmentView;
import cn.anchang.shared.Money;
import cn.anchang.shared.Refusal;
import cn.anchang.shared.Sentences;
import java.math.BigDecimal;
import java.security.Principal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** What the form 收款登记 asks for while somebody types; finance alone. */
@RestController
@RequestMapping("/api/money/accounts")
class RegistrationApi {

    private static final int AT_MOST = 12;

    /** @param objection why no money may be recorded here now; null when nothing speaks against it */
    record Found(
            UUID id,
            String caseNo,
            String unit,
            String customer,
            String consultant,
            String price,
            String open,
            String next,
            Item item,
            String amount,
            String payer,
            String objection) {}

    record Part(int seq, String kind, String dueOn, String amount, String paid, String pays, String rest) {}

    record Proposal(List<Part> parts, String unallocated, boolean secondPerson) {}

    private final Ledger ledger;
    private final AccountDirectory directory;
    private final Staff staff;
    private final Sites sites;
    private final Sentences sentences;

    RegistrationApi(Ledger ledger, AccountDirectory directory, Staff staff, Sites sites, Sentences sentences) {
        this.ledger = ledger;
        this.directory = directory;
        this.staff = staff;
        this.sites = sites;
        this.sentences = sentences;
    }

    @ModelAttribute
    void onlyFinance(Principal person) {
        if (!staff.isFinance(person.getName())) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
    }

    @GetMapping
    List<Found> find(@RequestParam(name = "q", defaultValue = "") String typed, Principal person) {
        return directory.find(typed, sites.closedTo(person.getName()), AT_MOST).stream()
                .flatMap(label -> ledger.statement(label.account()).map(account -> found(label, account)).stream())
                .toList();
    }

    private Found found(AccountLabel label, Statement account) {
        Optional<InstalmentView> next = account.instalments().stream()
                .filter(line -> line.rest().isPositive())
                .findFirst();
        Item item = next.map(line -> Item.paying(line.kind())).orElse(Item.BALANCE);
        return new Found(
                label.account(),
                label.caseNo(),
                label.projectName() + " " + label.unitNo(),
                label.customerName(),
                label.consultantName(),
                account.price().formatted(),
                account.open().formatted(),
                next.map(line -> sentences.text(
                                "registration.nextLine", line.seq(), line.kind(), line.rest(), line.dueOn()))
                        .orElse(null),
                item,
                next.map(line -> line.rest().formatted()).orElse(null),
                account.lastPayer(item).orElse(item == Item.LOAN ? "" : label.customerName()),
                directory
                        .objection(label.account())
                        .map((Refusal no) -> sentences.of(no))
                        .orElse(null));
    }

    @GetMapping("/{account}/proposal")
    Proposal proposal(
            @PathVariable UUID account, @RequestParam Item item, @RequestParam BigDecimal amount, Principal person) {
        if (ledger.statement(account)
                .filter(known -> sites.isOpenTo(person.getName(), known.projectId()))
                .isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        Foreseen foreseen = ledger.foreseeReceipt(account, item, Money.of(amount));
        return new Proposal(
                foreseen.parts().stream()
                        .map(part -> new Part(
                                part.seq(),
                                sentences.name(part.kind()),
                                sentences.shown(part.dueOn()),
                                part.amount().formatted(),
                                part.paid().formatted(),
                                part.pays().formatted(),
                                part.rest().formatted()))
                        .toList(),
                foreseen.unallocated().isPositive() ? foreseen.unallocated().formatted() : null,
                foreseen.secondPerson());
    }
}

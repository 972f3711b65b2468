package cn.anchang.change.web;

import cn.anchang.change.SpecialPriceChecks;
import cn.anchang.change.SpecialPriceForm;
import cn.anchang.change.SpecialPriceView;
import cn.anchang.organization.Staff;
import cn.anchang.payment.PaymentTerms;
import cn.anchang.salescase.SalesCase;
import cn.anchang.shared.Money;
import cn.anchang.shared.Sentences;
import java.math.BigDecimal;
import java.security.Principal;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** What the form 申请特价 asks for while somebody types, for those who may ask a price. */
@RestController
@RequestMapping("/api/special-prices")
class SpecialPriceApi {

    private static final Set<String> ASKERS = Set.of(Staff.SALES, Staff.SITE_MANAGER);

    record Choice(UUID id, String name) {}

    record PlanRow(String kind, String amount, String dueOn) {}

    record Check(
            String listPrice,
            String discount,
            String light,
            String lightName,
            String reason,
            List<PlanRow> plan,
            String planBasis,
            String problem) {}

    private final SpecialPriceChecks checks;
    private final Staff staff;
    private final Sentences sentences;

    SpecialPriceApi(SpecialPriceChecks checks, Staff staff, Sentences sentences) {
        this.checks = checks;
        this.staff = staff;
        this.sentences = sentences;
    }

    @ModelAttribute
    void onlyWhoMayAsk(Principal person) {
        if (!staff.isInAnyOf(person.getName(), ASKERS)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
    }

    @GetMapping("/sales")
    List<Choice> sales(Principal person) {
        return checks.sales(person.getName()).stream()
                .map(sale -> new Choice(sale.id(), name(sale)))
                .toList();
    }

    private String name(SalesCase sale) {
        return sentences.text(
                "specialPrice.sale",
                sale.unit().unitNo(),
                sale.no(),
                sale.unit().listPrice());
    }

    @GetMapping("/check")
    Check check(
            @RequestParam UUID sale,
            @RequestParam BigDecimal price,
            @RequestParam PaymentTerms terms,
            @RequestParam(required = false) BigDecimal commercialLoan,
            @RequestParam(required = false) BigDecimal fundLoan,
            Principal person) {
        SpecialPriceForm form =
                new SpecialPriceForm(sale, money(price), terms, money(commercialLoan), money(fundLoan), "");
        return checks.check(form, person.getName())
                .map(this::shown)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Check shown(SpecialPriceView view) {
        return new Check(
                view.listPrice().formatted(),
                view.discount(),
                view.light().name(),
                sentences.name(view.light()),
                view.reason(),
                view.plan().stream()
                        .map(line -> new PlanRow(
                                sentences.name(line.kind()), line.amount().formatted(), sentences.shown(line.dueOn())))
                        .toList(),
                view.planBasis(),
                view.problem());
    }

    private static Money money(BigDecimal amount) {
        return amount == null ? null : Money.of(amount);
    }
}

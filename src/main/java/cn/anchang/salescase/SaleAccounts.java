package cn.anchang.salescase;

import cn.anchang.customer.Customers;
import cn.anchang.organization.Staff;
import cn.anchang.payment.AccountDirectory;
import cn.anchang.payment.AccountLabel;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells the ledger's page whose money an account holds: an account's id is its case's. */
@Component
@Transactional(readOnly = true)
class SaleAccounts implements AccountDirectory {

    private final SalesCases cases;
    private final Customers customers;
    private final Staff staff;

    SaleAccounts(SalesCases cases, Customers customers, Staff staff) {
        this.cases = cases;
        this.customers = customers;
        this.staff = staff;
    }

    @Override
    public List<AccountLabel> find(String text, int limit) {
        return text.isBlank()
                ? List.of()
                : cases.matching(text.strip(), customers.named(text, limit), Limit.of(limit)).stream()
                        .map(this::label)
                        .toList();
    }

    @Override
    public Optional<AccountLabel> label(UUID account) {
        return cases.findById(account).map(this::label);
    }

    private AccountLabel label(SalesCase salesCase) {
        return new AccountLabel(
                salesCase.id(),
                salesCase.no(),
                salesCase.projectName(),
                salesCase.unit() == null ? "" : salesCase.unit().unitNo(),
                customers.nameOf(salesCase.customerId()),
                staff.displayName(salesCase.consultant()));
    }
}

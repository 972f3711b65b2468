package cn.anchang.salescase;

import cn.anchang.customer.Customers;
import cn.anchang.engine.OpenTasks;
import cn.anchang.inventory.SalesControl;
import cn.anchang.organization.Staff;
import cn.anchang.payment.AccountDirectory;
import cn.anchang.payment.AccountLabel;
import cn.anchang.shared.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells the ledger's page whose money an account holds: an account's id is its case's. */
@Component
@Transactional(readOnly = true)
class SaleAccounts implements AccountDirectory {

    /** The step that alone takes its money: the unit is only held until it is done. */
    static final Set<String> TAKES_MONEY = Set.of("userTask_collectDeposit");

    static final Set<String> PAYS_MONEY_BACK = Set.of("userTask_refund");

    private final SalesCases cases;
    private final Customers customers;
    private final SalesControl salesControl;
    private final OpenTasks tasks;
    private final Staff staff;

    SaleAccounts(SalesCases cases, Customers customers, SalesControl salesControl, OpenTasks tasks, Staff staff) {
        this.cases = cases;
        this.customers = customers;
        this.salesControl = salesControl;
        this.tasks = tasks;
        this.staff = staff;
    }

    @Override
    public List<AccountLabel> find(String text, Set<UUID> closed, int limit) {
        return text.isBlank()
                ? List.of()
                : cases.matching(text.strip(), customers.named(text, limit), closed, Limit.of(limit)).stream()
                        .map(this::label)
                        .toList();
    }

    @Override
    public Optional<AccountLabel> label(UUID account) {
        return cases.findById(account).map(this::label);
    }

    @Override
    public Optional<Refusal> objection(UUID account) {
        return cases.findById(account).flatMap(this::objection);
    }

    @Override
    public Optional<Refusal> objectionToRefund(UUID account) {
        return tasks.nameOfAny(account.toString(), PAYS_MONEY_BACK).map(PaidBackByTask::new);
    }

    private Optional<Refusal> objection(SalesCase salesCase) {
        Optional<Refusal> step =
                tasks.nameOfAny(salesCase.id().toString(), TAKES_MONEY).map(TakenByTask::new);
        if (step.isPresent() || salesCase.state().compareTo(CaseState.CONTRACTED) >= 0) {
            return step;
        }
        return salesControl.mayTakeMoneyFor(salesCase.id()) instanceof Refusal no ? Optional.of(no) : Optional.empty();
    }

    private AccountLabel label(SalesCase salesCase) {
        return new AccountLabel(
                salesCase.id(),
                salesCase.no(),
                salesCase.projectId(),
                salesCase.projectName(),
                salesCase.unit() == null ? "" : salesCase.unit().unitNo(),
                customers.nameOf(salesCase.customerId()),
                staff.displayName(salesCase.consultant()));
    }
}

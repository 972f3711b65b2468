package cn.anchang.payment;

import cn.anchang.engine.TenantOfStart;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Money belongs to the site of the account it is for. */
@Component
class SiteOfMoney implements TenantOfStart {

    private final Accounts accounts;

    SiteOfMoney(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public Set<String> processes() {
        return Set.of("payment-registration");
    }

    @Override
    public Optional<UUID> by(StartForm form) {
        return form.id("account").flatMap(this::siteOf);
    }

    @Override
    public Optional<UUID> by(UUID paymentId) {
        return accounts.ofPayment(paymentId).flatMap(this::siteOf);
    }

    private Optional<UUID> siteOf(UUID account) {
        return accounts.findById(account).map(Account::projectId);
    }
}

package cn.anchang.payment;

import cn.anchang.shared.Money;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The ledger on the test database, with one cashier, and words for money that tests read easily. */
@TestConfiguration(proxyBeanMethods = false)
@Import(Ledger.class)
@EnableConfigurationProperties(PaymentSettings.class)
class LedgerFixture {

    static final String CASHIER = "qian.hui";
    static final String CONSULTANT = "chen.xiao";

    @Bean
    Cashiers onlyOneCashier() {
        return CASHIER::equals;
    }

    @Bean
    PaymentProcess nobodyIsAsked() {
        return payment -> {};
    }

    static PaymentSettings settings() {
        return new PaymentSettings(new java.math.BigDecimal("20"), new java.math.BigDecimal("5000000.00"), 7);
    }

    static Money yuan(String amount) {
        return Money.of(amount);
    }

    /** An account in a project of its own, so that its receipt numbers begin at 1. */
    static UUID accountAt(Ledger ledger, String price) {
        return accountAt(ledger, price, UUID.randomUUID());
    }

    static UUID accountAt(Ledger ledger, String price, UUID project) {
        UUID account = UUID.randomUUID();
        ledger.open(
                account,
                new AccountOpening(project, "云栖花园", project.toString().substring(0, 8), yuan(price)),
                CONSULTANT);
        return account;
    }

    static MoneyIn deposit(String amount, LocalDate on) {
        return new MoneyIn(Item.DEPOSIT, yuan(amount), PaymentMethod.CASH, "王小明", null, on);
    }

    static MoneyIn house(String amount, LocalDate on) {
        return new MoneyIn(Item.FULL_PAYMENT, yuan(amount), PaymentMethod.CASH, "王小明", null, on);
    }

    static RefundPaid back(String amount, LocalDate on) {
        return new RefundPaid(yuan(amount), PaymentMethod.CASH, "王小明", null, on, "多付退回");
    }

    static LocalDate today(Clock clock) {
        return LocalDate.now(clock);
    }
}

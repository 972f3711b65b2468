package cn.anchang.salescase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import cn.anchang.payment.Fault;
import cn.anchang.payment.PaymentTerms;
import cn.anchang.salescase.ExtensionOutcome.Extended;
import cn.anchang.salescase.ExtensionOutcome.ExtensionAlreadyOver;
import cn.anchang.salescase.ExtensionOutcome.ExtensionBeyondAuthority;
import cn.anchang.salescase.ExtensionOutcome.ExtensionBeyondLimit;
import cn.anchang.shared.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SubscriptionTest {

    private static final LocalDate SUBSCRIBED = LocalDate.of(2026, 11, 1);
    private static final LocalDate SIGN_BY = LocalDate.of(2026, 11, 8);
    private static final Instant NOW = Instant.parse("2026-11-09T02:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 9);
    private static final int LIMIT = 7;

    private final Subscription subscription = subscription();

    static Subscription subscription() {
        UnitSnapshot unit = new UnitSnapshot(
                UUID.randomUUID(), "YQ-1-301", "1号楼", "三室两厅", new BigDecimal("98.50"), Money.of("1000000"), "杭售许字1号");
        return new Subscription(
                UUID.randomUUID(),
                "RG-2026-000001",
                unit,
                Optional.empty(),
                Money.of("50000"),
                PaymentTerms.FULL,
                List.of(),
                SUBSCRIBED,
                SIGN_BY);
    }

    @Test
    void extensionsOfASiteManagerAddUpToSevenDaysAndNoMore() {
        assertThat(extend(4)).isEqualTo(new Extended(4, SIGN_BY.plusDays(4)));
        assertThat(extend(4)).isEqualTo(new ExtensionBeyondAuthority(4, 3, LIMIT));
        assertThat(subscription.signBy()).isEqualTo(SIGN_BY.plusDays(4));
        assertThat(extend(3)).isEqualTo(new Extended(3, SIGN_BY.plusDays(7)));
        assertThat(extend(1)).isEqualTo(new ExtensionBeyondAuthority(1, 0, LIMIT));
        assertThat(subscription.state()).isEqualTo(SubscriptionState.EXTENDED);
        assertThat(subscription.firstSignBy()).isEqualTo(SIGN_BY);
        assertThat(subscription.extensions()).extracting(SigningExtension::days).containsExactly(4, 3);
    }

    @Test
    void daysThatTheGeneralManagerGaveUseUpTheSiteManagersToo() {
        assertThat(subscription.extend(10, 90, Authority.MANAGEMENT, "wu.zong", "在国外", NOW, TODAY))
                .isInstanceOf(Extended.class);

        assertThat(extend(1)).isEqualTo(new ExtensionBeyondAuthority(1, 0, LIMIT));
    }

    @Test
    void evenTheGeneralManagerHasALimit() {
        assertThat(subscription.extend(91, 90, Authority.MANAGEMENT, "wu.zong", "在国外", NOW, TODAY))
                .isEqualTo(new ExtensionBeyondLimit(91, 90, 90));
    }

    @Test
    void anExtensionThatIsOverAlreadyIsRefusedAndOneUntilTodayIsNot() {
        LocalDate late = SIGN_BY.plusDays(4);

        assertThat(subscription.extend(3, LIMIT, Authority.SITE_MANAGER, "zhao.ming", "等", NOW, late))
                .isEqualTo(new ExtensionAlreadyOver(SIGN_BY.plusDays(3)));
        assertThat(subscription.extend(4, LIMIT, Authority.SITE_MANAGER, "zhao.ming", "等", NOW, late))
                .isEqualTo(new Extended(4, late));
    }

    @Test
    void aDepositIsForfeitedOnlyAfterSomebodyProposedIt() {
        assertThatIllegalStateException().isThrownBy(() -> subscription.forfeit(Fault.BUYER, "wu.zong", "放弃", NOW));

        subscription.proposeForfeit("zhao.ming", "失联", NOW);
        subscription.forfeit(Fault.BUYER, "wu.zong", "放弃", NOW);

        assertThat(subscription.state()).isEqualTo(SubscriptionState.FORFEITED);
        assertThat(subscription.fault()).isEqualTo(Fault.BUYER);
        assertThatIllegalStateException().isThrownBy(subscription::contracted);
        assertThatIllegalStateException().isThrownBy(() -> extend(1));
    }

    @Test
    void aContractIsForThePriceOfTheSubscriptionToTheCent() {
        assertThatIllegalArgumentException().isThrownBy(() -> contract("999999.99", SUBSCRIBED, SIGN_BY));
        assertThat(contract("1000000.00", SUBSCRIBED, SIGN_BY).total()).isEqualTo(Money.of("1000000"));
    }

    @Test
    void aContractIsNotSignedBeforeTheSubscriptionNorAfterTheHandover() {
        assertThatIllegalArgumentException().isThrownBy(() -> contract("1000000.00", SUBSCRIBED.minusDays(1), SIGN_BY));
        assertThatIllegalArgumentException().isThrownBy(() -> contract("1000000.00", SIGN_BY, SIGN_BY.minusDays(1)));
    }

    @Test
    void aContractIsFiledOnce() {
        SalesContract contract = contract("1000000.00", SUBSCRIBED, SIGN_BY);
        contract.filed("BA1", SIGN_BY);

        assertThatIllegalStateException().isThrownBy(() -> contract.filed("BA2", SIGN_BY));
        assertThat(contract.filingNo()).isEqualTo("BA1");
    }

    @Test
    void aFiledContractIsNotVoidUntilItsFilingIsRevoked() {
        SalesContract contract = contract("1000000.00", SUBSCRIBED, SIGN_BY);
        assertThatIllegalStateException().isThrownBy(() -> contract.filingRevoked("CX1", SIGN_BY, "zhao.ming"));
        contract.filed("BA1", SIGN_BY);
        assertThatIllegalStateException().isThrownBy(() -> contract.makeVoid(true, SIGN_BY, "换房", "BG1", "zhao.ming"));

        contract.filingRevoked("CX1", SIGN_BY, "zhao.ming");
        assertThat(contract.isFiled()).isFalse();
        contract.makeVoid(true, SIGN_BY, "换房", "BG1", "zhao.ming");

        assertThat(contract.voidedOn()).isEqualTo(SIGN_BY);
        assertThat(contract.filingNo()).as("its row says what it was").isEqualTo("BA1");
        assertThatIllegalStateException().isThrownBy(() -> contract.makeVoid(true, SIGN_BY, "换房", "BG1", "zhao.ming"));
    }

    @Test
    void signingAnewForgetsAProposalToForfeitAndKeepsTheDaysGiven() {
        extend(4);
        subscription.proposeForfeit("zhao.ming", "失联", NOW);

        subscription.signAnew(TODAY.plusDays(7));

        assertThat(subscription.forfeitProposal()).isNull();
        assertThat(subscription.signBy()).isEqualTo(TODAY.plusDays(7));
        assertThat(subscription.extendedDays()).isEqualTo(4);
        assertThatIllegalStateException().isThrownBy(() -> subscription.forfeit(Fault.BUYER, "wu.zong", "放弃", NOW));
        subscription.contracted();
        subscription.signAnew(TODAY.plusDays(9));
        assertThat(subscription.isWaiting()).isTrue();
        subscription.undone(UndoKind.RETURNED, Fault.NOBODY, "zhao.ming", "退房", NOW);
        assertThat(subscription.state()).isEqualTo(SubscriptionState.RETURNED);
        assertThatIllegalStateException().isThrownBy(() -> subscription.signAnew(TODAY));
    }

    private SalesContract contract(String total, LocalDate signedOn, LocalDate deliverOn) {
        return new SalesContract(
                subscription,
                "HT-2026-000001",
                Money.of(total),
                signedOn,
                deliverOn,
                null,
                null,
                signedOn.plusDays(30));
    }

    private ExtensionOutcome extend(int days) {
        return subscription.extend(days, LIMIT, Authority.SITE_MANAGER, "zhao.ming", "等", NOW, TODAY);
    }
}

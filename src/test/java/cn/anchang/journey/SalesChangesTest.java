package cn.anchang.journey;

import static cn.anchang.payment.InstalmentKind.DEPOSIT;
import static cn.anchang.payment.InstalmentKind.FIRST;
import static cn.anchang.payment.InstalmentKind.MORTGAGE;
import static org.assertj.core.api.Assertions.assertThat;

import cn.anchang.customer.IdType;
import cn.anchang.payment.Fault;
import cn.anchang.payment.InstalmentKind;
import cn.anchang.payment.Item;
import cn.anchang.payment.Ledger;
import cn.anchang.payment.MoneyIn;
import cn.anchang.payment.PaymentMethod;
import cn.anchang.payment.PaymentTerms;
import cn.anchang.payment.PlanLine;
import cn.anchang.payment.ReceiptView;
import cn.anchang.payment.ReceiveOutcome.Received;
import cn.anchang.salescase.Authority;
import cn.anchang.salescase.ChangeKind;
import cn.anchang.salescase.ChangeOutcome;
import cn.anchang.salescase.ChangeOutcome.Changed;
import cn.anchang.salescase.Obstacle;
import cn.anchang.salescase.SalesChanges;
import cn.anchang.salescase.SalesFigures;
import cn.anchang.salescase.SealedBuyer;
import cn.anchang.salescase.Standing;
import cn.anchang.salescase.SubscriptionForm.BuyerEntry;
import cn.anchang.salescase.UndoKind;
import cn.anchang.shared.Masked;
import cn.anchang.shared.Money;
import cn.anchang.shared.Period;
import cn.anchang.shared.Refusal;
import cn.anchang.shared.Sentences;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Every switch on the real engine and database: what it writes, what the running sale does, and that a refusal leaves every row. */
class SalesChangesTest extends JourneyTest {

    private static final String ORDER = "BG-2026-000001";
    private static final String WHY = "客户申请";

    @Autowired
    SalesChanges changes;

    @Autowired
    Ledger ledger;

    @Autowired
    SalesFigures figures;

    @Autowired
    Sentences sentences;

    // ---- 延期签约

    @Test
    void anExtensionMovesEveryRunningClock() {
        Sale sale = sale().subscribed();
        LocalDate signBy = sale.today().plusDays(7);
        sale.after(Duration.ofDays(1));

        changed(extend(sale, 7, Authority.SITE_MANAGER), "延长 7 天");

        LocalDate until = signBy.plusDays(7);
        assertThat(subscription(sale)).isEqualTo("EXTENDED " + until);
        assertThat(dueDay(sale, "userTask_collectFirstPayment")).isEqualTo(until.toString());
        sale.after(Duration.ofDays(9));
        assertThat(sale.notices())
                .as("neither reminded nor overdue by the old day")
                .isEmpty();
        assertThat(sale.openTasks()).containsExactly("userTask_collectFirstPayment");
        sale.after(Duration.ofDays(2));
        assertThat(sale.notices()).containsExactly("SIGNING_DUE");
        sale.after(Duration.ofDays(3));
        assertThat(sale.notices()).containsExactly("SIGNING_DUE", "SIGNING_DUE");
        assertThat(sale.openTasks()).containsExactly("userTask_collectFirstPayment", "userTask_handleOverdue");
    }

    @Test
    void anExtensionGivesAnOverdueTaskAndARulingAway() {
        Sale sale = sale().subscribed();
        sale.after(Duration.ofDays(9));
        assertThat(sale.openTasks()).containsExactly("userTask_collectFirstPayment", "userTask_handleOverdue");

        changed(extend(sale, 7, Authority.SITE_MANAGER), "延长 7 天");
        assertThat(sale.openTasks()).containsExactly("userTask_collectFirstPayment");
        sale.after(Duration.ofDays(7));
        accepted(sale.overdue(Map.of("decision", "forfeit", "reason", "客户失联")));
        assertThat(sale.openTasks()).containsExactly("userTask_collectFirstPayment", "userTask_ruleForfeit");

        changed(extend(sale, 7, Authority.MARKETING_DIRECTOR), "延长 7 天");
        assertThat(sale.openTasks()).containsExactly("userTask_collectFirstPayment");
        changed(extend(sale, 5, Authority.MANAGEMENT), "延长 5 天");
        sale.after(Duration.ofDays(8));
        assertThat(sale.openTasks()).as("the wait moved too").containsExactly("userTask_collectFirstPayment");
        sale.after(Duration.ofDays(5));
        assertThat(sale.openTasks()).containsExactly("userTask_collectFirstPayment", "userTask_handleOverdue");
        assertThat(changesOf(sale)).containsExactly("EXTEND_SIGNING", "EXTEND_SIGNING", "EXTEND_SIGNING");
    }

    @Test
    void extensionsAddUpAgainstTheirAuthorityAndEndWithTheContract() {
        Sale sale = sale().subscribed();
        changed(extend(sale, 5, Authority.SITE_MANAGER), "延长 5 天");
        untouched(sale, () -> extend(sale, 3, Authority.SITE_MANAGER), "只余 2 天");
        untouched(sale, () -> extend(sale, 10, Authority.MARKETING_DIRECTOR), "只余 9 天");
        changed(extend(sale, 9, Authority.MARKETING_DIRECTOR), "延长 9 天");
        untouched(sale, () -> extend(sale, 77, Authority.MANAGEMENT), "只余 76 天");

        Sale signed = sale().contractedBy("INSTALMENTS");
        untouched(signed, () -> extend(signed, 3, Authority.MANAGEMENT), "本案现为“已签约”，不能办理延期签约");
    }

    // ---- 付款计划

    @Test
    void aPlanIsRevisedAtTheSamePriceAndKeepsWhatWasPaid() {
        Sale sale = sale().contractedBy("INSTALMENTS");
        Standing before = standing(sale);
        List<PlanLine> later =
                new ArrayList<>(before.plan().stream().map(line -> line.line()).toList());
        PlanLine third = later.get(2);
        later.set(2, new PlanLine(third.kind(), third.amount(), third.dueOn().plusDays(30)));

        changed(changes.revisePlan(sale.caseId(), later, WHY, ORDER, MANAGER), "付款计划改为第 3 版");

        Standing now = standing(sale);
        assertThat(now.plan().get(2).dueOn()).isEqualTo(third.dueOn().plusDays(30));
        assertThat(now.plan().get(1).paid()).isEqualTo(Money.of("250000"));
        assertThat(now.asOf()).isNotEqualTo(before.asOf());
        assertThat(planReason(sale)).isEqualTo("变更单 BG-2026-000001：客户申请");
        assertThat(sale.openTasks()).as("nothing restarts").containsExactly("userTask_fileContract");
        untouched(sale, () -> changes.revisePlan(sale.caseId(), later, WHY, ORDER, MANAGER), "与现状一致");
        List<PlanLine> short1 = new ArrayList<>(later);
        short1.set(2, new PlanLine(third.kind(), third.amount().minus(Money.of("0.01")), third.dueOn()));
        untouched(sale, () -> changes.revisePlan(sale.caseId(), short1, WHY, ORDER, MANAGER), "与总价 1,000,000.00 元不符");
        untouched(
                sale, () -> changes.revisePlan(sale.caseId(), inFull(sale, "1000000"), WHY, ORDER, MANAGER), "不含“全款”");
    }

    @Test
    void moneyThatComesInLeavesARequestAsItIsAndARevisionDoesNot() {
        Sale sale = sale().subscribed();
        String asOf = standing(sale).asOf();

        accepted(sale.pay("100000.00"));
        assertThat(standing(sale).asOf()).isEqualTo(asOf);
        changed(extend(sale, 1, Authority.SITE_MANAGER), "延长 1 天");
        assertThat(standing(sale).asOf()).isNotEqualTo(asOf);
    }

    /** Whoever comes first: the money is all there, each yuan once, and the plan is the revised one. */
    @Test
    void aPlanChangeRacesAPayment() throws Exception {
        for (int round = 0; round < 3; round++) {
            Sale sale = sale().contractedBy("INSTALMENTS");
            List<PlanLine> lines = new ArrayList<>(
                    standing(sale).plan().stream().map(line -> line.line()).toList());
            PlanLine third = lines.get(2);
            PlanLine fourth = lines.get(3);
            lines.set(2, new PlanLine(third.kind(), third.amount().plus(fourth.amount()), third.dueOn()));
            lines.remove(3);
            List<Object> done = together(
                    () -> changes.revisePlan(sale.caseId(), lines, WHY, ORDER, MANAGER),
                    () -> ledger.receive(sale.caseId(), money(sale, "400000"), CASHIER));

            assertThat(done).hasAtLeastOneElementOfType(Changed.class).hasAtLeastOneElementOfType(Received.class);
            Standing now = standing(sale);
            assertThat(now.plan()).hasSize(lines.size());
            assertThat(now.plan().get(2).paid()).isEqualTo(Money.of("400000"));
            assertThat(now.received()).isEqualTo(Money.of("700000"));
            assertThat(now.unallocated()).isEqualTo(Money.ZERO);
        }
    }

    // ---- 付款方式变更

    @Test
    void otherTermsBeforeTheContractBeginTheSigningAgain() {
        Sale sale = sale().paid();
        assertThat(sale.openTasks()).containsExactly("userTask_signContract");
        sale.after(Duration.ofDays(6));
        LocalDate signBy = sale.today().plusDays(7);

        changed(
                changes.changeTerms(
                        sale.caseId(),
                        PaymentTerms.COMMERCIAL,
                        List.of(
                                line(DEPOSIT, "50000", sale.today()),
                                line(FIRST, "150000", signBy),
                                line(MORTGAGE, "800000", signBy.plusDays(45))),
                        WHY,
                        ORDER,
                        MANAGER),
                "付款方式由全款改为商业贷款按揭");

        assertThat(sale.openTasks()).as("the first money is in already").containsExactly("userTask_signContract");
        assertThat(subscription(sale)).isEqualTo("SUBSCRIBED " + signBy);
        sale.after(Duration.ofDays(3));
        assertThat(sale.openTasks()).as("the days to sign began again").containsExactly("userTask_signContract");
        accepted(sale.signContract(Map.of()));
        assertThat(sale.openTasks()).containsExactly("userTask_fileContract");
        assertThat(terms(sale)).isEqualTo("COMMERCIAL");
    }

    @Test
    void otherTermsAfterTheContractMakeItVoidAndAskForTheMoneyThatIsMissing() {
        Sale sale = sale().contractedBy("INSTALMENTS");
        LocalDate signBy = sale.today().plusDays(7);

        changed(
                changes.changeTerms(sale.caseId(), PaymentTerms.FULL, inFull(sale, "1000000"), WHY, ORDER, MANAGER),
                "合同须重新签订");

        assertThat(sale.openTasks()).containsExactly("userTask_collectFirstPayment");
        assertThat(sale.state()).isEqualTo("SUBSCRIBED");
        assertThat(sale.site().stateOf(sale.site().unit(0))).isEqualTo("SUBSCRIBED");
        assertThat(contracts(sale)).containsExactly("void replaced");
        assertThat(sale.milestones()).containsEntry("FILING", true).containsEntry("FIRST_PAYMENT/2", false);
        assertThat(subscription(sale)).isEqualTo("SUBSCRIBED " + signBy);
        accepted(sale.pay("700000.00"));
        accepted(sale.signContract(Map.of()));
        assertThat(contracts(sale)).containsExactly("void replaced", "in force");
        assertThat(figures.contracted(
                        sale.site().projectId(), new Period(sale.today().minusDays(1), sale.today())))
                .as("one deal, however often it was signed")
                .hasSize(1);
        accepted(sale.fileContract("BA" + sale.caseId()));
        assertThat(sale.openTasks()).containsExactly("userTask_checkDeal");
    }

    // ---- 更名

    @Test
    void otherBuyersSignAnewAndTheOldContractStaysAsAVoidRow() {
        Sale sale = sale().contracted();
        Person wife = Person.unknown();
        List<BuyerEntry> entries = List.of(
                new BuyerEntry(
                        "王小明",
                        IdType.ID_CARD,
                        sale.person().idNo(),
                        sale.person().phone(),
                        60),
                new BuyerEntry("李小红", IdType.PASSPORT, "E12345678", wife.phone(), 40));
        assertThat(changes.objectionTo(entries)).isEmpty();
        List<SealedBuyer> sealed = changes.seal(sale.caseId(), entries);
        assertThat(sealed.toString()).doesNotContain(sale.person().idNo()).doesNotContain("E12345678");
        untouched(sale, () -> changes.changeBuyers(sale.caseId(), sealed, WHY, ORDER, MANAGER), "收回买受人手中的 2 张票据");
        receiptsBack(sale);

        changed(changes.changeBuyers(sale.caseId(), sealed, WHY, ORDER, MANAGER), "王*明");

        assertThat(sale.openTasks()).containsExactly("userTask_signContract");
        assertThat(standing(sale).buyers())
                .extracting(buyer -> buyer.name() + " " + buyer.maskedIdNo() + " " + buyer.sharePercent())
                .containsExactly("王小明 " + Masked.idNo(sale.person().idNo()) + " 60", "李小红 E******78 40");
        assertThat(contracts(sale)).containsExactly("void replaced");
        assertThat(standing(sale).contract()).isEmpty();
        accepted(sale.signContract(Map.of()));
        assertThat(standing(sale).contract()).isPresent();
    }

    @Test
    void buyersWhoCannotBeAreRefusedInWords() {
        assertThat(said(changes.objectionTo(List.of(new BuyerEntry("王小明", IdType.PASSPORT, "E12345678", null, 90)))
                        .orElseThrow()))
                .contains("90%");
        assertThat(said(changes.objectionTo(List.of(new BuyerEntry("王小明", IdType.ID_CARD, "1", null, 100)))
                        .orElseThrow()))
                .contains("王小明");
    }

    // ---- 换房

    @Test
    void anExchangeBeforeTheContractTakesUnitPriceAndMoneyAlong() {
        Sale sale = sale().subscribed();
        accepted(sale.pay("100000.00"));
        UUID dearer = sale.site().unitAt("1200000.00");
        receiptsBack(sale);

        changed(exchange(sale, dearer, "1200000"), "款项随之转入");

        assertThat(sale.site().stateOf(sale.site().unit(0))).isEqualTo("AVAILABLE");
        assertThat(sale.site().occupants(sale.site().unit(0))).isEmpty();
        assertThat(sale.site().stateOf(dearer)).isEqualTo("SUBSCRIBED");
        assertThat(sale.site().occupants(dearer)).containsExactly(sale.caseId());
        Standing now = standing(sale);
        assertThat(now.unitId()).isEqualTo(dearer);
        assertThat(now.price()).isEqualTo(Money.of("1200000"));
        assertThat(now.received()).isEqualTo(Money.of("150000"));
        assertThat(now.plan().get(1).rest()).isEqualTo(Money.of("1050000"));
        assertThat(sale.openTasks()).containsExactly("userTask_collectFirstPayment");
        Sale next = sale(sale.site(), LIN, Person.unknown()).intended();
        accepted(next.choose(sale.site().unit(0)));
        accepted(sale.pay("1050000.00"));
        accepted(sale.signContract(Map.of()));
        assertThat(sale.site().stateOf(dearer)).isEqualTo("CONTRACTED");
    }

    @Test
    void anExchangeAfterFilingNeedsTheFilingRevokedAndSignsAnew() {
        Sale sale = sale();
        UUID cheaper = sale.site().unitAt("900000.00");
        sale.filedBy("COMMERCIAL");
        assertThat(changes.obstacles(sale.caseId(), ChangeKind.EXCHANGE_UNIT))
                .extracting(Obstacle::kind)
                .containsExactly(Obstacle.Kind.FILED, Obstacle.Kind.RECEIPTS_OUT);
        Supplier<ChangeOutcome> exchange = () -> changes.exchangeUnit(
                sale.caseId(),
                cheaper,
                Money.of("900000"),
                List.of(
                        line(DEPOSIT, "50000", sale.today()),
                        line(FIRST, "150000", sale.today().plusDays(7)),
                        line(MORTGAGE, "700000", sale.today().plusDays(52))),
                WHY,
                ORDER,
                MANAGER);
        untouched(sale, exchange, "须先撤销备案", "收回买受人手中的 2 张票据");
        assertThat(changes.filingRevoked(sale.caseId(), "CX1", sale.today().plusDays(1), MANAGER))
                .isPresent();
        assertThat(changes.filingRevoked(sale.caseId(), "CX1", sale.today(), MANAGER))
                .isEmpty();
        assertThat(sale.state()).isEqualTo("CONTRACTED");
        assertThat(sale.site().stateOf(sale.site().unit(1))).isEqualTo("AVAILABLE");
        receiptsBack(sale);

        changed(exchange.get(), "换为");

        assertThat(contracts(sale)).containsExactly("void replaced");
        assertThat(sale.state()).isEqualTo("SUBSCRIBED");
        assertThat(sale.site().stateOf(sale.site().unit(0))).isEqualTo("AVAILABLE");
        assertThat(sale.site().stateOf(cheaper)).isEqualTo("SUBSCRIBED");
        assertThat(sale.openTasks()).containsExactly("userTask_collectFirstPayment");
        accepted(sale.pay("50000.00"));
        accepted(sale.signContract(Map.of()));
        accepted(sale.fileContract("BA2" + sale.caseId()));
        assertThat(contracts(sale)).containsExactly("void replaced", "in force");
    }

    @Test
    void anExchangeThatCannotBeLeavesEveryRow() {
        Sale sale = sale().subscribed();
        receiptsBack(sale);
        UUID taken = sale.site().unit(1);
        Sale rival = sale(sale.site(), LIN, Person.unknown()).intended();
        accepted(rival.choose(taken));
        UUID dearer = sale.site().unitAt("1200000.00");

        untouched(sale, () -> exchange(sale, taken, "1000000"), "林佳");
        untouched(sale, () -> exchange(sale, sale.site().unit(0), "1000000"), "与现状一致");
        untouched(sale, () -> exchange(sale, dearer, "1100000"), "今日价格为 1,200,000.00 元");
        untouched(sale, () -> exchange(sale, site(1).unit(0), "1000000"), "只能换本楼盘");
        untouched(sale, () -> exchange(sale, sale.site().unitWithoutPermit(), "1000000"), "预售许可");
        untouched(
                sale,
                () -> changes.exchangeUnit(
                        sale.caseId(), dearer, Money.of("1200000"), inFull(sale, "1000000"), WHY, ORDER, MANAGER),
                "与总价 1,200,000.00 元不符");
        assertThat(sale.site().stateOf(dearer)).isEqualTo("AVAILABLE");
        assertThat(sale.site().occupants(dearer)).isEmpty();
    }

    @Test
    void ofTwoExchangesForOneUnitOneIsCarriedOut() throws Exception {
        SalesSite site = site(3);
        Sale first = new Sale(this, site, CHEN, Person.unknown()).subscribed();
        Sale second = new Sale(this, site, LIN, Person.unknown());
        second.intended();
        accepted(second.choose(site.unit(1)));
        accepted(second.deposit("50000.00"));
        accepted(second.subscribe(Map.of()));
        receiptsBack(first);
        receiptsBack(second);
        UUID wanted = site.unit(2);

        List<Object> done =
                together(() -> exchange(first, wanted, "1000000"), () -> exchange(second, wanted, "1000000"));

        assertThat(done).filteredOn(Changed.class::isInstance).hasSize(1);
        assertThat(done).filteredOn(Refusal.class::isInstance).hasSize(1);
        assertThat(site.occupants(wanted)).hasSize(1);
        Sale winner = site.occupants(wanted).contains(first.caseId()) ? first : second;
        Sale loser = winner == first ? second : first;
        assertThat(standing(winner).unitId()).isEqualTo(wanted);
        UUID kept = loser == first ? site.unit(0) : site.unit(1);
        assertThat(standing(loser).unitId()).isEqualTo(kept);
        assertThat(site.stateOf(kept)).isEqualTo("SUBSCRIBED");
        assertThat(changesOf(loser)).isEmpty();
    }

    @Test
    void afterTheChecklistHasBegunNothingGoesBackButTheUnitItself() {
        Sale sale = sale().filed();
        assertThat(sale.openTasks()).containsExactly("userTask_checkDeal");
        assertThat(changes.objection(sale.caseId(), ChangeKind.EXCHANGE_UNIT).map(this::said))
                .contains("本案现为“成交检查”，不能办理换房。");
        untouched(sale, () -> exchange(sale, sale.site().unit(1), "1000000"), "本案现为“成交检查”，不能办理换房");
        accepted(sale.check(MANAGER));
        assertThat(changes.objection(sale.caseId(), ChangeKind.CHANGE_BUYERS).map(this::said))
                .contains("本案现为“后续手续办理中”，不能办理更名/增减权益人。");
        assertThat(changes.objection(sale.caseId(), ChangeKind.RETURN_UNIT)).isEmpty();
        untouched(sale, () -> undo(sale, UndoKind.RETURNED, Fault.NOBODY), "须先撤销备案");
        assertThat(changes.filingRevoked(sale.caseId(), "CX1", sale.today(), MANAGER))
                .isEmpty();
        assertThat(sale.state()).isEqualTo("CHECKED");
        receiptsBack(sale);

        changed(undo(sale, UndoKind.RETURNED, Fault.NOBODY), "退房");

        assertThat(sale.openTasks()).containsExactly("userTask_refund");
        assertThat(sale.state()).isEqualTo("UNDOING");
        assertThat(sale.site().stateOf(sale.site().unit(0))).isEqualTo("AVAILABLE");
        accepted(sale.refund("1000000.00"));
        assertThat(sale.state()).isEqualTo("RETURNED");
        assertThat(sale.isRunning()).isFalse();
        assertThat(contracts(sale)).containsExactly("void");
    }

    @Test
    void aChangeGivenUpAfterTheFilingWasRevokedIsFiledAgain() {
        Sale sale = sale().filed();
        assertThat(changes.filingRevoked(sale.caseId(), "CX1", sale.today(), MANAGER))
                .isEmpty();
        refused(sale.check(MANAGER), "请先执行变更，或放弃变更并重新备案");

        assertThat(changes.filedAgain(
                                sale.caseId(),
                                ChangeKind.RETURN_UNIT,
                                "BA" + sale.caseId(),
                                sale.today(),
                                ORDER,
                                MANAGER)
                        .map(this::said))
                .hasValueSatisfying(why -> assertThat(why).contains("已用于合同"));
        assertThat(changes.filedAgain(
                        sale.caseId(), ChangeKind.RETURN_UNIT, "BB" + sale.caseId(), sale.today(), ORDER, MANAGER))
                .isEmpty();

        assertThat(sale.state()).isEqualTo("FILED");
        assertThat(sale.site().stateOf(sale.site().unit(0))).isEqualTo("FILED");
        assertThat(sale.card(MANAGER, "userTask_checkDeal").path("notices").toString())
                .contains("变更单 BG-2026-000001", "原备案号 BA" + sale.caseId());
        accepted(sale.check(MANAGER));
    }

    @Test
    void aUnitWithItsBuyerIsNoLongerTakenBack() {
        Sale sale = sale().checked();
        accepted(sale.handOverPapers());
        accepted(sale.handOverUnit());

        untouched(sale, () -> undo(sale, UndoKind.RETURNED, Fault.NOBODY), "已经交付");
    }

    // ---- 退定, 退房, 挞定

    @Test
    void aDepositIsWithdrawnByNobodysFaultBeforeTheSubscription() {
        Sale sale = sale().reserved();
        untouched(sale, () -> undo(sale, UndoKind.WITHDRAWN, Fault.NOBODY), "收回买受人手中的 1 张票据");
        receiptsBack(sale);

        changed(undo(sale, UndoKind.WITHDRAWN, Fault.NOBODY), "退定", "应退 50,000.00 元");

        assertThat(sale.openTasks()).containsExactly("userTask_refund");
        refused(sale.refund("40000.00"), "50,000.00");
        accepted(sale.refund("50000.00"));
        ended(sale, "WITHDRAWN", "endEvent_saleWithdrawn");
    }

    @Test
    void aSubscriptionWithdrawnByTheBuyersFaultKeepsTheDepositAndPaysTheRestBack() {
        Sale sale = sale().subscribed();
        accepted(sale.pay("100000.00"));
        receiptsBack(sale);

        changed(undo(sale, UndoKind.WITHDRAWN, Fault.BUYER), "没收定金 50,000.00 元，应退 100,000.00 元");

        accepted(sale.refund("100000.00"));
        ended(sale, "WITHDRAWN", "endEvent_saleWithdrawn");
        assertThat(subscription(sale)).startsWith("WITHDRAWN");
    }

    @Test
    void aUnitReturnedByTheSellersFaultPaysTheDepositBackDouble() {
        Sale sale = sale().contracted();
        receiptsBack(sale);

        changed(undo(sale, UndoKind.RETURNED, Fault.SELLER), "退房", "应退 1,050,000.00 元");

        assertThat(sale.site().stateOf(sale.site().unit(0))).isEqualTo("AVAILABLE");
        assertThat(contracts(sale)).containsExactly("void");
        assertThat(jdbc.queryForObject(
                        "select undo_kind || ' ' || undo_fault || ' ' || undo_order || ' ' || undone_by"
                                + " from sales.sales_cases where id = ?",
                        String.class,
                        sale.caseId()))
                .isEqualTo("RETURNED SELLER BG-2026-000001 zhao.ming");
        accepted(sale.refund("1050000.00"));
        ended(sale, "RETURNED", "endEvent_unitReturned");
    }

    @Test
    void aLendersMoneyGoesBackToTheLenderAndTheRestToTheBuyer() {
        Sale sale = sale().contractedBy("COMMERCIAL");
        for (String part : List.of("430000", "420000")) {
            assertThat(ledger.receive(
                            sale.caseId(),
                            new MoneyIn(
                                    Item.LOAN,
                                    Money.of(part),
                                    PaymentMethod.TRANSFER,
                                    "建设银行西湖支行",
                                    "FK" + UUID.randomUUID(),
                                    sale.today()),
                            CASHIER))
                    .isInstanceOf(Received.class);
        }
        receiptsBack(sale);

        changed(undo(sale, UndoKind.RETURNED, Fault.BUYER), "没收定金 50,000.00 元，应退 950,000.00 元");

        JsonNode asked = sale.prefill(CASHIER, "userTask_refund");
        assertThat(List.of(
                        asked.path("to").asText(),
                        asked.path("amount").asText(),
                        asked.path("payee").asText()))
                .containsExactly("LENDER", "850000.00", "建设银行西湖支行");
        refused(sale.refund("950000.00"), "应退贷款银行 850,000.00 元，本次填写 950,000.00 元");
        accepted(sale.refund("850000.00"));
        assertThat(sale.state()).isEqualTo("UNDOING");
        assertThat(sale.prefill(CASHIER, "userTask_refund").path("to").asText()).isEqualTo("BUYER");
        accepted(sale.refund("100000.00"));
        ended(sale, "RETURNED", "endEvent_unitReturned");
        assertThat(jdbc.queryForList(
                        "select p.item || ' ' || sum(a.amount) from sales.allocations a join sales.payments p on p.id = a.payment_id"
                                + " where a.refund_id is not null and a.freed_at is null and p.account_id = ?"
                                + " group by p.item order by p.item",
                        String.class,
                        sale.caseId()))
                .containsExactly("FIRST_PAYMENT 100000.00", "LOAN 850000.00");
    }

    @Test
    void aForfeitByChangeOrderTakesTheOverdueTaskAlongAndEndsAtOnceWithNothingToPayBack() {
        Sale sale = sale().subscribed();
        sale.after(Duration.ofDays(9));
        receiptsBack(sale);

        changed(undo(sale, UndoKind.FORFEITED, Fault.BUYER), "挞定", "没收定金 50,000.00 元，应退 0.00 元");

        assertThat(sale.openTasks()).isEmpty();
        ended(sale, "FORFEITED", "endEvent_saleForfeited");
        untouched(sale, () -> undo(sale, UndoKind.FORFEITED, Fault.BUYER), "本案现为“已挞定”，不能办理挞定");
    }

    @Test
    void whatIsUndoneFitsWhereTheSaleIs() {
        Sale signed = sale().contracted();
        untouched(signed, () -> undo(signed, UndoKind.WITHDRAWN, Fault.NOBODY), "本案现为“已签约”，不能办理退定");
        untouched(signed, () -> undo(signed, UndoKind.FORFEITED, Fault.BUYER), "不能办理挞定");
        Sale subscribed = sale().subscribed();
        untouched(subscribed, () -> undo(subscribed, UndoKind.RETURNED, Fault.NOBODY), "不能办理退房");
        assertThat(changes.standing(UUID.randomUUID())).isEmpty();
        assertThat(changes.standing(sale().intended().caseId())).isEmpty();
    }

    // ----

    private ChangeOutcome extend(Sale sale, int days, Authority authority) {
        return changes.extendSigning(sale.caseId(), days, authority, WHY, ORDER, MANAGER);
    }

    private ChangeOutcome exchange(Sale sale, UUID unit, String price) {
        return changes.exchangeUnit(sale.caseId(), unit, Money.of(price), inFull(sale, price), WHY, ORDER, MANAGER);
    }

    private ChangeOutcome undo(Sale sale, UndoKind kind, Fault fault) {
        return changes.undo(sale.caseId(), kind, fault, WHY, ORDER, MANAGER);
    }

    private void receiptsBack(Sale sale) {
        List<UUID> receipts =
                standing(sale).receipts().stream().map(ReceiptView::id).toList();
        assertThat(changes.receiptsReturned(sale.caseId(), receipts, ORDER, CASHIER))
                .isEmpty();
        assertThat(standing(sale).receipts()).isEmpty();
    }

    private List<PlanLine> inFull(Sale sale, String price) {
        return PlanLine.inFull(
                Money.of(price), Money.of("50000"), sale.today(), sale.today().plusDays(7));
    }

    private static PlanLine line(InstalmentKind kind, String amount, LocalDate dueOn) {
        return new PlanLine(kind, Money.of(amount), dueOn);
    }

    private MoneyIn money(Sale sale, String amount) {
        return new MoneyIn(
                Item.INSTALMENT,
                Money.of(amount),
                PaymentMethod.TRANSFER,
                "王小明",
                "SN" + UUID.randomUUID(),
                sale.today());
    }

    private Standing standing(Sale sale) {
        return changes.standing(sale.caseId()).orElseThrow();
    }

    private String said(Refusal refusal) {
        return sentences.of(refusal);
    }

    private void changed(ChangeOutcome outcome, String... words) {
        assertThat(outcome).as(outcome instanceof Refusal no ? said(no) : "").isInstanceOf(Changed.class);
        assertThat(((Changed) outcome).text()).contains(words);
    }

    /** Refused in these words, and every row of the sale is as it was. */
    private void untouched(Sale sale, Supplier<ChangeOutcome> change, String... words) {
        List<String> before = sale.rows();
        List<String> open = sale.openTasks();
        ChangeOutcome outcome = change.get();
        assertThat(outcome).isInstanceOf(Refusal.class);
        assertThat(said((Refusal) outcome)).contains(words);
        assertThat(sale.rows()).isEqualTo(before);
        assertThat(sale.openTasks()).isEqualTo(open);
    }

    private void ended(Sale sale, String state, String end) {
        assertThat(sale.state()).isEqualTo(state);
        assertThat(sale.isRunning()).isFalse();
        assertThat(history.createHistoricActivityInstanceQuery().activityId(end).list())
                .anySatisfy(passed -> assertThat(passed.getProcessInstanceId()).isEqualTo(sale.instanceId()));
        assertThat(sale.site().stateOf(sale.site().unit(0))).isEqualTo("AVAILABLE");
        assertThat(sale.milestones().values()).doesNotContain(false);
        assertThat(ledger.refundDue(sale.caseId())).isEqualTo(Money.ZERO);
    }

    private List<Object> together(Callable<?> one, Callable<?> other) throws Exception {
        CyclicBarrier start = new CyclicBarrier(2);
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            List<Future<Object>> running = new ArrayList<>();
            for (Callable<?> work : List.of(one, other)) {
                running.add(two.submit(() -> {
                    start.await();
                    return work.call();
                }));
            }
            List<Object> done = new ArrayList<>();
            for (Future<Object> each : running) {
                done.add(each.get());
            }
            return done;
        } finally {
            two.shutdownNow();
        }
    }

    private List<String> contracts(Sale sale) {
        return jdbc.queryForList(
                "select case when voided_on is null then 'in force' when replaced then 'void replaced' else 'void' end"
                        + " from sales.sales_contracts where case_id = ? order by no",
                String.class,
                sale.caseId());
    }

    private List<String> changesOf(Sale sale) {
        return jdbc.queryForList(
                "select kind from sales.sale_changes where case_id = ? order by changed_at",
                String.class,
                sale.caseId());
    }

    private String subscription(Sale sale) {
        return jdbc.queryForObject(
                "select state || ' ' || sign_by from sales.subscriptions where case_id = ?",
                String.class,
                sale.caseId());
    }

    private String terms(Sale sale) {
        return jdbc.queryForObject(
                "select terms from sales.subscriptions where case_id = ?", String.class, sale.caseId());
    }

    private String planReason(Sale sale) {
        return jdbc.queryForObject(
                "select reason from sales.payment_plans where account_id = ? order by revision desc limit 1",
                String.class,
                sale.caseId());
    }

    private String dueDay(Sale sale, String taskKey) {
        return at(CASHIER).taskOf(sale.key(), taskKey).due().substring(0, 10);
    }
}

package cn.anchang.customer;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anchang.customer.CareOutcome.ChangedMeanwhile;
import cn.anchang.customer.CareOutcome.ConsultantMissing;
import cn.anchang.customer.CareOutcome.Done;
import cn.anchang.customer.CareOutcome.NextDayByTask;
import cn.anchang.customer.CareOutcome.NextDayTooLate;
import cn.anchang.customer.CareOutcome.NotFollowedByYou;
import cn.anchang.customer.CareOutcome.NotThereAnyMore;
import cn.anchang.customer.CareOutcome.NothingSaid;
import cn.anchang.customer.CareOutcome.OnlyTheSiteManager;
import cn.anchang.customer.CareOutcome.ReasonMissing;
import cn.anchang.customer.CareOutcome.StillProtected;
import cn.anchang.customer.CareOutcome.TheirsAlready;
import cn.anchang.customer.CustomerSales.Talk;
import cn.anchang.customer.MergeOutcome.BothTalkedWith;
import cn.anchang.customer.MergeOutcome.ChangedSinceCompared;
import cn.anchang.customer.MergeOutcome.KindsDiffer;
import cn.anchang.customer.MergeOutcome.Merged;
import cn.anchang.customer.MergeOutcome.MergedAlready;
import cn.anchang.customer.MergeOutcome.MergedByTheSiteManager;
import cn.anchang.customer.MergeOutcome.PapersDiffer;
import cn.anchang.customer.MergeOutcome.SameRow;
import cn.anchang.customer.MergeOutcome.WhyMissing;
import cn.anchang.customer.PhoneCheck.PhoneKnown;
import cn.anchang.customer.RegistrationOutcome.Registered;
import cn.anchang.testing.DatabaseTest;
import cn.anchang.testing.TestClock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;

/** Calls, corrections, handing over and merging, with R25 and who may do which. */
@DatabaseTest
@Import({
    CustomerDesk.class,
    CustomerCare.class,
    MergeDesk.class,
    Customers.class,
    CustomerFixture.class,
    CustomerCareTest.Sales.class
})
class CustomerCareTest {

    private static final String OWNER = "chen.xiao";
    private static final String COLLEAGUE = "lin.jia";
    private static final String MANAGER = "zhao.ming";
    private static final String ID_NO = "330102199203152211";
    private static final String OTHER_ID_NO = "330106199001010018";

    /** Sales as this module hears of them. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Sales {

        private final Map<UUID, List<Talk>> talks = new HashMap<>();

        @Bean
        CustomerSales customerSales() {
            return customerId -> talks.getOrDefault(customerId, List.of());
        }
    }

    @Autowired
    CustomerDesk desk;

    @Autowired
    CustomerCare care;

    @Autowired
    MergeDesk merging;

    @Autowired
    CustomerRows rows;

    @Autowired
    ChangesOfCustomers changes;

    @Autowired
    Sales sales;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    TestClock clock;

    private final UUID project = UUID.randomUUID();

    private static String somePhone() {
        return "138%08d".formatted(ThreadLocalRandom.current().nextInt(100_000_000));
    }

    private UUID visitor(String phone, String idNo, CustomerKind kind, Grade grade, LocalDate nextOn) {
        return ((Registered) desk.register(
                        new VisitRegistration(
                                project,
                                "王小明",
                                kind,
                                phone,
                                idNo == null ? null : IdType.ID_CARD,
                                idNo,
                                null,
                                Channel.WALK_IN,
                                null,
                                grade,
                                1,
                                Intent.NONE,
                                null,
                                "看了样板间",
                                null,
                                null,
                                nextOn),
                        OWNER))
                .customerId();
    }

    private UUID visitor(Grade grade) {
        return visitor(somePhone(), null, CustomerKind.PERSON, grade, null);
    }

    private Customer row(UUID id) {
        return rows.findById(id).orElseThrow();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private List<String> changesOf(UUID id) {
        return changes.findByCustomerIdOrderByChangedAt(id).stream()
                .map(ChangeOfCustomer::text)
                .toList();
    }

    // ---- the next talk

    @Test
    void theNextTalkIsAsAgreedOrAsTheGradesRhythmAsks() {
        assertThat(row(visitor(Grade.A)).followUpOn()).isEqualTo(today().plusDays(7));
        assertThat(row(visitor((Grade) null)).followUpOn()).isEqualTo(today().plusDays(60));
        UUID agreed = visitor(somePhone(), null, CustomerKind.PERSON, Grade.A, today().plusDays(3));
        assertThat(row(agreed).followUpOn()).isEqualTo(today().plusDays(3));
        assertThat(row(agreed).isFollowUpAgreed()).isTrue();

        desk.grade(agreed, Grade.C, OWNER);
        assertThat(row(agreed).followUpOn()).isEqualTo(today().plusDays(3));
        UUID rhythmic = visitor(Grade.A);
        desk.grade(rhythmic, Grade.C, OWNER);
        assertThat(row(rhythmic).followUpOn()).isEqualTo(today().plusDays(30));
        assertThat(changesOf(rhythmic)).containsExactly("意向等级：A 级 → C 级");
    }

    @Test
    void whoeverBuysOrIsLostIsNotFollowedAnyMoreAndWhoseDealIsUndoneIsAgain() {
        UUID buyer = visitor(Grade.A);
        desk.advance(buyer, CustomerState.SUBSCRIBED);
        assertThat(row(buyer).followUpOn()).isNull();
        desk.dealUndone(buyer);
        assertThat(row(buyer).followUpOn()).isEqualTo(today().plusDays(7));
        desk.markLost(buyer, LostReason.PRICE, null);
        assertThat(row(buyer).followUpOn()).isNull();
    }

    // ---- calls

    @Test
    void aCallProtectsForFifteenDaysAndAgreesTheNextDay() {
        UUID id = visitor(Grade.B);

        assertThat(care.recordCall(id, new CallNote("  问了停车位 ", "想要充电桩", today().plusDays(5)), OWNER))
                .isEqualTo(new Done());

        Customer customer = row(id);
        assertThat(customer.protectedUntil()).isEqualTo(clock.instant().plus(Duration.ofDays(15)));
        assertThat(customer.followUpOn()).isEqualTo(today().plusDays(5));
        assertThat(customer.lastContactAt()).isEqualTo(clock.instant());
        assertThat(jdbc.queryForObject(
                        "select feedback || '/' || suggestion from sales.customer_feedback where customer_id = ? and kind = 'CALL'",
                        String.class,
                        id))
                .isEqualTo("问了停车位/想要充电桩");
    }

    @Test
    void aCallIsNotTakenFromStrangersWithoutWordsOrTooLate() {
        UUID id = visitor(Grade.A);
        CallNote note = new CallNote("聊了价格", null, null);

        assertThat(care.recordCall(id, note, COLLEAGUE)).isEqualTo(new NotFollowedByYou());
        assertThat(care.recordCall(id, new CallNote(" ", null, null), OWNER)).isEqualTo(new NothingSaid());
        assertThat(care.recordCall(id, new CallNote("好", null, today().plusDays(8)), OWNER))
                .isEqualTo(new NextDayTooLate(7, today().plusDays(7)));
        assertThat(care.recordCall(id, new CallNote("好", null, today().minusDays(1)), OWNER))
                .isEqualTo(new Unreadable.NextStepInThePast());
        assertThat(care.recordCall(UUID.randomUUID(), note, MANAGER)).isEqualTo(new NotThereAnyMore());
        assertThat(care.recordCall(id, note, MANAGER)).isEqualTo(new Done());
    }

    @Test
    void whileASaleIsTalkedAboutACallIsKeptAndLeavesTheDayToItsTask() {
        UUID id = visitor(somePhone(), null, CustomerKind.PERSON, Grade.A, today().plusDays(4));
        sales.talks.put(id, List.of(new Talk(project, "云栖花园", "XS-1", today().plusDays(4))));

        assertThat(care.recordCall(id, new CallNote("问了学区", null, today().plusDays(2)), OWNER))
                .isEqualTo(new NextDayByTask("XS-1"));
        assertThat(care.recordCall(id, new CallNote("问了学区", null, null), OWNER)).isEqualTo(new Done());
        assertThat(row(id).followUpOn()).isEqualTo(today().plusDays(4));
    }

    // ---- corrections

    @Test
    void aCorrectionIsKeptInWordsAndABlankMakesUnknown() {
        UUID id = visitor(Grade.B);
        CustomerRevision before = row(id).asRevision();
        CustomerRevision after =
                new CustomerRevision("王晓明", Segment.UPGRADE, null, Channel.ONLINE, "a@b.cn", Intent.NONE, null, null);

        assertThat(care.revise(id, row(id).version(), after, COLLEAGUE)).isEqualTo(new NotFollowedByYou());
        assertThat(row(id).asRevision()).isEqualTo(before);
        assertThat(care.revise(id, row(id).version(), after, OWNER)).isEqualTo(new Done());

        assertThat(row(id).asRevision()).isEqualTo(after);
        assertThat(row(id).followUpOn()).isEqualTo(today().plusDays(60));
        assertThat(changesOf(id))
                .containsExactly("姓名：王小明 → 王晓明\n客户分类：（空） → 改善\n意向等级：B 级 → （空）\n渠道：自然到访 → 网络\n邮箱：（空） → a@b.cn");
        care.revise(id, row(id).version(), after, OWNER);
        assertThat(changesOf(id)).hasSize(1);
    }

    @Test
    void aCorrectionOfARowThatChangedMeanwhileIsNotWritten() {
        UUID id = visitor(Grade.B);
        long read = row(id).version();
        care.recordCall(id, new CallNote("又打了电话", null, null), OWNER);

        CustomerRevision late = new CustomerRevision("改名", null, null, Channel.OTHER, null, Intent.NONE, null, null);
        assertThat(care.revise(id, read, late, OWNER)).isEqualTo(new ChangedMeanwhile());
        assertThat(row(id).name()).isEqualTo("王小明");
        assertThat(care.revise(
                        id,
                        row(id).version(),
                        new CustomerRevision(" ", null, null, Channel.OTHER, null, Intent.NONE, null, null),
                        OWNER))
                .isEqualTo(new Unreadable.FieldMissing(CustomerField.NAME));
    }

    // ---- another consultant

    @Test
    void aProtectedCustomerIsHandedOverOnlyWithTheConsultantsAgreement() {
        UUID id = visitor(Grade.B);

        assertThat(care.handOver(id, COLLEAGUE, "换组", true, OWNER)).isEqualTo(new OnlyTheSiteManager());
        assertThat(care.handOver(id, "nobody", "换组", true, MANAGER)).isEqualTo(new ConsultantMissing());
        assertThat(care.handOver(id, OWNER, "换组", true, MANAGER)).isEqualTo(new TheirsAlready("陈晓"));
        assertThat(care.handOver(id, COLLEAGUE, "", true, MANAGER)).isEqualTo(new ReasonMissing());
        assertThat(care.handOver(id, COLLEAGUE, "换组", false, MANAGER))
                .isEqualTo(new StillProtected("陈晓", row(id).protectedUntil()));
        assertThat(row(id).owner()).isEqualTo(OWNER);

        assertThat(care.handOver(id, COLLEAGUE, "换组", true, MANAGER)).isEqualTo(new Done());
        assertThat(row(id).owner()).isEqualTo(COLLEAGUE);
        assertThat(row(id).protectedUntil()).isEqualTo(clock.instant().plus(Duration.ofDays(15)));
        assertThat(changesOf(id)).containsExactly("置业顾问：陈晓 → 林佳");
    }

    @Test
    void onceTheProtectionIsOverNoAgreementIsAskedFor() {
        UUID id = visitor(Grade.B);
        clock.moveTo(clock.instant().plus(Duration.ofDays(8)));

        assertThat(care.handOver(id, "林佳", "久未联系", false, MANAGER)).isEqualTo(new Done());
        assertThat(row(id).owner()).isEqualTo(COLLEAGUE);
    }

    // ---- merging

    private MergeOrder order(UUID stays, UUID gone, MergeField... fromGone) {
        return new MergeOrder(stays, row(stays).version(), gone, row(gone).version(), Set.of(fromGone), "同一人两个手机号，已核实");
    }

    @Test
    void twoRowsBecomeOneAndEitherPhoneFindsIt() {
        String phone = somePhone();
        String otherPhone = somePhone();
        UUID stays = visitor(phone, null, CustomerKind.PERSON, Grade.C, null);
        clock.moveTo(clock.instant().plusSeconds(60));
        UUID gone = visitor(otherPhone, ID_NO, CustomerKind.PERSON, Grade.A, null);
        desk.advance(gone, CustomerState.INTENDED);
        desk.reveal(gone, Personal.PHONE, OWNER);

        assertThat(merging.merge(order(stays, gone, MergeField.PHONE, MergeField.GRADE), MANAGER))
                .isEqualTo(new Merged(stays));

        Customer one = row(stays);
        assertThat(one.phone()).isEqualTo(otherPhone);
        assertThat(one.grade()).isEqualTo(Grade.A);
        assertThat(one.state()).isEqualTo(CustomerState.INTENDED);
        assertThat(one.idType()).isEqualTo(IdType.ID_CARD);
        assertThat(row(gone).state()).isEqualTo(CustomerState.MERGED);
        assertThat(row(gone).mergedInto()).isEqualTo(stays);
        assertThat(jdbc.queryForList(
                        "select first_visit from sales.visits where customer_id = ? order by visited_at",
                        Boolean.class,
                        stays))
                .containsExactly(true, false);
        assertThat(jdbc.queryForObject(
                        "select count(*) from sales.customer_feedback where customer_id = ?", Long.class, gone))
                .isZero();
        assertThat(jdbc.queryForObject(
                        "select (lost_before ->> 'grade') || (survivor_before ->> 'grade') || jsonb_array_length(moved -> 'visits')"
                                + " from sales.customer_merges where lost_id = ?",
                        String.class,
                        gone))
                .isEqualTo("AC1");
        assertThat(desk.reveal(stays, Personal.ID_NO, OWNER)).isEqualTo(new RevealOutcome.Revealed(ID_NO));
        for (String either : List.of(phone, otherPhone)) {
            assertThat(desk.knownPhone(either)).isEqualTo(new PhoneKnown(OWNER, "陈晓"));
            assertThat(visitor(either, null, CustomerKind.PERSON, null, null)).isEqualTo(stays);
        }
        assertThat(changesOf(gone).get(0)).startsWith("已并入 " + one.no());
        assertThat(care.recordCall(gone, new CallNote("好", null, null), MANAGER))
                .isEqualTo(new NotThereAnyMore());
    }

    @Test
    void whatWasMergedEarlierFollowsAlong() {
        String first = somePhone();
        UUID one = visitor(first, null, CustomerKind.PERSON, null, null);
        UUID two = visitor(Grade.B);
        UUID three = visitor(Grade.B);

        merging.merge(order(two, one), MANAGER);
        merging.merge(order(three, two), MANAGER);

        assertThat(row(one).mergedInto()).isEqualTo(three);
        assertThat(visitor(first, null, CustomerKind.PERSON, null, null)).isEqualTo(three);
        MergeOutcome again = merging.merge(order(three, two), MANAGER);
        assertThat(again).isEqualTo(new MergedAlready(row(two).no(), row(three).no()));
    }

    @Test
    void twoPeopleAreNotMadeOne() {
        UUID one = visitor(somePhone(), ID_NO, CustomerKind.PERSON, Grade.B, null);
        UUID other = visitor(somePhone(), OTHER_ID_NO, CustomerKind.PERSON, Grade.B, null);
        UUID company = visitor(somePhone(), null, CustomerKind.COMPANY, null, null);
        UUID talking = visitor(Grade.B);
        UUID talkingToo = visitor(Grade.B);
        sales.talks.put(talking, List.of(new Talk(project, "云栖花园", "XS-1", null)));
        sales.talks.put(talkingToo, List.of(new Talk(project, "云栖花园", "XS-2", null)));

        assertThat(merging.merge(order(one, talking), OWNER)).isEqualTo(new MergedByTheSiteManager());
        assertThat(merging.merge(order(one, one), MANAGER)).isEqualTo(new SameRow());
        assertThat(merging.merge(order(one, other), MANAGER)).isEqualTo(new PapersDiffer());
        assertThat(merging.merge(order(one, company), MANAGER)).isEqualTo(new KindsDiffer());
        assertThat(merging.merge(order(talking, talkingToo), MANAGER))
                .isEqualTo(new BothTalkedWith("云栖花园", "XS-1", "XS-2"));
        MergeOrder order = order(one, talking);
        assertThat(merging.merge(
                        new MergeOrder(one, order.staysVersion(), talking, order.goneVersion(), Set.of(), " "),
                        MANAGER))
                .isEqualTo(new WhyMissing());
        care.recordCall(one, new CallNote("聊了", null, null), OWNER);
        assertThat(merging.merge(order, MANAGER)).isEqualTo(new ChangedSinceCompared());
        assertThat(row(talking).mergedInto()).isNull();
    }

    @Test
    void ofManyMergesOfTheSameRowsAtOnceOneHappens() throws Exception {
        UUID one = visitor(Grade.B);
        UUID other = visitor(Grade.A);
        MergeOrder order = order(one, other, MergeField.PHONE);
        MergeOrder reverse = order(other, one, MergeField.PHONE);
        List<Callable<MergeOutcome>> attempts = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            MergeOrder mine = i % 2 == 0 ? order : reverse;
            attempts.add(() -> merging.merge(mine, MANAGER));
        }
        ExecutorService people = Executors.newFixedThreadPool(8);
        List<MergeOutcome> outcomes = new ArrayList<>();
        for (Future<MergeOutcome> outcome : people.invokeAll(attempts)) {
            outcomes.add(outcome.get());
        }
        people.shutdown();

        assertThat(outcomes).filteredOn(Merged.class::isInstance).hasSize(1);
        assertThat(outcomes).filteredOn(MergedAlready.class::isInstance).hasSize(7);
        assertThat(jdbc.queryForObject(
                        "select count(*) from sales.customer_merges where lost_id in (?, ?)", Long.class, one, other))
                .isEqualTo(1);
        assertThat(List.of(row(one), row(other)))
                .filteredOn(row -> row.mergedInto() == null)
                .hasSize(1);
    }

    @Test
    void aPairSaidToBeTwoPeopleIsKeptOnce() {
        UUID one = visitor(Grade.B);
        UUID other = visitor(Grade.B);

        assertThat(merging.keepApart(one, other, OWNER)).isFalse();
        assertThat(merging.keepApart(one, other, MANAGER)).isTrue();
        assertThat(merging.keepApart(other, one, MANAGER)).isFalse();
    }
}

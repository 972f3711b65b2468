package cn.anchang.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.anchang.customer.FeedbackOutcome.Noted;
import cn.anchang.customer.PhoneCheck.PhoneFree;
import cn.anchang.customer.PhoneCheck.PhoneKnown;
import cn.anchang.customer.RegistrationOutcome.OtherId;
import cn.anchang.customer.RegistrationOutcome.Registered;
import cn.anchang.customer.RevealOutcome.NotYourCustomer;
import cn.anchang.customer.RevealOutcome.NothingToReveal;
import cn.anchang.customer.RevealOutcome.Revealed;
import cn.anchang.customer.Unreadable.ControlCharacters;
import cn.anchang.customer.Unreadable.EmailUnreadable;
import cn.anchang.customer.Unreadable.FieldMissing;
import cn.anchang.customer.Unreadable.IdNoUnreadable;
import cn.anchang.customer.Unreadable.IdTypeMissing;
import cn.anchang.customer.Unreadable.NextStepInThePast;
import cn.anchang.customer.Unreadable.PartySizeImplausible;
import cn.anchang.customer.Unreadable.PhoneUnreadable;
import cn.anchang.customer.Unreadable.TextTooLong;
import cn.anchang.testing.DatabaseTest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;

@DatabaseTest
@Import({CustomerDesk.class, Customers.class, CustomerFixture.class})
class CustomerDeskTest {

    private static final UUID PROJECT = UUID.randomUUID();
    private static final String ID_NO = "330102199203152211";

    @Autowired
    CustomerDesk desk;

    @Autowired
    Customers customers;

    @Autowired
    Reveals reveals;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    Clock clock;

    private String phone;

    @BeforeEach
    void aPhoneNobodyHasYet() {
        phone = "139%08d".formatted(ThreadLocalRandom.current().nextInt(100_000_000));
    }

    private VisitRegistration visitor(String name, String typedPhone) {
        return new VisitRegistration(
                PROJECT,
                name,
                CustomerKind.PERSON,
                typedPhone,
                null,
                null,
                null,
                Channel.WALK_IN,
                Segment.FIRST_HOME,
                Grade.B,
                2,
                new Intent("95-110 ㎡", "三室两厅", "320 万以内", null, "婚房", null, null),
                null,
                "喜欢朝南",
                "希望有儿童乐园",
                null,
                null);
    }

    private VisitRegistration identified(IdType type, String idNo) {
        VisitRegistration plain = visitor("王小明", phone);
        return new VisitRegistration(
                PROJECT,
                plain.name(),
                plain.kind(),
                phone,
                type,
                idNo,
                plain.email(),
                plain.channel(),
                plain.segment(),
                plain.grade(),
                plain.partySize(),
                plain.intent(),
                null,
                null,
                null,
                null,
                null);
    }

    private Registered register(VisitRegistration form, String consultant) {
        return (Registered) desk.register(form, consultant);
    }

    @Test
    void anUnknownPhoneBecomesACustomerOfWhoReceives() {
        Registered registered = register(visitor(" 王小明 ", "+86 " + phone), "chen.xiao");

        assertThat(registered.known()).isFalse();
        assertThat(registered.owner()).isEqualTo("chen.xiao");
        CustomerCard card = customers.card(registered.customerId());
        assertThat(card.no()).matches("K\\d{6}");
        assertThat(card.name()).isEqualTo("王小明");
        assertThat(card.maskedName()).isEqualTo("王*明");
        assertThat(card.maskedPhone()).isEqualTo(phone.substring(0, 3) + "****" + phone.substring(7));
        assertThat(card.state()).isEqualTo(CustomerState.VISITED);
        assertThat(card.grade()).isEqualTo(Grade.B);
        assertThat(card.visits()).isOne();
        assertThat(card.lastFeedback()).isEqualTo(new Feedback("喜欢朝南", "希望有儿童乐园", null, null));
        assertThat(card.protectedUntil()).isEqualTo(clock.instant().plus(Duration.ofDays(7)));
        VisitView visit = customers.visit(registered.visitId()).orElseThrow();
        assertThat(visit.firstVisit()).isTrue();
        assertThat(visit.intent().motive()).isEqualTo("婚房");
        assertThat(visit.feedback()).hasSize(1);
    }

    @Test
    void aKnownPhoneJoinsTheKnownCustomerAndKeepsTheConsultant() {
        Registered first = register(visitor("王小明", phone), "chen.xiao");

        Registered again = register(visitor("王先生", phone.substring(0, 3) + "-" + phone.substring(3)), "lin.jia");

        assertThat(again.known()).isTrue();
        assertThat(again.customerId()).isEqualTo(first.customerId());
        assertThat(again.owner()).isEqualTo("chen.xiao");
        CustomerCard card = customers.card(first.customerId());
        assertThat(card.name()).isEqualTo("王小明");
        assertThat(card.visits()).isEqualTo(2);
        assertThat(customers.visit(again.visitId()).orElseThrow().firstVisit()).isFalse();
        assertThat(customers.visit(again.visitId()).orElseThrow().consultant()).isEqualTo("lin.jia");
    }

    @Test
    void aColleagueFillsInWhatWasNotKnownAndOverwritesNothing() {
        UUID id = register(visitor("王小明", phone), "chen.xiao").customerId();
        VisitRegistration other =
                told("other@example.com", Grade.D, new Intent("60 ㎡", null, null, "低楼层", null, null, null));

        Registered received = register(other, "lin.jia");

        CustomerCard card = customers.card(id);
        assertThat(card.email()).isEqualTo("other@example.com");
        assertThat(card.segment()).isEqualTo(Segment.FIRST_HOME);
        assertThat(card.grade()).isEqualTo(Grade.B);
        assertThat(card.intent()).isEqualTo(new Intent("95-110 ㎡", "三室两厅", "320 万以内", "低楼层", "婚房", null, null));
        VisitView visit = customers.visit(received.visitId()).orElseThrow();
        assertThat(visit.intent().wantedArea())
                .as("what was said is kept with the visit")
                .isEqualTo("60 ㎡");
        assertThat(visit.grade()).isEqualTo(Grade.D);
        assertThat(visit.feedback()).containsExactly(new Feedback("嫌贵", null, null, null));

        register(told("third@example.com", Grade.C, Intent.NONE), "lin.jia");
        assertThat(customers.card(id).email()).isEqualTo("other@example.com");
    }

    @ParameterizedTest
    @ValueSource(strings = {"chen.xiao", "zhao.ming"})
    void theConsultantAndTheSiteManagerBringTheCustomerUpToDate(String receiver) {
        UUID id = register(visitor("王小明", phone), "chen.xiao").customerId();
        register(told("old@example.com", Grade.C, Intent.NONE), "chen.xiao");

        register(told("new@example.com", Grade.A, new Intent("120 ㎡", null, null, null, null, null, null)), receiver);

        CustomerCard card = customers.card(id);
        assertThat(card.email()).isEqualTo("new@example.com");
        assertThat(card.grade()).isEqualTo(Grade.A);
        assertThat(card.intent().wantedArea()).isEqualTo("120 ㎡");
        assertThat(card.owner()).isEqualTo("chen.xiao");
    }

    private VisitRegistration told(String email, Grade grade, Intent intent) {
        return new VisitRegistration(
                PROJECT,
                "王小明",
                CustomerKind.PERSON,
                phone,
                null,
                null,
                email,
                Channel.WALK_IN,
                Segment.INVESTMENT,
                grade,
                1,
                intent,
                null,
                "嫌贵",
                null,
                null,
                null);
    }

    @Test
    void theDuplicateCheckTellsWhoseCustomerItIsAndNothingElse() {
        assertThat(desk.knownPhone(phone)).isEqualTo(new PhoneFree());
        register(visitor("王小明", phone), "chen.xiao");

        assertThat(desk.knownPhone("+86" + phone)).isEqualTo(new PhoneKnown("chen.xiao", "陈晓"));
        assertThat(PhoneKnown.class.getRecordComponents())
                .extracting(component -> component.getName())
                .containsExactly("owner", "ownerName");
        assertThat(desk.knownPhone("123")).isEqualTo(new PhoneUnreadable("123"));
        assertThat(desk.knownPhone(null)).isEqualTo(new PhoneUnreadable(""));
    }

    @Test
    void whatCannotBeMeantIsRefusedAndNothingIsSaved() {
        long before = customers.count();
        VisitRegistration good = visitor("王小明", phone);

        assertThat(desk.register(visitor(" ", phone), "chen.xiao")).isEqualTo(new FieldMissing(CustomerField.NAME));
        assertThat(desk.register(visitor("王".repeat(51), phone), "chen.xiao"))
                .isEqualTo(new TextTooLong(CustomerField.NAME, 50));
        assertThat(desk.register(visitor("王\u0000明", phone), "chen.xiao"))
                .isEqualTo(new ControlCharacters(CustomerField.NAME));
        assertThat(desk.register(visitor("王\n明", phone), "chen.xiao"))
                .isEqualTo(new ControlCharacters(CustomerField.NAME));
        assertThat(desk.register(visitor("王\u202e明", phone), "chen.xiao"))
                .isEqualTo(new ControlCharacters(CustomerField.NAME));
        assertThat(desk.register(visitor("王小明", "12345"), "chen.xiao")).isEqualTo(new PhoneUnreadable("12345"));
        assertThat(desk.register(visitor("王小明", null), "chen.xiao")).isEqualTo(new FieldMissing(CustomerField.PHONE));
        assertThat(desk.register(identified(null, ID_NO), "chen.xiao")).isEqualTo(new IdTypeMissing());
        assertThat(desk.register(identified(IdType.ID_CARD, "330102199203152212"), "chen.xiao"))
                .isEqualTo(new IdNoUnreadable(IdType.ID_CARD));
        assertThat(desk.register(party(good, 0, "a@b.cn", null), "chen.xiao")).isEqualTo(new PartySizeImplausible(50));
        assertThat(desk.register(party(good, 51, "a@b.cn", null), "chen.xiao")).isEqualTo(new PartySizeImplausible(50));
        assertThat(desk.register(party(good, 2, "nobody", null), "chen.xiao")).isEqualTo(new EmailUnreadable("nobody"));
        assertThat(desk.register(party(good, 2, "a@b.cn", LocalDate.now(clock).minusDays(1)), "chen.xiao"))
                .isEqualTo(new NextStepInThePast());

        assertThat(customers.count()).isEqualTo(before);
    }

    private VisitRegistration party(VisitRegistration good, int size, String email, LocalDate nextStepOn) {
        return new VisitRegistration(
                PROJECT,
                good.name(),
                good.kind(),
                good.phone(),
                null,
                null,
                email,
                good.channel(),
                null,
                null,
                size,
                null,
                null,
                null,
                null,
                null,
                nextStepOn);
    }

    @Test
    void anIdNumberIsSealedAtRestAndMaskedOnScreens() {
        Registered registered = register(identified(IdType.ID_CARD, ID_NO), "chen.xiao");

        byte[] stored = jdbc.queryForObject(
                "select id_no_sealed from sales.customers where id = ?", byte[].class, registered.customerId());
        assertThat(new String(stored, java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain(ID_NO.substring(0, 6), ID_NO.substring(12));
        assertThat(customers.card(registered.customerId()).maskedIdNo()).isEqualTo("330***********2211");
        assertThat(desk.register(identified(IdType.ID_CARD, "33010619850612004X"), "lin.jia"))
                .isEqualTo(new OtherId());
        assertThat(customers.card(registered.customerId()).visits())
                .as("the refused visit left no trace")
                .isOne();
        assertThat(register(identified(IdType.ID_CARD, ID_NO), "lin.jia").known())
                .isTrue();
    }

    @Test
    void aRevealIsForTheConsultantAndTheSiteManagerAndIsWrittenDown() {
        UUID id = register(identified(IdType.ID_CARD, ID_NO), "chen.xiao").customerId();

        assertThat(desk.reveal(id, Personal.PHONE, "lin.jia")).isEqualTo(new NotYourCustomer());
        assertThat(reveals.findByCustomerIdOrderByRevealedAt(id)).isEmpty();
        assertThat(desk.reveal(id, Personal.PHONE, "chen.xiao")).isEqualTo(new Revealed(phone));
        assertThat(desk.reveal(id, Personal.ID_NO, "zhao.ming")).isEqualTo(new Revealed(ID_NO));

        assertThat(reveals.findByCustomerIdOrderByRevealedAt(id))
                .extracting(Reveal::revealedTo, Reveal::what, Reveal::revealedAt)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("chen.xiao", Personal.PHONE, clock.instant()),
                        org.assertj.core.groups.Tuple.tuple("zhao.ming", Personal.ID_NO, clock.instant()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update sales.reveals set revealed_to = 'nobody' where customer_id = ?",
                "delete from sales.reveals where customer_id = ?"
            })
    void aRevealIsNeitherChangedNorDeleted(String statement) {
        UUID id = register(visitor("王小明", phone), "chen.xiao").customerId();
        desk.reveal(id, Personal.PHONE, "chen.xiao");

        assertThatThrownBy(() -> jdbc.update(statement, id)).hasMessageContaining("never changed or deleted");
    }

    @Test
    void whatIsNotKnownIsNotRevealed() {
        UUID id = register(visitor("王小明", phone), "chen.xiao").customerId();

        assertThat(desk.reveal(id, Personal.ID_NO, "chen.xiao")).isEqualTo(new NothingToReveal());
        assertThat(reveals.findByCustomerIdOrderByRevealedAt(id)).isEmpty();
    }

    @Test
    void whatCameOfATalkIsNotedBesideEarlierTalksAndProtects() {
        Registered registered = register(visitor("王小明", phone), "chen.xiao");
        LocalDate next = LocalDate.now(clock).plusDays(3);

        assertThat(desk.recordFeedback(registered.customerId(), new Feedback("价格偏高", null, "带家人再看", next), "chen.xiao"))
                .isEqualTo(new Noted());

        CustomerCard card = customers.card(registered.customerId());
        assertThat(card.protectedUntil()).isEqualTo(clock.instant().plus(Duration.ofDays(15)));
        assertThat(customers.visit(registered.visitId()).orElseThrow().feedback())
                .containsExactlyInAnyOrder(
                        new Feedback("喜欢朝南", "希望有儿童乐园", null, null), new Feedback("价格偏高", null, "带家人再看", next));
    }

    @Test
    void aLostCustomerWhoComesAgainIsNoLongerLost() {
        UUID id = register(visitor("王小明", phone), "chen.xiao").customerId();

        assertThat(desk.markLost(id, LostReason.PRICE, "超出预算")).isEqualTo(new Noted());
        assertThat(customers.card(id).state()).isEqualTo(CustomerState.LOST);

        register(visitor("王小明", phone), "chen.xiao");
        assertThat(customers.card(id).state()).isEqualTo(CustomerState.VISITED);
    }

    @Test
    void aCustomerAdvancesAndNeverFallsBackByAdvancing() {
        UUID id = register(visitor("王小明", phone), "chen.xiao").customerId();

        desk.advance(id, CustomerState.SUBSCRIBED);
        desk.advance(id, CustomerState.INTENDED);
        assertThat(customers.card(id).state()).isEqualTo(CustomerState.SUBSCRIBED);
        desk.dealUndone(id);
        assertThat(customers.card(id).state()).isEqualTo(CustomerState.INTENDED);
        assertThatThrownBy(() -> desk.advance(id, CustomerState.LOST)).isInstanceOf(IllegalArgumentException.class);
        desk.advance(id, CustomerState.OWNER);
        assertThatThrownBy(() -> desk.markLost(id, LostReason.OTHER, null)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aCustomerIsProtectedUntilTheProtectionRunsOut() {
        Instant now = clock.instant();
        Customer customer = new Customer("K1", "王小明", CustomerKind.PERSON, new Phone(phone), Channel.PHONE, now);
        customer.receivedBy("chen.xiao");
        customer.protectUntil(now.plusSeconds(100));
        customer.protectUntil(now.plusSeconds(50));

        assertThatThrownBy(() -> customer.handTo("lin.jia", now.plusSeconds(99)))
                .isInstanceOf(IllegalStateException.class);
        customer.handTo("lin.jia", now.plusSeconds(100));
        assertThat(customer.owner()).isEqualTo("lin.jia");
    }

    @Test
    void sixteenReceptionsAtOnceMakeOneCustomer() throws Exception {
        ExecutorService receptions = Executors.newFixedThreadPool(16);
        List<Callable<RegistrationOutcome>> attempts = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            String consultant = "consultant." + i;
            attempts.add(() -> desk.register(visitor("王小明", phone), consultant));
        }
        List<Registered> outcomes = new ArrayList<>();
        for (Future<RegistrationOutcome> outcome : receptions.invokeAll(attempts)) {
            outcomes.add((Registered) outcome.get());
        }
        receptions.shutdown();

        assertThat(new HashSet<>(outcomes.stream().map(Registered::customerId).toList()))
                .hasSize(1);
        assertThat(new HashSet<>(outcomes.stream().map(Registered::owner).toList()))
                .hasSize(1);
        assertThat(outcomes.stream().filter(outcome -> !outcome.known())).hasSize(1);
        assertThat(customers.card(outcomes.get(0).customerId()).visits()).isEqualTo(16);
    }

    @Test
    void theDatabaseItselfKnowsAPhoneOnce() {
        UUID id = register(visitor("王小明", phone), "chen.xiao").customerId();

        assertThatThrownBy(() -> jdbc.update(
                        "insert into sales.customers select gen_random_uuid(), no || 'x', name, kind, phone, id_type,"
                                + " id_no_sealed, email, channel, segment, grade, state, lost_reason, lost_note, owner,"
                                + " protected_until, wanted_area, wanted_layout, wanted_budget, wanted_floor, motive,"
                                + " objections, rivals, co_buyers, remark, created_at, version"
                                + " from sales.customers where id = ?",
                        id))
                .isInstanceOf(DataIntegrityViolationException.class);
    }
}

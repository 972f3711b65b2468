package cn.anchang.customer;

import cn.anchang.customer.CustomerRowProblem.ConsultantStays;
import cn.anchang.customer.CustomerRowProblem.ConsultantUnknown;
import cn.anchang.customer.CustomerRowProblem.OtherIdRegistered;
import cn.anchang.customer.CustomerRowProblem.PhoneOfSomebodyElse;
import cn.anchang.customer.Unreadable.EmailUnreadable;
import cn.anchang.customer.Unreadable.IdNoUnreadable;
import cn.anchang.customer.Unreadable.PhoneUnreadable;
import cn.anchang.workbook.CellProblem.RowTwice;
import cn.anchang.workbook.Column;
import cn.anchang.workbook.ImportKind.Pass;
import cn.anchang.workbook.Row;
import cn.anchang.workbook.Verdict;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** One pass over a 客户管理表. A blank cell never erases what is known, and nobody's customer changes hands by it. */
class CustomerImportPass implements Pass {

    private final CustomerRows customers;
    private final PersonalData personalData;
    private final Consultants consultants;
    private final ProtectionRules protection;
    private final FollowUpRhythm rhythm;
    private final EntityManager entities;
    private final Clock clock;

    private final Map<String, CustomerKind> kinds;
    private final Map<String, Channel> channels;
    private final Map<String, Segment> segments;
    private final Map<String, IdType> idTypes;
    private final Map<String, Grade> grades;
    private final Map<String, Optional<String>> owners = new HashMap<>();
    private final Map<String, Integer> seen = new HashMap<>();

    CustomerImportPass(
            CustomerImport kind,
            CustomerRows customers,
            PersonalData personalData,
            Consultants consultants,
            ProtectionRules protection,
            FollowUpRhythm rhythm,
            EntityManager entities,
            Clock clock) {
        this.customers = customers;
        this.personalData = personalData;
        this.consultants = consultants;
        this.protection = protection;
        this.rhythm = rhythm;
        this.entities = entities;
        this.clock = clock;
        this.kinds = kind.names(CustomerKind.class);
        this.channels = kind.names(Channel.class);
        this.segments = kind.names(Segment.class);
        this.idTypes = kind.names(IdType.class);
        this.grades = kind.grades();
    }

    private record Said(
            String name,
            Phone phone,
            CustomerKind kind,
            Channel channel,
            Segment segment,
            Grade grade,
            String owner,
            Intent intent,
            IdType idType,
            String idNo,
            String email,
            LocalDate registeredOn,
            String remark) {}

    @Override
    public List<Verdict> take(List<Row> rows, boolean write) {
        Map<Row, Said> readable = new LinkedHashMap<>();
        for (Row row : rows) {
            Said said = read(row);
            if (said != null) {
                Integer first = seen.putIfAbsent(said.phone.digits(), row.number());
                if (first == null) {
                    readable.put(row, said);
                } else {
                    row.problem(CustomerImport.PHONE, new RowTwice(first));
                }
            }
        }
        Map<String, Customer> known = readable.isEmpty()
                ? Map.of()
                : customers
                        .findByPhoneIn(readable.values().stream()
                                .map(said -> said.phone.digits())
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(Customer::phone, this::whoGoesOn));
        List<Verdict> verdicts = new ArrayList<>();
        List<Customer> touched = new ArrayList<>(known.values());
        for (Row row : rows) {
            Said said = readable.get(row);
            verdicts.add(said == null ? null : judge(row, said, known.get(said.phone.digits()), write, touched));
        }
        if (write) {
            entities.flush();
        }
        touched.forEach(entities::detach);
        return verdicts;
    }

    /** Of a merged row, the one that goes on. */
    private Customer whoGoesOn(Customer found) {
        return found.mergedInto() == null
                ? found
                : customers.findById(found.mergedInto()).orElseThrow();
    }

    private Said read(Row row) {
        String name = row.text(CustomerImport.NAME, CustomerText.NAME);
        Phone phone = phone(row);
        CustomerKind kind = row.choice(CustomerImport.KIND, kinds);
        Channel channel = row.choice(CustomerImport.CHANNEL, channels);
        Segment segment = row.choice(CustomerImport.SEGMENT, segments);
        Grade grade = row.choice(CustomerImport.GRADE, grades);
        String owner = owner(row);
        Intent intent = new Intent(
                line(row, CustomerImport.WANTED_AREA),
                line(row, CustomerImport.WANTED_LAYOUT),
                line(row, CustomerImport.WANTED_BUDGET),
                line(row, CustomerImport.WANTED_FLOOR),
                row.text(CustomerImport.MOTIVE, CustomerText.NOTE),
                row.text(CustomerImport.OBJECTIONS, CustomerText.NOTE),
                row.text(CustomerImport.RIVALS, CustomerText.NOTE));
        IdType idType = row.choice(CustomerImport.ID_TYPE, idTypes);
        if (idType == null) {
            idType = kind == CustomerKind.COMPANY ? IdType.BUSINESS_LICENCE : IdType.ID_CARD;
        }
        String idNo = idNo(row, idType);
        String email = email(row);
        LocalDate registeredOn = row.date(CustomerImport.REGISTERED_ON);
        String remark = row.text(CustomerImport.REMARK, CustomerText.NOTE);
        return row.isGood()
                ? new Said(
                        name,
                        phone,
                        kind,
                        channel,
                        segment,
                        grade,
                        owner,
                        intent,
                        idType,
                        idNo,
                        email,
                        registeredOn,
                        remark)
                : null;
    }

    private static String line(Row row, Column column) {
        return row.text(column, CustomerText.LINE);
    }

    private static Phone phone(Row row) {
        String typed = row.text(CustomerImport.PHONE, 40);
        if (typed == null) {
            return null;
        }
        Optional<Phone> phone = Phone.read(typed);
        if (phone.isEmpty()) {
            row.problem(CustomerImport.PHONE, new PhoneUnreadable(typed));
        }
        return phone.orElse(null);
    }

    private String owner(Row row) {
        String given = row.text(CustomerImport.OWNER, CustomerText.NAME);
        if (given == null) {
            return null;
        }
        Optional<String> owner = owners.computeIfAbsent(given, consultants::find);
        if (owner.isEmpty()) {
            row.problem(CustomerImport.OWNER, new ConsultantUnknown(given));
        }
        return owner.orElse(null);
    }

    private static String idNo(Row row, IdType type) {
        String typed = row.text(CustomerImport.ID_NO, 60);
        if (typed == null) {
            return null;
        }
        Optional<String> number = IdNumbers.read(type, typed);
        if (number.isEmpty()) {
            row.problem(CustomerImport.ID_NO, new IdNoUnreadable(type));
        }
        return number.orElse(null);
    }

    private static String email(Row row) {
        String typed = row.text(CustomerImport.EMAIL, CustomerText.LINE);
        if (typed != null && !CustomerText.EMAIL.matcher(typed).matches()) {
            row.problem(CustomerImport.EMAIL, new EmailUnreadable(typed));
        }
        return typed;
    }

    private Verdict judge(Row row, Said said, Customer known, boolean write, List<Customer> touched) {
        if (known == null) {
            if (write) {
                touched.add(create(said));
            }
            return Verdict.ADDED;
        }
        if (!known.name().equals(said.name)) {
            row.problem(CustomerImport.PHONE, new PhoneOfSomebodyElse());
        }
        if (said.owner != null && known.owner() != null && !said.owner.equals(known.owner())) {
            row.problem(CustomerImport.OWNER, new ConsultantStays());
        }
        String idNo = known.idNoSealed() == null ? null : personalData.open(known.idNoSealed(), known.id());
        if (said.idNo != null && idNo != null && !said.idNo.equals(idNo)) {
            row.problem(CustomerImport.ID_NO, new OtherIdRegistered());
        }
        if (!row.isGood()) {
            return null;
        }
        boolean changed = (said.owner != null && known.owner() == null)
                || (said.idNo != null && idNo == null)
                || !known.intent().updatedBy(said.intent).equals(known.intent())
                || says(said.grade, known.grade())
                || says(said.segment, known.segment())
                || says(said.email, known.email())
                || says(said.remark, known.remark());
        if (changed && write) {
            update(known, said, idNo == null);
        }
        return changed ? Verdict.CHANGED : Verdict.UNCHANGED;
    }

    private static boolean says(Object said, Object known) {
        return said != null && !Objects.equals(said, known);
    }

    private Customer create(Said said) {
        Instant now = clock.instant();
        Instant since = said.registeredOn == null
                ? now
                : said.registeredOn.atStartOfDay(clock.getZone()).toInstant();
        Customer customer = new Customer(
                "K%06d".formatted(customers.nextNumber()),
                said.name,
                said.kind == null ? CustomerKind.PERSON : said.kind,
                said.phone,
                said.channel == null ? Channel.OTHER : said.channel,
                since);
        update(customer, said, true);
        if (said.owner != null) {
            customer.protectUntil(since.plus(protection.call()));
            customer.keepRhythm(LocalDate.ofInstant(since, clock.getZone()).plusDays(rhythm.days(said.grade)));
        }
        entities.persist(customer);
        return customer;
    }

    private void update(Customer customer, Said said, boolean identify) {
        if (said.owner != null) {
            customer.receivedBy(said.owner);
        }
        if (said.idNo != null && identify) {
            customer.identify(said.idType, personalData.seal(said.idNo, customer.id()), personalData.digest(said.idNo));
        }
        if (said.grade != null) {
            customer.grade(said.grade);
        }
        customer.wants(said.intent);
        customer.describe(said.segment, said.email, null, said.remark);
    }

    @Override
    public List<String> notices() {
        return List.of();
    }
}

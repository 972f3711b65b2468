package cn.anchang.customer;

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
import cn.anchang.shared.Sentences;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes one customer of two rows that were one person. What hangs on the row that goes hangs on the other afterwards; how both stood
 * before, and what moved, is kept. Who saw a number and what was changed stay where they were noted, and are read together (R35).
 */
@Service
@Transactional
public class MergeDesk {

    private final CustomerRows customers;
    private final ChangesOfCustomers changes;
    private final PersonalData personalData;
    private final Consultants consultants;
    private final ObjectProvider<CustomerSales> sales;
    private final ApplicationEventPublisher events;
    private final EntityManager entities;
    private final JdbcTemplate database;
    private final Sentences sentences;
    private final Clock clock;

    MergeDesk(
            CustomerRows customers,
            ChangesOfCustomers changes,
            PersonalData personalData,
            Consultants consultants,
            ObjectProvider<CustomerSales> sales,
            ApplicationEventPublisher events,
            EntityManager entities,
            JdbcTemplate database,
            Sentences sentences,
            Clock clock) {
        this.customers = customers;
        this.changes = changes;
        this.personalData = personalData;
        this.consultants = consultants;
        this.sales = sales;
        this.events = events;
        this.entities = entities;
        this.database = database;
        this.sentences = sentences;
        this.clock = clock;
    }

    /** All of it or nothing; of two at once about the same rows, the second is told that they have changed. */
    public MergeOutcome merge(MergeOrder order, String by) {
        if (!consultants.maySeeEveryNumber(by)) {
            return new MergedByTheSiteManager();
        } else if (order.stays().equals(order.gone())) {
            return new SameRow();
        }
        CustomerText text = new CustomerText();
        String reason = text.note(CustomerField.REASON, order.reason(), CustomerText.LINE);
        if (!text.isReadable()) {
            return text.refusal();
        } else if (reason == null) {
            return new WhyMissing();
        }
        lockPhones(order);
        Map<UUID, Customer> rows = customers.lock(List.of(order.stays(), order.gone())).stream()
                .collect(Collectors.toMap(Customer::id, Function.identity()));
        Customer stays = rows.get(order.stays());
        Customer gone = rows.get(order.gone());
        if (stays == null || gone == null) {
            return new ChangedSinceCompared();
        }
        Optional<MergeOutcome> refusal = refusalOf(order, stays, gone);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        carryOut(order, stays, gone, reason, by);
        return new Merged(stays.id());
    }

    /** A reception of either phone waits, and finds the row that goes on. */
    private void lockPhones(MergeOrder order) {
        database.queryForList(
                        "select phone from sales.customers where id in (?, ?) order by phone",
                        String.class,
                        order.stays(),
                        order.gone())
                .forEach(customers::lockPhone);
    }

    private Optional<MergeOutcome> refusalOf(MergeOrder order, Customer stays, Customer gone) {
        for (Customer row : List.of(stays, gone)) {
            if (row.mergedInto() != null) {
                String into =
                        customers.findById(row.mergedInto()).map(Customer::no).orElse("");
                return Optional.of(new MergedAlready(row.no(), into));
            }
        }
        if (stays.version() != order.staysVersion() || gone.version() != order.goneVersion()) {
            return Optional.of(new ChangedSinceCompared());
        } else if (stays.kind() != gone.kind()) {
            return Optional.of(new KindsDiffer());
        } else if (stays.idNoSealed() != null
                && gone.idNoSealed() != null
                && !idNo(stays).equals(idNo(gone))) {
            return Optional.of(new PapersDiffer());
        }
        Map<UUID, Talk> talks = talks(stays);
        return talks(gone).values().stream()
                .filter(talk -> talks.containsKey(talk.projectId()))
                .findFirst()
                .map(talk -> new BothTalkedWith(
                        talk.projectName(), talks.get(talk.projectId()).caseNo(), talk.caseNo()));
    }

    private Map<UUID, Talk> talks(Customer customer) {
        return sales.stream()
                .flatMap(one -> one.openTalks(customer.id()).stream())
                .collect(Collectors.toMap(Talk::projectId, Function.identity()));
    }

    private String idNo(Customer customer) {
        return personalData.open(customer.idNoSealed(), customer.id());
    }

    private void carryOut(MergeOrder order, Customer stays, Customer gone, String reason, String by) {
        Instant now = clock.instant();
        String goneBefore = asItStands(gone);
        String staysBefore = asItStands(stays);
        String moved = whatHangsOn(gone);
        String goneNo = gone.no();

        if (order.fromGone().contains(MergeField.PHONE)) {
            entities.createNativeQuery("set constraints sales.customers_phone_key deferred")
                    .executeUpdate();
            stays.exchangePhones(gone);
        }
        if (stays.idNoSealed() == null && gone.idNoSealed() != null) {
            String number = idNo(gone);
            stays.identify(gone.idType(), personalData.seal(number, stays.id()), personalData.digest(number));
        }
        if (stays.owner() == null || order.fromGone().contains(MergeField.OWNER) && gone.owner() != null) {
            stays.ownedBy(gone.owner());
        }
        stays.revise(chosen(order.fromGone(), stays.asRevision(), gone.asRevision()));
        stays.takeIn(gone);
        customers.findByMergedInto(gone.id()).forEach(earlier -> earlier.mergeInto(stays, now));
        gone.mergeInto(stays, now);
        entities.flush();

        database.update(
                "update sales.visits set customer_id = ?, version = version + 1 where customer_id = ?",
                stays.id(),
                gone.id());
        database.update(
                "update sales.visits v set first_visit = false where v.customer_id = ? and v.first_visit and exists (select 1"
                        + " from sales.visits e where e.customer_id = v.customer_id and e.project_id = v.project_id"
                        + " and (e.visited_at, e.id) < (v.visited_at, v.id))",
                stays.id());
        database.update(
                "update sales.customer_feedback set customer_id = ?, version = version + 1 where customer_id = ?",
                stays.id(),
                gone.id());
        database.update(
                "insert into sales.customer_merges (id, lost_id, survivor_id, lost_before, survivor_before, moved, reason,"
                        + " merged_by, merged_at) values (?, ?, ?, cast(? as jsonb), cast(? as jsonb), cast(? as jsonb), ?, ?, ?)",
                UUID.randomUUID(),
                gone.id(),
                stays.id(),
                goneBefore,
                staysBefore,
                moved,
                reason,
                by,
                java.sql.Timestamp.from(now));
        note(stays, sentences.text("customer.merged.took", goneNo, gone.name()), reason, by, now);
        note(gone, sentences.text("customer.merged.into", stays.no(), stays.name()), reason, by, now);
        events.publishEvent(new CustomersMerged(gone.id(), stays.id()));
    }

    private void note(Customer customer, String text, String reason, String by, Instant at) {
        changes.save(new ChangeOfCustomer(customer.id(), CustomerChangeKind.MERGED, text, reason, by, at));
    }

    private static CustomerRevision chosen(Set<MergeField> fromGone, CustomerRevision stays, CustomerRevision gone) {
        Intent one = stays.intent();
        Intent other = gone.intent();
        return new CustomerRevision(
                pick(fromGone, MergeField.NAME, stays.name(), gone.name()),
                pick(fromGone, MergeField.SEGMENT, stays.segment(), gone.segment()),
                pick(fromGone, MergeField.GRADE, stays.grade(), gone.grade()),
                pick(fromGone, MergeField.CHANNEL, stays.channel(), gone.channel()),
                pick(fromGone, MergeField.EMAIL, stays.email(), gone.email()),
                new Intent(
                        pick(fromGone, MergeField.WANTED_AREA, one.wantedArea(), other.wantedArea()),
                        pick(fromGone, MergeField.WANTED_LAYOUT, one.wantedLayout(), other.wantedLayout()),
                        pick(fromGone, MergeField.WANTED_BUDGET, one.wantedBudget(), other.wantedBudget()),
                        pick(fromGone, MergeField.WANTED_FLOOR, one.wantedFloor(), other.wantedFloor()),
                        pick(fromGone, MergeField.MOTIVE, one.motive(), other.motive()),
                        pick(fromGone, MergeField.OBJECTIONS, one.objections(), other.objections()),
                        pick(fromGone, MergeField.RIVALS, one.rivals(), other.rivals())),
                pick(fromGone, MergeField.CO_BUYERS, stays.coBuyers(), gone.coBuyers()),
                pick(fromGone, MergeField.REMARK, stays.remark(), gone.remark()));
    }

    private static <T> T pick(Set<MergeField> fromGone, MergeField field, T stays, T gone) {
        return gone != null && (stays == null || fromGone.contains(field)) ? gone : stays;
    }

    /** The whole row; the number of papers stays sealed in it. */
    private String asItStands(Customer customer) {
        return database.queryForObject(
                "select cast(to_jsonb(c) as text) from sales.customers c where c.id = ?", String.class, customer.id());
    }

    private String whatHangsOn(Customer customer) {
        return database.queryForObject(
                "select cast(jsonb_build_object("
                        + "'visits', (select coalesce(jsonb_agg(id), '[]') from sales.visits where customer_id = c.id),"
                        + " 'feedback', (select coalesce(jsonb_agg(id), '[]') from sales.customer_feedback where customer_id = c.id),"
                        + " 'sales', (select coalesce(jsonb_agg(id), '[]') from sales.sales_cases where customer_id = c.id))"
                        + " as text) from sales.customers c where c.id = ?",
                String.class,
                customer.id());
    }

    /** These two are two people: they are proposed no more. */
    public boolean keepApart(UUID one, UUID other, String by) {
        if (!consultants.maySeeEveryNumber(by) || one.equals(other)) {
            return false;
        }
        boolean inOrder = one.toString().compareTo(other.toString()) < 0;
        return database.update(
                        "insert into sales.customers_apart (one, other, said_by, said_at)"
                                + " select a.id, b.id, ?, ? from sales.customers a, sales.customers b where a.id = ? and b.id = ?"
                                + " on conflict do nothing",
                        by,
                        java.sql.Timestamp.from(clock.instant()),
                        inOrder ? one : other,
                        inOrder ? other : one)
                == 1;
    }
}

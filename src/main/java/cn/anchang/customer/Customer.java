package cn.anchang.customer;

import cn.anchang.shared.Masked;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** Somebody who may buy, or has bought. Known by their phone, once in the company. */
@Entity
@Table(name = "customers")
public class Customer {

    @Id
    private UUID id;

    @Version
    private Long version;

    private String no;
    private String name;

    @Enumerated(EnumType.STRING)
    private CustomerKind kind;

    private String phone;

    @Enumerated(EnumType.STRING)
    private IdType idType;

    private byte[] idNoSealed;
    private String email;

    @Enumerated(EnumType.STRING)
    private Channel channel;

    @Enumerated(EnumType.STRING)
    private Segment segment;

    @Enumerated(EnumType.STRING)
    private Grade grade;

    @Enumerated(EnumType.STRING)
    private CustomerState state;

    @Enumerated(EnumType.STRING)
    private LostReason lostReason;

    private String lostNote;
    private String owner;
    private Instant protectedUntil;

    @Embedded
    private Intent intent;

    private String coBuyers;
    private String remark;
    private Instant createdAt;
    private Instant lastContactAt;
    private LocalDate followUpOn;
    private boolean followUpAgreed;
    private String idNoDigest;
    private UUID mergedInto;
    private Instant mergedAt;

    protected Customer() {}

    /** A customer begins as a lead (线索) that nobody follows yet. */
    Customer(String no, String name, CustomerKind kind, Phone phone, Channel channel, Instant now) {
        this.id = UUID.randomUUID();
        this.no = no;
        this.name = name;
        this.kind = kind;
        this.phone = phone.digits();
        this.channel = channel;
        this.state = CustomerState.LEAD;
        this.createdAt = now;
    }

    /** The consultant who receives a customer nobody follows becomes the owner; one who is followed keeps theirs. */
    void receivedBy(String consultant) {
        if (owner == null) {
            owner = consultant;
        }
    }

    /** A talk prolongs the protection (R25) and never shortens it. */
    void protectUntil(Instant until) {
        if (protectedUntil == null || until.isAfter(protectedUntil)) {
            protectedUntil = until;
        }
    }

    boolean isProtected(Instant now) {
        return owner != null && protectedUntil != null && now.isBefore(protectedUntil);
    }

    /**
     * Somebody spoke with the customer. The next time is as agreed, or by the rhythm of the grade (R25); who is buying already is led by
     * the sale's own steps, and is followed besides only where a day was agreed.
     *
     * @param agreed may be null
     * @param byRhythm the day the rhythm asks for
     */
    void spokenWith(Instant at, LocalDate agreed, LocalDate byRhythm) {
        lastContactAt = lastContactAt == null || at.isAfter(lastContactAt) ? at : lastContactAt;
        followUpAgreed = agreed != null;
        followUpOn = agreed != null ? agreed : isFollowed() ? byRhythm : null;
    }

    /** A call while a sale is talked about: the day of its next talk stands. */
    void calledBetween(Instant at) {
        lastContactAt = lastContactAt == null || at.isAfter(lastContactAt) ? at : lastContactAt;
    }

    /** The grade, and with it the rhythm, has changed; an agreed day stands. */
    void keepRhythm(LocalDate byRhythm) {
        if (!followUpAgreed && isFollowed() && owner != null) {
            followUpOn = byRhythm;
        }
    }

    private boolean isFollowed() {
        return state.isBefore(CustomerState.SUBSCRIBED);
    }

    private void followedNoMore() {
        followUpOn = null;
        followUpAgreed = false;
    }

    /** The consultant agrees to part with the customer, or has left. */
    void giveUpProtection() {
        protectedUntil = null;
    }

    /** @throws IllegalStateException while the customer is protected (R25) */
    void handTo(String consultant, Instant now) {
        if (isProtected(now)) {
            throw new IllegalStateException("%s is protected until %s".formatted(no, protectedUntil));
        }
        owner = consultant;
    }

    /**
     * Comes as far as this; never falls back by it. A lost customer who comes again is no longer lost.
     *
     * @throws IllegalArgumentException for 战败 and merged, which are no progress
     */
    void advanceTo(CustomerState next) {
        if (!next.isOnTheWay()) {
            throw new IllegalArgumentException(next + " is no progress");
        }
        if (state == CustomerState.LOST) {
            lostReason = null;
            lostNote = null;
            state = next;
        } else if (state.isBefore(next)) {
            state = next;
        } else {
            return;
        }
        if (!isFollowed()) {
            followedNoMore();
        }
    }

    /** The deal came to nothing, the customer has not gone yet. */
    void dealUndone() {
        if (state == CustomerState.SUBSCRIBED || state == CustomerState.CONTRACTED) {
            state = CustomerState.INTENDED;
        }
    }

    /** @throws IllegalStateException when the customer owns a home of ours, or has been merged */
    void lose(LostReason reason, String note) {
        if (state == CustomerState.OWNER || state == CustomerState.MERGED) {
            throw new IllegalStateException("%s is %s and cannot be lost".formatted(no, state));
        }
        state = CustomerState.LOST;
        lostReason = reason;
        lostNote = note;
        followedNoMore();
    }

    /** This row was the same customer as another, which goes on. It keeps its phone, so that whoever calls from it is found. */
    void mergeInto(Customer other, Instant at) {
        state = CustomerState.MERGED;
        lostReason = null;
        lostNote = null;
        mergedInto = other.id;
        mergedAt = at;
        followedNoMore();
    }

    /** What the two rows know between them: the farther state, the later talk, the longer protection, the earlier next day. */
    void takeIn(Customer other) {
        if (other.state.isOnTheWay()) {
            advanceTo(other.state);
        }
        if (other.protectedUntil != null) {
            protectUntil(other.protectedUntil);
        }
        if (other.lastContactAt != null && (lastContactAt == null || other.lastContactAt.isAfter(lastContactAt))) {
            lastContactAt = other.lastContactAt;
        }
        if (isFollowed() && other.followUpOn != null && (followUpOn == null || other.followUpOn.isBefore(followUpOn))) {
            followUpOn = other.followUpOn;
            followUpAgreed = other.followUpAgreed;
        }
        createdAt = other.createdAt.isBefore(createdAt) ? other.createdAt : createdAt;
    }

    /** Replaces what is known; a blank makes it unknown again. */
    void revise(CustomerRevision revised) {
        name = revised.name();
        segment = revised.segment();
        grade = revised.grade();
        channel = revised.channel();
        email = revised.email();
        intent = revised.intent();
        coBuyers = revised.coBuyers();
        remark = revised.remark();
    }

    /** Each takes the other's phone; the database looks at the end whether every phone is there once. */
    void exchangePhones(Customer other) {
        String mine = phone;
        phone = other.phone;
        other.phone = mine;
    }

    CustomerRevision asRevision() {
        return new CustomerRevision(name, segment, grade, channel, email, intent(), coBuyers, remark);
    }

    void ownedBy(String consultant) {
        owner = consultant;
    }

    void grade(Grade next) {
        grade = next;
    }

    void wants(Intent later) {
        intent = intent().updatedBy(later);
    }

    void isCalled(String newName) {
        name = newName;
    }

    /** @param digest the same for the same number, and tells nothing of it */
    void identify(IdType type, byte[] sealed, String digest) {
        idType = type;
        idNoSealed = sealed;
        idNoDigest = digest;
    }

    void describe(Segment newSegment, String newEmail, String newCoBuyers, String newRemark) {
        segment = newSegment == null ? segment : newSegment;
        email = newEmail == null ? email : newEmail;
        coBuyers = newCoBuyers == null ? coBuyers : newCoBuyers;
        remark = newRemark == null ? remark : newRemark;
    }

    /** Fills in what is not known yet and overwrites nothing. */
    void complete(Segment otherSegment, String otherEmail, String otherCoBuyers, Intent otherIntent, Grade otherGrade) {
        segment = segment == null ? otherSegment : segment;
        email = email == null ? otherEmail : email;
        coBuyers = coBuyers == null ? otherCoBuyers : coBuyers;
        intent = otherIntent.updatedBy(intent());
        grade = grade == null ? otherGrade : grade;
    }

    public UUID id() {
        return id;
    }

    public String no() {
        return no;
    }

    public String name() {
        return name;
    }

    public String maskedName() {
        return kind == CustomerKind.COMPANY ? name : Masked.name(name);
    }

    public CustomerKind kind() {
        return kind;
    }

    String phone() {
        return phone;
    }

    public IdType idType() {
        return idType;
    }

    byte[] idNoSealed() {
        return idNoSealed;
    }

    public String email() {
        return email;
    }

    public Channel channel() {
        return channel;
    }

    public Segment segment() {
        return segment;
    }

    public Grade grade() {
        return grade;
    }

    public CustomerState state() {
        return state;
    }

    public LostReason lostReason() {
        return lostReason;
    }

    public String owner() {
        return owner;
    }

    public Instant protectedUntil() {
        return protectedUntil;
    }

    public Intent intent() {
        return intent == null ? Intent.NONE : intent;
    }

    public String coBuyers() {
        return coBuyers;
    }

    String remark() {
        return remark;
    }

    String lostNote() {
        return lostNote;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant lastContactAt() {
        return lastContactAt;
    }

    /** The day of the next talk, or null when none is due. */
    public LocalDate followUpOn() {
        return followUpOn;
    }

    /** Whether the day was agreed with the customer; else it follows from the grade. */
    public boolean isFollowUpAgreed() {
        return followUpAgreed;
    }

    /** The row that goes on for this one, or null. */
    public UUID mergedInto() {
        return mergedInto;
    }

    public long version() {
        return version == null ? 0 : version;
    }
}

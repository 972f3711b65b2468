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

    void identify(IdType type, byte[] sealed) {
        idType = type;
        idNoSealed = sealed;
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
}

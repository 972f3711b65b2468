package cn.anchang.marketing;

import cn.anchang.customer.Channel;
import cn.anchang.shared.Money;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** One thing an approved edition asks of a department or a person, and how it ended. */
@Entity
@Table(name = "plan_items")
public class PlanItem {

    /** Of the filing, which is no line of the plan. */
    static final String FILING_KEY = "filing";

    @Id
    private UUID id;

    @Version
    private Long version;

    private UUID planId;

    @Enumerated(EnumType.STRING)
    private PlanItemKind kind;

    private String itemKey;
    private Integer turn;
    private String title;

    @Enumerated(EnumType.STRING)
    private Channel channel;

    private String detail;
    private LocalDate startsOn;
    private LocalDate dueOn;
    private String owner;
    private Money plannedCost;

    @Enumerated(EnumType.STRING)
    private PlanItemState state;

    private UUID carriedFrom;
    private Money actualCost;
    private Integer visits;
    private Integer leads;
    private String result;
    private LocalDate doneOn;
    private String doneBy;
    private Instant doneAt;
    private String verdict;

    protected PlanItem() {}

    private PlanItem(UUID planId, PlanItemKind kind, String itemKey, String title) {
        this.id = UUID.randomUUID();
        this.planId = planId;
        this.kind = kind;
        this.itemKey = itemKey;
        this.title = title;
        this.state = PlanItemState.OPEN;
    }

    static PlanItem filing(UUID planId, String title) {
        return new PlanItem(planId, PlanItemKind.FILING, FILING_KEY, title);
    }

    static PlanItem of(UUID planId, PlanContent.ShowFlatChange change) {
        PlanItem item = new PlanItem(planId, PlanItemKind.SHOW_FLAT, change.key(), change.says());
        item.dueOn = change.by();
        return item;
    }

    static PlanItem of(UUID planId, PlanContent.ConstructionAsk ask) {
        PlanItem item = new PlanItem(planId, PlanItemKind.CONSTRUCTION, ask.key(), ask.says());
        item.detail = ask.note();
        item.dueOn = ask.by();
        return item;
    }

    static PlanItem of(UUID planId, PlanContent.Activity activity) {
        PlanItem item = new PlanItem(planId, PlanItemKind.ACTIVITY, activity.key(), activity.says());
        item.channel = activity.channel();
        item.detail = activity.note();
        item.startsOn = activity.startsOn();
        item.dueOn = activity.endsOn();
        item.owner = activity.owner();
        item.plannedCost = activity.cost();
        return item;
    }

    /** @param number its place among the items of its kind that are handed out, from zero */
    void handOutAs(int number) {
        turn = number;
    }

    /** Takes over what an edition before this has done. */
    void carryOver(PlanItem done) {
        state = PlanItemState.CARRIED_OVER;
        carriedFrom = done.id;
        actualCost = done.actualCost;
        visits = done.visits;
        leads = done.leads;
        result = done.result;
        doneOn = done.doneOn;
        doneBy = done.doneBy;
        doneAt = done.doneAt;
    }

    void done(LocalDate on, String what, String by, Instant at) {
        if (state != PlanItemState.OPEN) {
            throw new IllegalStateException("%s %s is %s".formatted(kind, title, state));
        }
        state = PlanItemState.DONE;
        doneOn = on;
        result = what;
        doneBy = by;
        doneAt = at;
    }

    /** @param counted who came, or null when nobody counted; likewise who left a number */
    void cost(Money actual, Integer counted, Integer left) {
        actualCost = actual;
        visits = counted;
        leads = left;
    }

    /** Says no when it is done: what is done stays done. */
    boolean superseded() {
        if (state != PlanItemState.OPEN) {
            return false;
        }
        state = PlanItemState.SUPERSEDED;
        return true;
    }

    void judged(String word) {
        verdict = word;
    }

    public boolean isDone() {
        return state == PlanItemState.DONE || state == PlanItemState.CARRIED_OVER;
    }

    public UUID planId() {
        return planId;
    }

    public PlanItemKind kind() {
        return kind;
    }

    public String key() {
        return itemKey;
    }

    public String title() {
        return title;
    }

    public Channel channel() {
        return channel;
    }

    public String detail() {
        return detail;
    }

    public LocalDate startsOn() {
        return startsOn;
    }

    public LocalDate dueOn() {
        return dueOn;
    }

    public String owner() {
        return owner;
    }

    public Money plannedCost() {
        return plannedCost;
    }

    public PlanItemState state() {
        return state;
    }

    public Money actualCost() {
        return actualCost;
    }

    public Integer visits() {
        return visits;
    }

    public Integer leads() {
        return leads;
    }

    public String result() {
        return result;
    }

    public LocalDate doneOn() {
        return doneOn;
    }

    public String doneBy() {
        return doneBy;
    }

    public String verdict() {
        return verdict;
    }
}

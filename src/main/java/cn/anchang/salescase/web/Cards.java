package cn.anchang.salescase.web;

import cn.anchang.customer.CustomerCard;
import cn.anchang.engine.OpenTasks.OpenTask;
import cn.anchang.inventory.OccupiedUnit;
import cn.anchang.mortgage.Mortgages;
import cn.anchang.organization.Staff;
import cn.anchang.payment.PaymentState;
import cn.anchang.payment.ReceiptView;
import cn.anchang.payment.Statement;
import cn.anchang.payment.Statement.InstalmentView;
import cn.anchang.salescase.AftercareStep;
import cn.anchang.salescase.CaseFile;
import cn.anchang.salescase.CaseFiles;
import cn.anchang.salescase.CaseState;
import cn.anchang.salescase.ChangeKind;
import cn.anchang.salescase.DealPapers;
import cn.anchang.salescase.Milestone;
import cn.anchang.salescase.SalesCase;
import cn.anchang.salescase.SalesChanges;
import cn.anchang.salescase.SalesContract;
import cn.anchang.salescase.Subscription;
import cn.anchang.salescase.UnitSnapshot;
import cn.anchang.salescase.web.Card.CustomerPart;
import cn.anchang.salescase.web.Card.DeadlinePart;
import cn.anchang.salescase.web.Card.LinePart;
import cn.anchang.salescase.web.Card.MilestonePart;
import cn.anchang.salescase.web.Card.MoneyPart;
import cn.anchang.salescase.web.Card.NoticePart;
import cn.anchang.salescase.web.Card.PaperPart;
import cn.anchang.salescase.web.Card.ReceiptPart;
import cn.anchang.salescase.web.Card.UnitPart;
import cn.anchang.shared.Money;
import cn.anchang.shared.Sentences;
import cn.anchang.shared.Site;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Draws up the context card of a task: who, which unit, how much, until when, what next. */
@Component
class Cards {

    private final CaseFiles files;
    private final SalesChanges changes;
    private final Mortgages mortgages;
    private final Prefills prefills;
    private final DealPapers issued;
    private final Staff staff;
    private final Sentences sentences;
    private final ZoneId zone;
    private final Clock clock;

    Cards(
            CaseFiles files,
            SalesChanges changes,
            Mortgages mortgages,
            Prefills prefills,
            DealPapers issued,
            Staff staff,
            Sentences sentences,
            Site site,
            Clock clock) {
        this.files = files;
        this.changes = changes;
        this.mortgages = mortgages;
        this.prefills = prefills;
        this.issued = issued;
        this.staff = staff;
        this.sentences = sentences;
        this.zone = site.timeZone();
        this.clock = clock;
    }

    Card of(OpenTask task, CaseFile file, String userId) {
        SalesCase salesCase = file.salesCase();
        return new Card(
                salesCase.id(),
                salesCase.no(),
                files.mayRead(salesCase, userId) ? "/sales/" + salesCase.id() : null,
                task.definitionKey(),
                task.name(),
                sentences.name(salesCase.state()),
                customer(file.customer(), salesCase),
                salesCase.projectName(),
                unit(file),
                price(file),
                file.money().map(this::money).orElse(null),
                file.milestones().stream().map(this::milestone).toList(),
                deadlines(file),
                notices(file),
                sentences.text("next." + task.definitionKey()),
                files.mayRead(salesCase, userId) ? papers(file) : List.of(),
                changes(file, userId),
                prefills.of(task.definitionKey(), file, userId));
    }

    /** Reminders, missed deadlines, what was changed on the way and what happened to the loan, the earliest first. */
    private List<NoticePart> notices(CaseFile file) {
        Map<Instant, List<String>> said = new TreeMap<>();
        file.notices()
                .forEach(notice -> said.computeIfAbsent(notice.noticedAt(), at -> new ArrayList<>())
                        .add(notice.text()));
        changes.changesOf(file.salesCase().id())
                .forEach(change -> said.computeIfAbsent(change.changedAt(), at -> new ArrayList<>())
                        .add(sentences.text("change.noted", change.orderNo(), change.text())));
        file.money().stream()
                .flatMap(money -> money.payments().stream())
                .filter(payment -> payment.state() == PaymentState.PENDING)
                .forEach(payment -> said.computeIfAbsent(payment.enteredAt(), at -> new ArrayList<>())
                        .add(sentences.text("money.awaiting", payment.amount())));
        mortgages.of(file.salesCase().id()).stream()
                .flatMap(loan -> loan.notes().stream())
                .forEach(note ->
                        said.computeIfAbsent(note.at(), at -> new ArrayList<>()).add(note.text()));
        return said.entrySet().stream()
                .flatMap(moment ->
                        moment.getValue().stream().map(text -> new NoticePart(sentences.shown(moment.getKey()), text)))
                .toList();
    }

    private CustomerPart customer(CustomerCard customer, SalesCase salesCase) {
        return new CustomerPart(
                customer.id(),
                customer.no(),
                customer.maskedName(),
                customer.maskedPhone(),
                customer.grade() == null ? null : customer.grade().name(),
                salesCase.consultant(),
                staff.displayName(salesCase.consultant()));
    }

    private UnitPart unit(CaseFile file) {
        if (file.unit().isPresent()) {
            OccupiedUnit unit = file.unit().get();
            return new UnitPart(
                    unit.unitId(),
                    unit.unitNo(),
                    unit.building(),
                    String.valueOf(unit.floor()),
                    unit.layout(),
                    area(unit.area()),
                    sentences.name(unit.use()),
                    unit.listPrice().formatted(),
                    unit.permitNo());
        }
        UnitSnapshot unit = file.salesCase().unit();
        return unit == null
                ? null
                : new UnitPart(
                        unit.unitId(),
                        unit.unitNo(),
                        unit.building(),
                        null,
                        unit.layout(),
                        area(unit.area()),
                        null,
                        unit.listPrice().formatted(),
                        unit.permitNo());
    }

    private static String area(java.math.BigDecimal area) {
        return area.stripTrailingZeros().toPlainString() + " ㎡";
    }

    private static String price(CaseFile file) {
        return file.subscription().map(signed -> signed.price().formatted()).orElse(null);
    }

    private MoneyPart money(Statement statement) {
        return new MoneyPart(
                statement.price().formatted(),
                statement.received().formatted(),
                open(statement).formatted(),
                statement.instalments().stream().map(this::line).toList(),
                statement.receipts().stream().map(this::receipt).toList());
    }

    private static Money open(Statement statement) {
        return statement.hasPlan() || statement.settlement().isPresent()
                ? statement.open()
                : statement.price().minus(statement.received());
    }

    private LinePart line(InstalmentView line) {
        return new LinePart(
                line.seq(),
                sentences.name(line.kind()),
                line.amount().formatted(),
                line.paid().formatted(),
                line.rest().formatted(),
                sentences.shown(line.dueOn()),
                sentences.name(line.state()));
    }

    private ReceiptPart receipt(ReceiptView receipt) {
        return new ReceiptPart(
                receipt.receiptNo(),
                sentences.name(receipt.item()),
                receipt.amount().formatted(),
                receipt.words(),
                sentences.shown(receipt.paidOn()),
                sentences.text(receipt.valid() ? "receipt.valid" : "receipt.void"));
    }

    private MilestonePart milestone(Milestone milestone) {
        return new MilestonePart(
                milestone.stage().name(),
                sentences.name(milestone.stage()),
                day(milestone.plannedFrom()),
                day(milestone.plannedTo()),
                moment(milestone.actualFrom()),
                moment(milestone.actualTo()),
                milestone.isLate(clock.instant(), zone));
    }

    private String day(LocalDate day) {
        return day == null ? null : sentences.shown(day);
    }

    private String moment(Instant moment) {
        return moment == null ? null : sentences.shown(moment);
    }

    private List<DeadlinePart> deadlines(CaseFile file) {
        SalesCase salesCase = file.salesCase();
        List<DeadlinePart> deadlines = new ArrayList<>();
        switch (salesCase.state()) {
            case NEGOTIATING -> add(deadlines, "deadline.followUp", salesCase.followUpOn());
            case HOLDING -> add(deadlines, "deadline.hold", salesCase.holdUntil());
            case RESERVED -> add(deadlines, "deadline.subscribe", salesCase.subscribeBy());
            case SUBSCRIBED ->
                add(
                        deadlines,
                        "deadline.sign",
                        file.subscription().map(Subscription::signBy).orElse(null));
            case CONTRACTED ->
                add(
                        deadlines,
                        "deadline.file",
                        file.contract().map(SalesContract::fileBy).orElse(null));
            default ->
                file.aftercare().stream().filter(step -> !step.isDone()).forEach(step -> deadlines.add(deadline(step)));
        }
        return deadlines;
    }

    private DeadlinePart deadline(AftercareStep step) {
        return new DeadlinePart(
                sentences.name(step.kind()), sentences.shown(step.dueOn()), step.isLate() || isOver(step.dueOn()));
    }

    private void add(List<DeadlinePart> deadlines, String key, LocalDate day) {
        if (day != null) {
            deadlines.add(new DeadlinePart(sentences.text(key), sentences.shown(day), isOver(day)));
        }
    }

    private void add(List<DeadlinePart> deadlines, String key, Instant moment) {
        if (moment != null) {
            deadlines.add(
                    new DeadlinePart(sentences.text(key), sentences.shown(moment), moment.isBefore(clock.instant())));
        }
    }

    private boolean isOver(LocalDate day) {
        return day.isBefore(LocalDate.ofInstant(clock.instant(), zone));
    }

    private List<PaperPart> papers(CaseFile file) {
        List<PaperPart> papers = new ArrayList<>();
        papers.add(new PaperPart(
                sentences.text("paper.all"), "/papers/" + file.salesCase().id()));
        issued.issuedFor(file.salesCase().id())
                .forEach(paper -> papers.add(new PaperPart(paper.title(), paper.path())));
        papers.add(paper("intent", file));
        if (file.subscription().isPresent()) {
            papers.add(paper("subscription", file));
        }
        if (file.contract().isPresent()) {
            papers.add(paper("contract", file));
            papers.add(paper("checklist", file));
        }
        return papers;
    }

    /** What most often changes on the way, two clicks away for those who may ask for it. */
    private List<PaperPart> changes(CaseFile file, String userId) {
        SalesCase salesCase = file.salesCase();
        boolean mayAsk = salesCase.consultant().equals(userId) || staff.isSiteManager(userId);
        boolean goesOn = file.subscription().isPresent() && !salesCase.state().isClosed();
        if (!mayAsk || !goesOn) {
            return List.of();
        }
        List<ChangeKind> kinds = new ArrayList<>();
        if (salesCase.state() == CaseState.SUBSCRIBED) {
            kinds.add(ChangeKind.EXTEND_SIGNING);
        }
        if (file.money().filter(money -> money.open().isPositive()).isPresent()) {
            kinds.add(ChangeKind.DEFER_PAYMENT);
            kinds.add(ChangeKind.RESCHEDULE);
        }
        return kinds.stream()
                .map(kind -> new PaperPart(
                        sentences.name(kind), "/changes/new?case=%s&kind=%s".formatted(salesCase.id(), kind)))
                .toList();
    }

    private PaperPart paper(String kind, CaseFile file) {
        return new PaperPart(
                sentences.text("paper." + kind),
                "/papers/" + kind + "/" + file.salesCase().id());
    }
}

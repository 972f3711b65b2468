package cn.anchang.collection;

import cn.anchang.approval.DocumentTask;
import cn.anchang.approval.DocumentTasks;
import cn.anchang.approval.Documents;
import cn.anchang.approval.Fact;
import cn.anchang.collection.LateFees.Charge;
import cn.anchang.engine.OpenTasks.OpenTask;
import cn.anchang.salescase.SaleContact;
import cn.anchang.shared.Money;
import cn.anchang.shared.Sentences;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What those see who call, write or decide: who owes what since when, what was promised, and the clocks of the law (R19). */
@Component
class ArrearsTasks implements DocumentTasks {

    private static final String WRITE = "userTask_writeDemand";
    private static final String SEND = "userTask_sendDemand";
    private static final String REVIEW = "userTask_reviewRescission";

    private final ArrearsDesk desk;
    private final ArrearsBook book;
    private final LateFees fees;
    private final DemandPapers papers;
    private final Documents documents;
    private final ArrearsSettings settings;
    private final Sentences sentences;

    ArrearsTasks(
            ArrearsDesk desk,
            ArrearsBook book,
            LateFees fees,
            DemandPapers papers,
            Documents documents,
            ArrearsSettings settings,
            Sentences sentences) {
        this.desk = desk;
        this.book = book;
        this.fees = fees;
        this.papers = papers;
        this.documents = documents;
        this.settings = settings;
        this.sentences = sentences;
    }

    @Override
    public String processKey() {
        return "payment-arrears";
    }

    @Override
    public DocumentTask of(OpenTask task) {
        Arrears arrears = desk.find(UUID.fromString(task.businessKey())).orElseThrow();
        String step = task.definitionKey();
        List<Fact> facts = new ArrayList<>(owed(arrears));
        if (step.equals(SEND)) {
            sending(arrears, facts);
        } else if (step.equals(REVIEW)) {
            law(desk.clock(arrears), facts);
        }
        Optional<UUID> version =
                arrears.demandId() == null ? Optional.empty() : documents.currentVersion(arrears.demandId());
        return new DocumentTask(
                arrears.demandId(),
                version.orElse(null),
                null,
                facts,
                sentences.text("arrears.next." + step),
                step.equals(WRITE) ? letter(version) : Map.of());
    }

    private List<Fact> owed(Arrears arrears) {
        SaleContact sale = desk.sale(arrears);
        Charge charge = fees.of(arrears);
        List<Fact> facts = new ArrayList<>();
        facts.add(Fact.sale(sentences.text("arrears.field.customer"), sale.customerName(), arrears.account()));
        fact(facts, "unit", sale.projectName() + " " + sale.unitNo());
        fact(facts, "contract", sale.contractNo());
        fact(facts, "item", sentences.text("reminder.item", arrears.seq(), arrears.kind()));
        fact(facts, "dueOn", sentences.shown(arrears.dueOn()));
        fact(facts, "late", sentences.text("arrears.late", ChronoUnit.DAYS.between(arrears.dueOn(), desk.today())));
        fact(facts, "rest", desk.rest(arrears).formatted());
        fact(facts, "fee", charge.owed().formatted());
        book.notes(arrears.id()).stream()
                .filter(note -> note.act() == ArrearsAct.CALL)
                .reduce((earlier, later) -> later)
                .ifPresent(note -> fact(
                        facts,
                        "lastCall",
                        note.until() == null
                                ? note.note()
                                : sentences.text("arrears.promised", note.note(), note.until())));
        return facts;
    }

    private void sending(Arrears arrears, List<Fact> facts) {
        papers.latest(arrears.id())
                .ifPresent(letter ->
                        facts.add(new Fact(sentences.text("arrears.field.letter"), letter.title(), letter.path())));
        if (arrears.demandVersion() != null) {
            Money written = desk.demandOf(arrears).rest();
            Money now = desk.rest(arrears);
            if (!written.equals(now)) {
                fact(facts, "meanwhile", sentences.text("arrears.paidMeanwhile", written, now));
            }
        }
    }

    private void law(RescissionClock law, List<Fact> facts) {
        fact(
                facts,
                "share",
                sentences.text(
                        law.shareReached() ? "arrears.law.share" : "arrears.law.noShare",
                        law.dueUnpaid(),
                        law.threshold()));
        fact(
                facts,
                "demand",
                law.isDemanded()
                        ? sentences.text("arrears.law.demand", law.demandSentOn(), law.payBy())
                        : sentences.text("arrears.law.noDemand"));
        if (law.isDemanded()) {
            fact(
                    facts,
                    "months",
                    sentences.text(law.byTime() ? "arrears.law.monthsOver" : "arrears.law.months", law.monthsOver()));
        }
        fact(facts, "ripe", sentences.text(law.isRipe() ? "arrears.law.ripe" : "arrears.law.notRipe"));
    }

    private Map<String, Object> letter(Optional<UUID> version) {
        Map<String, Object> values = new LinkedHashMap<>();
        Optional<DemandContent> before = version.map(id -> documents.content(id, DemandContent.class));
        values.put("days", before.map(DemandContent::days).orElse(settings.payWithin()));
        values.put("words", before.map(DemandContent::words).orElse(null));
        return values;
    }

    private void fact(List<Fact> facts, String key, String text) {
        facts.add(new Fact(sentences.text("arrears.field." + key), text == null ? "—" : text));
    }
}

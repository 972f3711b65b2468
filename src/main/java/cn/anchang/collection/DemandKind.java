package cn.anchang.collection;

import cn.anchang.approval.DocumentKind;
import cn.anchang.approval.Part;
import cn.anchang.approval.Part.Field;
import cn.anchang.approval.Part.Line;
import cn.anchang.approval.Part.Table;
import cn.anchang.approval.Remark;
import cn.anchang.approval.Route;
import cn.anchang.approval.Section;
import cn.anchang.approval.Trace;
import cn.anchang.organization.Staff;
import cn.anchang.shared.Sentences;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** 催款函 as a controlled document: written by finance, approved by the 营销总监, posted only then. */
@Component
class DemandKind implements DocumentKind<DemandContent> {

    static final String CODE = "payment-demand";

    private final ArrearsRows rows;
    private final Sentences sentences;

    DemandKind(ArrearsRows rows, Sentences sentences) {
        this.rows = rows;
        this.sentences = sentences;
    }

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public String prefix() {
        return "CK";
    }

    @Override
    public Class<DemandContent> type() {
        return DemandContent.class;
    }

    @Override
    public Set<String> readers() {
        return Set.of(Staff.FINANCE, Staff.SITE_MANAGER, Staff.MARKETING_DIRECTOR, Staff.MANAGEMENT);
    }

    @Override
    public Set<String> writers() {
        return Set.of(Staff.FINANCE);
    }

    @Override
    public Route route(DemandContent content) {
        return Route.of(Route.approve(Staff.MARKETING_DIRECTOR));
    }

    @Override
    public List<Section> sections(DemandContent content) {
        return List.of(
                section(
                        "claim",
                        field("sale", content.caseNo() + "　" + content.customer()),
                        field("unit", content.project() + " " + content.unitNo()),
                        field("contract", content.contractNo()),
                        field("item", sentences.text("reminder.item", content.seq(), content.kind())),
                        field("dueOn", sentences.shown(content.dueOn())),
                        field("amount", content.amount().formatted()),
                        field(
                                "rest",
                                content.rest().formatted() + "　"
                                        + content.rest().inWords())),
                section(
                        "fee",
                        field("asOf", sentences.shown(content.asOf())),
                        field("fee", content.fee().formatted()),
                        field("waived", content.waived().formatted()),
                        field(
                                "total",
                                content.total().formatted() + "　"
                                        + content.total().inWords()),
                        fees(content)),
                section(
                        "demand",
                        field("days", sentences.text("arrears.demand.days", content.days())),
                        field("words", content.words())));
    }

    private Table fees(DemandContent content) {
        return new Table(
                "rows",
                sentences.text("arrears.table.fee"),
                List.of(sentences.text("arrears.columns.fee").split(" ")),
                content.feeRows().stream()
                        .map(row -> new Line(
                                row.from().toString(),
                                List.of(
                                        sentences.shown(row.from()),
                                        sentences.shown(row.to()),
                                        Long.toString(row.days()),
                                        row.base().formatted(),
                                        row.percent().stripTrailingZeros().toPlainString(),
                                        row.amount().formatted())))
                        .toList());
    }

    private Section section(String key, Part... parts) {
        return new Section(key, sentences.text("arrears.section." + key), Arrays.asList(parts));
    }

    private Field field(String key, String text) {
        return new Field(key, sentences.text("arrears.field." + key), text);
    }

    @Override
    public List<Trace> traces(UUID documentId) {
        return rows.byDemand(documentId).stream()
                .map(arrears -> Trace.sale(sentences, arrears.account()))
                .toList();
    }

    @Override
    public List<Remark> remarks(UUID documentId) {
        return rows.byDemand(documentId).stream()
                .flatMap(arrears -> rows.notes(arrears.id()).stream())
                .filter(note -> note.act() == ArrearsAct.SENT)
                .map(note -> new Remark(note.at(), note.note(), Remark.Tone.INFO))
                .toList();
    }
}

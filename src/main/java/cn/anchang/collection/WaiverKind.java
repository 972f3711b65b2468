package cn.anchang.collection;

import cn.anchang.approval.DocumentKind;
import cn.anchang.approval.Part.Field;
import cn.anchang.approval.Route;
import cn.anchang.approval.Section;
import cn.anchang.approval.Trace;
import cn.anchang.organization.Staff;
import cn.anchang.shared.Sentences;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** 违约金减免 as a controlled document: decided by whoever the table names, read by those who decide and by finance. */
@Component
class WaiverKind implements DocumentKind<WaiverContent> {

    static final String CODE = "late-fee-waiver";

    private final WaiverRows waivers;
    private final ArrearsRows arrears;
    private final Sentences sentences;

    WaiverKind(WaiverRows waivers, ArrearsRows arrears, Sentences sentences) {
        this.waivers = waivers;
        this.arrears = arrears;
        this.sentences = sentences;
    }

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public String prefix() {
        return "JM";
    }

    @Override
    public Class<WaiverContent> type() {
        return WaiverContent.class;
    }

    @Override
    public Set<String> readers() {
        return Set.of(Staff.SITE_MANAGER, Staff.MARKETING_DIRECTOR, Staff.MANAGEMENT, Staff.FINANCE);
    }

    /** Whoever asks has a hand in it; nobody else writes. */
    @Override
    public Set<String> writers() {
        return Set.of();
    }

    @Override
    public Route route(WaiverContent content) {
        return Route.of(Route.approve(content.ruling().authority()));
    }

    @Override
    public List<Section> sections(WaiverContent content) {
        return List.of(new Section(
                "waiver",
                sentences.text("waiver.section"),
                List.of(
                        field("sale", content.caseNo() + "　" + content.customer()),
                        field("unit", content.project() + " " + content.unitNo()),
                        field("item", sentences.text("reminder.item", content.seq(), content.kind())),
                        field("dueOn", sentences.shown(content.dueOn())),
                        field("late", sentences.text("waiver.late", content.asOf(), content.daysLate())),
                        field("fee", content.fee().formatted()),
                        field("waived", content.waived().formatted()),
                        field(
                                "amount",
                                content.amount().formatted() + "　"
                                        + content.amount().inWords()),
                        field("why", content.reason()),
                        field(
                                "authority",
                                content.ruling() == null ? "" : content.ruling().reason()))));
    }

    @Override
    public List<Trace> traces(UUID documentId) {
        return waivers.byDocument(documentId).stream()
                .map(waiver -> Trace.sale(
                        sentences,
                        arrears.byId(waiver.arrearsId()).orElseThrow().account()))
                .toList();
    }

    private Field field(String key, String text) {
        return new Field(key, sentences.text("waiver.field." + key), text);
    }
}

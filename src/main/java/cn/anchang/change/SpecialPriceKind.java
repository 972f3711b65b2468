package cn.anchang.change;

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
import cn.anchang.salescase.SpecialPrice;
import cn.anchang.shared.Sentences;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** 特价申请 as a controlled document: decided by whoever the table names, read by those who decide and by finance. */
@Component
class SpecialPriceKind implements DocumentKind<SpecialPriceContent> {

    private final SpecialPriceRequests requests;
    private final ObjectProvider<ApprovedSpecialPrices> approved;
    private final Staff staff;
    private final Sentences sentences;

    SpecialPriceKind(
            SpecialPriceRequests requests,
            ObjectProvider<ApprovedSpecialPrices> approved,
            Staff staff,
            Sentences sentences) {
        this.requests = requests;
        this.approved = approved;
        this.staff = staff;
        this.sentences = sentences;
    }

    @Override
    public String code() {
        return SpecialPriceDesk.KIND;
    }

    @Override
    public String prefix() {
        return "TJ";
    }

    @Override
    public Class<SpecialPriceContent> type() {
        return SpecialPriceContent.class;
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
    public Route route(SpecialPriceContent content) {
        return Route.of(Route.approve(content.ruling().authority()));
    }

    @Override
    public List<Section> sections(SpecialPriceContent content) {
        SpecialPriceRuling ruling = content.ruling();
        return List.of(
                section(
                        "price",
                        field("sale", content.caseNo() + "　" + content.customer()),
                        field("unit", content.project() + " " + content.unitNo()),
                        field("listPrice", content.listPrice().formatted()),
                        field("price", content.price().formatted()),
                        field(
                                "discount",
                                sentences.text(
                                        "specialPrice.discount",
                                        shown(ruling),
                                        content.listPrice().minus(content.price()))),
                        field("light", sentences.name(ruling.light()) + "　" + ruling.reason()),
                        field("why", content.reason())),
                section(
                        "plan",
                        field("terms", sentences.name(content.terms())),
                        field("basis", content.planBasis()),
                        plan(content)));
    }

    static String shown(SpecialPriceRuling ruling) {
        return ruling.discount().stripTrailingZeros().toPlainString();
    }

    private Table plan(SpecialPriceContent content) {
        List<Line> lines = new ArrayList<>();
        for (SpecialPriceContent.Line line : content.plan()) {
            lines.add(new Line(
                    Integer.toString(lines.size() + 1),
                    List.of(sentences.name(line.kind()), line.amount().formatted(), sentences.shown(line.dueOn()))));
        }
        return new Table(
                "lines",
                sentences.text("specialPrice.table.plan"),
                List.of(sentences.text("specialPrice.columns.plan").split(" ")),
                lines);
    }

    private Section section(String key, Part... parts) {
        return new Section(key, sentences.text("specialPrice.section." + key), Arrays.asList(parts));
    }

    private Field field(String key, String text) {
        return new Field(key, sentences.text("specialPrice.field." + key), text);
    }

    @Override
    public List<Trace> traces(UUID documentId) {
        return requests.findByDocumentId(documentId).stream()
                .map(request -> Trace.sale(sentences, request.caseId()))
                .toList();
    }

    @Override
    public List<Remark> remarks(UUID documentId) {
        return requests.findByDocumentId(documentId).stream()
                .flatMap(request -> remarks(request).stream())
                .toList();
    }

    private List<Remark> remarks(SpecialPriceRequest request) {
        if (request.state() == SpecialPriceState.USED) {
            return List.of(new Remark(
                    request.usedAt(),
                    sentences.text("specialPrice.remark.used", staff.displayName(request.usedBy())),
                    Remark.Tone.INFO));
        } else if (request.state() != SpecialPriceState.APPROVED) {
            return List.of();
        }
        SpecialPrice price = approved.getObject().price(request);
        return price.holds() ? List.of() : List.of(new Remark(request.approvedAt(), price.whyNot(), Remark.Tone.WARN));
    }
}

package cn.anchang.marketing;

import cn.anchang.approval.DocumentKind;
import cn.anchang.approval.Documents;
import cn.anchang.approval.Part;
import cn.anchang.approval.Part.Field;
import cn.anchang.approval.Part.Line;
import cn.anchang.approval.Part.Table;
import cn.anchang.approval.Remark;
import cn.anchang.approval.Remark.Tone;
import cn.anchang.approval.Route;
import cn.anchang.approval.Section;
import cn.anchang.approval.Trace;
import cn.anchang.marketing.Figures.Deals;
import cn.anchang.marketing.SummaryContent.Planned;
import cn.anchang.marketing.SummaryContent.Proposal;
import cn.anchang.organization.Staff;
import cn.anchang.shared.Money;
import cn.anchang.shared.Period;
import cn.anchang.shared.Sentences;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** 阶段性营销总结 as a controlled document: reviewed by the marketing director, approved by 总经理, read by everybody who plans or sells. */
@Component
class SummaryKind implements DocumentKind<SummaryContent> {

    private final StageSummaryRows summaries;
    private final ObjectProvider<Plans> plans;
    private final ObjectProvider<Documents> documents;
    private final Staff staff;
    private final Sentences sentences;

    SummaryKind(
            StageSummaryRows summaries,
            ObjectProvider<Plans> plans,
            ObjectProvider<Documents> documents,
            Staff staff,
            Sentences sentences) {
        this.summaries = summaries;
        this.plans = plans;
        this.documents = documents;
        this.staff = staff;
        this.sentences = sentences;
    }

    @Override
    public String code() {
        return SummaryDesk.KIND;
    }

    @Override
    public String prefix() {
        return "ZJ";
    }

    @Override
    public Class<SummaryContent> type() {
        return SummaryContent.class;
    }

    @Override
    public Set<String> readers() {
        return Set.of(
                Staff.MARKETING, Staff.MARKETING_DIRECTOR, Staff.MARKETING_ADMIN, Staff.MANAGEMENT, Staff.SITE_MANAGER);
    }

    @Override
    public Set<String> writers() {
        return Set.of(Staff.MARKETING, Staff.MARKETING_DIRECTOR);
    }

    @Override
    public Route route(SummaryContent content) {
        return Route.of(Route.review(Staff.MARKETING_DIRECTOR), Route.approve(Staff.MANAGEMENT));
    }

    @Override
    public List<Section> sections(SummaryContent content) {
        List<Section> sections = new ArrayList<>();
        sections.add(section("about", about(content)));
        if (content.planned() != null) {
            sections.add(section("planned", targets(content), activities(content.planned())));
        }
        sections.add(section("figures", figures(content.figures()), stock(content.figures())));
        sections.add(section("channels", channels(content.figures())));
        sections.add(section("lost", lost(content.figures())));
        sections.add(section("suggestions", suggestions(content)));
        sections.add(section(
                "causes",
                content.answers().stream()
                        .map(answer -> new Field(answer.code(), answer.title(), answer.text()))
                        .toArray(Part[]::new)));
        sections.add(section("proposals", proposals(content)));
        return sections;
    }

    private Section section(String key, Part... parts) {
        return new Section(key, sentences.text("summary.section." + key), Arrays.asList(parts));
    }

    private Part[] about(SummaryContent content) {
        Period period = content.figures().period();
        List<Part> parts = new ArrayList<>();
        parts.add(field("project", content.projectName()));
        parts.add(field("period", sentences.text("summary.period", period.from(), period.to())));
        Planned planned = content.planned();
        if (planned != null) {
            parts.add(field(
                    "plan", sentences.text("summary.plan", planned.planNo(), planned.planVersion(), planned.stage())));
            parts.add(field("goals", planned.goals()));
        }
        return parts.toArray(Part[]::new);
    }

    private Table targets(SummaryContent content) {
        Planned planned = content.planned();
        Figures came = content.figures();
        return table(
                "targets",
                List.of(
                        target("visits", planned.visits(), came.visits()),
                        target(
                                "subscriptions",
                                planned.subscriptions(),
                                came.subscriptions().count()),
                        target(
                                "contracts",
                                planned.contracts(),
                                came.contracts().count()),
                        target("receipts", planned.receipts(), came.receipts()),
                        target("budget", planned.budget(), planned.spent())));
    }

    private Line target(String key, Integer planned, int came) {
        return line(
                key,
                figure(key),
                planned == null ? "" : planned.toString(),
                Integer.toString(came),
                planned == null ? "" : rate(BigDecimal.valueOf(came), BigDecimal.valueOf(planned)));
    }

    private Line target(String key, Money planned, Money came) {
        return line(
                key,
                figure(key),
                formatted(planned),
                came.formatted(),
                planned == null ? "" : rate(came.amount(), planned.amount()));
    }

    /** In percent with one decimal; empty without anything promised. */
    private static String rate(BigDecimal came, BigDecimal planned) {
        return planned.signum() == 0
                ? ""
                : came.movePointRight(2)
                                .divide(planned, 1, RoundingMode.HALF_UP)
                                .toPlainString() + "%";
    }

    private Table activities(Planned planned) {
        return table(
                "activities",
                planned.activities().stream()
                        .map(activity -> line(
                                activity.key(),
                                activity.title(),
                                activity.channel() == null ? "" : sentences.name(activity.channel()),
                                formatted(activity.planned()),
                                day(activity.doneOn()),
                                formatted(activity.cost()),
                                activity.result()))
                        .toList());
    }

    private Table figures(Figures came) {
        return table(
                "figures",
                List.of(
                        number("visits", came.visits()),
                        number("firstVisits", came.firstVisits()),
                        number("repeatVisits", came.repeatVisits()),
                        number("deposits", came.deposits()),
                        money("depositMoney", came.depositMoney()),
                        number("subscriptions", came.subscriptions().count()),
                        money("subscribedMoney", came.subscriptions().money()),
                        line("subscribedArea", figure("subscribedArea"), area(came.subscriptions())),
                        number("contracts", came.contracts().count()),
                        money("contractedMoney", came.contracts().money()),
                        line("contractedArea", figure("contractedArea"), area(came.contracts())),
                        money("averagePrice", came.averagePrice().orElse(null)),
                        money("receipts", came.receipts()),
                        money("refunds", came.refunds()),
                        number("undone", came.undone()),
                        money("undoneMoney", came.undoneMoney()),
                        number("lostCases", came.lostCases()),
                        number("suggestions", came.suggestions().size())));
    }

    private Line number(String key, int value) {
        return line(key, figure(key), Integer.toString(value));
    }

    private Line money(String key, Money value) {
        return line(key, figure(key), formatted(value));
    }

    private static String area(Deals deals) {
        return area(deals.area());
    }

    private static String area(BigDecimal area) {
        return area.setScale(2, RoundingMode.HALF_UP).toPlainString();
    }

    private Table stock(Figures came) {
        return new Table(
                "stock",
                sentences.text("summary.table.stock", came.stockOn()),
                columns("stock"),
                came.stock().stream()
                        .map(stock -> line(
                                stock.state().name(),
                                sentences.name(stock.state()),
                                Integer.toString(stock.units()),
                                area(stock.area()),
                                stock.value().formatted()))
                        .toList());
    }

    private Table channels(Figures came) {
        return table(
                "channels",
                came.channels().stream()
                        .map(channel -> line(
                                channel.channel().name(),
                                sentences.name(channel.channel()),
                                Integer.toString(channel.visits()),
                                Integer.toString(channel.firstVisits()),
                                Integer.toString(channel.subscriptions()),
                                Integer.toString(channel.contracts()),
                                formatted(channel.cost()),
                                formatted(channel.costPerVisit().orElse(null))))
                        .toList());
    }

    private Table lost(Figures came) {
        return table(
                "lost",
                came.lost().stream()
                        .map(lost -> line(
                                lost.reason().name(), sentences.name(lost.reason()), Integer.toString(lost.cases())))
                        .toList());
    }

    private Table suggestions(SummaryContent content) {
        return table(
                "suggestions",
                content.cited().stream()
                        .map(cited ->
                                line(cited.key(), cited.source(), day(cited.on()), cited.text(), cited.response()))
                        .toList());
    }

    private Table proposals(SummaryContent content) {
        return table(
                "proposals",
                content.proposals().stream()
                        .map(proposal -> line(
                                proposal.key(),
                                proposal.kind() == null ? "" : sentences.name(proposal.kind()),
                                proposal.what(),
                                proposal.reason(),
                                formatted(proposal.cost()),
                                day(proposal.by())))
                        .toList());
    }

    private Field field(String key, String text) {
        return new Field(key, sentences.text("summary.field." + key), text);
    }

    private Table table(String key, List<Line> lines) {
        return new Table(key, sentences.text("summary.table." + key), columns(key), lines);
    }

    /** Titles of columns hold no spaces. */
    private List<String> columns(String key) {
        return List.of(sentences.text("summary.columns." + key).split(" "));
    }

    private String figure(String key) {
        return sentences.text("summary.figure." + key);
    }

    private static Line line(String key, String... cells) {
        return new Line(key, Arrays.asList(cells));
    }

    private static String formatted(Money money) {
        return money == null ? "" : money.formatted();
    }

    private String day(LocalDate day) {
        return sentences.shown(day);
    }

    /** From the plan it sums up to what became of its proposals. */
    @Override
    public List<Trace> traces(UUID documentId) {
        Optional<StageSummary> found = summaries.findByDocumentId(documentId);
        if (found.isEmpty()) {
            return List.of();
        }
        StageSummary summary = found.get();
        List<Trace> traces = new ArrayList<>();
        Optional.ofNullable(summary.planId())
                .flatMap(plan -> plans.getObject().find(plan))
                .ifPresent(plan -> traces.add(new Trace(
                        sentences.text("summary.trace.plan"),
                        sentences.text(
                                "summary.plan",
                                plan.no(),
                                plan.version(),
                                plan.content().stage()),
                        Documents.pageOf(plan.documentId()))));
        if (summary.revisionId() != null) {
            for (ProposalTrace led : plans.getObject().followed(summary.id())) {
                traces.add(new Trace(
                        sentences.text("summary.trace.proposal", what(summary, led.proposalKey())),
                        sentences.text("summary.trace.line", led.planNo(), led.version(), led.line(), led.state()),
                        Documents.pageOf(led.documentId())));
            }
        }
        return traces;
    }

    private String what(StageSummary summary, String key) {
        return documents
                .getObject()
                .approvedVersion(summary.documentId())
                .map(version -> documents.getObject().content(version, SummaryContent.class))
                .flatMap(content -> content.proposal(key))
                .map(Proposal::what)
                .orElse(key);
    }

    @Override
    public List<Remark> remarks(UUID documentId) {
        return summaries
                .findByDocumentId(documentId)
                .filter(summary -> summary.revise() != null)
                .map(summary -> List.of(new Remark(
                        summary.decidedAt(),
                        sentences.text(
                                summary.revise() ? "summary.remark.revised" : "summary.remark.stands",
                                staff.displayName(summary.decidedBy()),
                                summary.chosen().size(),
                                summary.reason()),
                        Tone.INFO)))
                .orElse(List.of());
    }
}

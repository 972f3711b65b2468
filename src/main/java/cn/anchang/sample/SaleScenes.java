package cn.anchang.sample;

import static cn.anchang.sample.Scene.form;

import cn.anchang.inventory.UnitCatalogue;
import cn.anchang.inventory.UnitFilter;
import cn.anchang.inventory.UnitOffer;
import cn.anchang.inventory.UnitUse;
import cn.anchang.mortgage.MortgagePrefills;
import cn.anchang.payment.InstalmentKind;
import cn.anchang.payment.Ledger;
import cn.anchang.payment.PaymentTerms;
import cn.anchang.payment.PlanLine;
import cn.anchang.payment.PlanProposal;
import cn.anchang.salescase.DealTexts;
import cn.anchang.salescase.SalePlans;
import cn.anchang.sample.Visitor.Fate;
import cn.anchang.sample.Visitor.Turn;
import cn.anchang.shared.Money;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** What people write along a sale, and how long it takes them; whether they do it at all is the visitor's story. */
@Component
@Profile("sample")
class SaleScenes {

    private static final String[] AREAS = {"85–95 ㎡", "95–115 ㎡", "125 ㎡以上"};
    private static final String[] BUDGETS = {"300 万以内", "300–380 万", "400 万以上"};
    private static final String[] MOTIVES = {"婚房", "孩子上学", "与父母同住", "离工作近", "资产配置"};
    private static final String[] OBJECTIONS = {"首付比例", "交房时间", "楼间距", "学区尚未确定", null};
    private static final String[] RIVALS = {"江南里", "湖滨壹号", "之江府", null};
    private static final String[] SAID = {
        "喜欢朝南的三房，客厅采光满意", "觉得总价略高，想再比较", "看好小区配套，等家人一起再来", "对学区很关心，已介绍最新情况", "对样板间评价不错，想看实际楼层", "已算过月供，能够承受"
    };
    private static final String[] SUGGESTED = {"样板间灯光偏暗", "希望增加儿童活动区", "停车位希望能分期", null, null, null, null};
    private static final String[] BANKS = {"icbc", "ccb"};

    private static final int MINUTE = 1;
    private static final int HOUR = 60;
    private static final int DAY = 24 * HOUR;

    private final UnitCatalogue units;
    private final SalePlans plans;
    private final Ledger ledger;
    private final DealTexts texts;
    private final MortgagePrefills mortgages;
    private final Clock clock;

    SaleScenes(
            UnitCatalogue units,
            SalePlans plans,
            Ledger ledger,
            DealTexts texts,
            MortgagePrefills mortgages,
            Clock clock) {
        this.units = units;
        this.plans = plans;
        this.ledger = ledger;
        this.texts = texts;
        this.mortgages = mortgages;
        this.clock = clock;
    }

    Map<String, Object> visit(Visitor who, UUID projectId) {
        Random random = new Random(who.number());
        Map<String, Object> form = form(
                "projectId", projectId,
                "name", who.name(),
                "kind", "PERSON",
                "phone", who.phone(),
                "email", who.email(),
                "channel", who.channel(),
                "segment", who.segment(),
                "grade", who.grade(),
                "partySize", 1 + random.nextInt(4),
                "wantedLayout", who.layout(),
                "wantedArea", one(AREAS, random),
                "wantedBudget", one(BUDGETS, random),
                "motive", one(MOTIVES, random),
                "objections", one(OBJECTIONS, random),
                "rivals", one(RIVALS, random),
                "feedback", one(SAID, random),
                "suggestion", one(SUGGESTED, random));
        if (who.fate() == Fate.BUYS) {
            form.put("idType", "ID_CARD");
            form.put("idNo", who.idNo());
        }
        return form;
    }

    /**
     * What is done about a step of the visitor's sale.
     *
     * @param before how often the same step was done in this sale before
     */
    Scene of(String task, UUID caseId, Visitor who, int before) {
        Random random = new Random(31L * who.number() + task.hashCode() + before);
        return switch (task) {
            case "userTask_negotiate", "userTask_followUp" -> talk(task, who, before, random);
            case "userTask_chooseUnit" ->
                who.fate() == Fate.HOLDS
                        ? Scene.soon(random, 8 * MINUTE, 15 * MINUTE, () -> choice(who, random))
                        : Scene.after(random, 10 * MINUTE, 40 * MINUTE, () -> choice(who, random));
            case "userTask_collectDeposit" -> deposit(who, random);
            case "userTask_signSubscription" -> subscription(caseId, who, before, random);
            case "userTask_superviseSubscription" ->
                Scene.after(random, HOUR, 3 * HOUR, () -> form("note", "客户出差，已约定后天来签", "days", 2));
            case "userTask_collectFirstPayment" -> firstMoney(caseId, who, before, random);
            case "userTask_signContract" ->
                Scene.after(random, 3 * HOUR, 28 * HOUR, () -> contract(caseId, who, random));
            case "userTask_handleOverdue" ->
                Scene.after(random, 2 * HOUR, 6 * HOUR, () -> form("decision", "forfeit", "reason", "多次联系，客户已购他处"));
            case "userTask_ruleForfeit" ->
                Scene.after(
                        random,
                        4 * HOUR,
                        DAY,
                        () -> form("forfeited", true, "fault", "BUYER", "reason", "买方违约，定金不予退还"));
            case "userTask_refund" ->
                Scene.after(
                        random,
                        4 * HOUR,
                        DAY,
                        () -> money("payee", who, ledger.refundDue(caseId), "TK" + who.number()));
            case "userTask_fileContract" ->
                Scene.after(
                        random,
                        2 * DAY,
                        9 * DAY,
                        () -> form("filingNo", "杭网备2026%05d".formatted(20_100 + 7 * who.number()), "filedOn", today()));
            case "userTask_checkDeal" ->
                Scene.after(random, 5 * HOUR, 2 * DAY, () -> form("lines", ticked(texts.checklist())));
            case "userTask_handOverPapers" ->
                Scene.after(
                        random,
                        2 * DAY,
                        6 * DAY,
                        () -> form("lines", ticked(texts.papers()), "receivedBy", who.name(), "handedOn", today()));
            case "userTask_handOverUnit" ->
                who.turn() == Turn.MOVES_IN
                        ? Scene.after(
                                random,
                                14 * DAY,
                                20 * DAY,
                                () -> form("handedOn", today(), "receivedBy", who.name(), "keys", 3))
                        : Scene.LEFT;
            case "userTask_registerTitle" ->
                Scene.after(
                        random,
                        18 * DAY,
                        26 * DAY,
                        () -> form(
                                "titleNo",
                                "浙（2026）杭州市不动产权第%07d号".formatted(60_200 + who.number()),
                                "registeredOn",
                                today()));
            case "userTask_writeSummary" -> Scene.after(random, DAY, 3 * DAY, this::summary);
            default -> loan(task, caseId, who, before, random);
        };
    }

    private Scene talk(String task, Visitor who, int before, Random random) {
        int from = task.equals("userTask_negotiate") ? 20 * MINUTE : HOUR;
        int until = task.equals("userTask_negotiate") ? 55 * MINUTE : 7 * HOUR;
        return who.fate() == Fate.HOLDS
                ? Scene.soon(random, from, from + 10 * MINUTE, () -> said(who, before, random))
                : Scene.after(random, from, until, () -> said(who, before, random));
    }

    private Map<String, Object> said(Visitor who, int before, Random random) {
        boolean decided = before >= who.talks();
        return switch (who.fate()) {
            case BUYS, HOLDS -> decided ? intent(who, random) : again(who, random);
            case LEAVES -> lost(who);
            case FADES -> decided && before > 0 ? lost(who) : again(who, random);
            case WAVERS -> before >= 4 ? lost(who) : again(who, random);
            case LETS_LAPSE ->
                before == who.talks() ? intent(who, random) : before > who.talks() + 1 ? lost(who) : again(who, random);
        };
    }

    private Map<String, Object> intent(Visitor who, Random random) {
        return form("outcome", "intent", "grade", who.grade(), "feedback", one(SAID, random));
    }

    private Map<String, Object> again(Visitor who, Random random) {
        int most = switch (who.grade()) {
            case A -> 7;
            case B -> 12;
            default -> 20;
        };
        return form(
                "outcome", "followUp",
                "followUpOn", today().plusDays(2 + random.nextInt(most - 2)),
                "grade", who.grade(),
                "feedback", one(SAID, random),
                "suggestion", one(SUGGESTED, random),
                "nextStep", "再约家人一起看房");
    }

    private Map<String, Object> lost(Visitor who) {
        return form("outcome", "lost", "lostReason", who.doubt(), "lostNote", null, "grade", who.grade());
    }

    private Map<String, Object> choice(Visitor who, Random random) {
        UUID project = units.projects().stream()
                .filter(view -> view.name().equals(SampleWorkbooks.PROJECT))
                .findFirst()
                .orElseThrow()
                .id();
        List<UnitOffer> offers = offers(project, who.use(), who.layout());
        if (offers.isEmpty()) {
            offers = offers(project, who.use(), null);
        }
        if (offers.isEmpty()) {
            return form("chosen", false, "note", "没有合适的房源");
        }
        return form(
                "chosen",
                true,
                "unitId",
                offers.get(random.nextInt(offers.size())).unitId());
    }

    private List<UnitOffer> offers(UUID project, UnitUse use, String layout) {
        return units.available(project, new UnitFilter(null, use, layout, null, null, null, null, null)).stream()
                .filter(offer -> offer.permitNo() != null)
                .toList();
    }

    private Scene deposit(Visitor who, Random random) {
        if (who.fate() == Fate.LETS_LAPSE || who.fate() == Fate.HOLDS) {
            return Scene.LEFT;
        }
        Money deposit = switch (who.use()) {
            case PARKING -> Money.of("20000");
            case SHOP -> Money.of("200000");
            default -> Money.of(random.nextBoolean() ? "50000" : "100000");
        };
        return Scene.soon(random, 10 * MINUTE, 70 * MINUTE, () -> money("payer", who, deposit, "DJ" + who.number()));
    }

    private Scene subscription(UUID caseId, Visitor who, int before, Random random) {
        if (who.turn() == Turn.BARGAINS_STILL) {
            return Scene.LEFT;
        }
        int from = switch (who.turn()) {
            case SIGNS_LATE -> before == 0 ? 50 * HOUR : 2 * HOUR;
            case BARGAINS -> DAY;
            default -> 2 * HOUR;
        };
        return Scene.after(random, from, from + 17 * HOUR, () -> {
            PlanProposal drawn = (PlanProposal) plans.draw(caseId, who.terms(), null, null);
            return form(
                    "buyers",
                    List.of(form(
                            "name", who.name(),
                            "idType", "ID_CARD",
                            "idNo", who.idNo(),
                            "phone", who.phone(),
                            "sharePercent", 100)),
                    "paymentMethod",
                    who.terms(),
                    "commercialLoan",
                    loanOf(drawn, InstalmentKind.MORTGAGE),
                    "fundLoan",
                    loanOf(drawn, InstalmentKind.FUND),
                    "plan",
                    drawn.lines());
        });
    }

    private static Money loanOf(PlanProposal drawn, InstalmentKind kind) {
        List<Money> lines = drawn.lines().stream()
                .filter(line -> line.kind() == kind)
                .map(PlanLine::amount)
                .toList();
        return lines.isEmpty() ? null : Money.sum(lines);
    }

    private Scene firstMoney(UUID caseId, Visitor who, int before, Random random) {
        return switch (who.turn()) {
            case FORFEITS, WITHDRAWS -> Scene.LEFT;
            case EXTENDS -> Scene.after(random, 9 * DAY, 11 * DAY, () -> firstMoney(caseId, who, false));
            case PAYS_IN_PARTS -> Scene.after(random, DAY, 2 * DAY, () -> firstMoney(caseId, who, before == 0));
            default -> Scene.after(random, DAY, 5 * DAY, () -> firstMoney(caseId, who, false));
        };
    }

    private Map<String, Object> firstMoney(UUID caseId, Visitor who, boolean inPart) {
        Money rest = ledger.restBySigning(caseId);
        return money(
                "payer", who, inPart ? Money.of("500000").min(rest) : rest, (inPart ? "SQA" : "SQ") + who.number());
    }

    private Map<String, Object> contract(UUID caseId, Visitor who, Random random) {
        LocalDate deliverOn = who.turn() == Turn.MOVES_IN
                ? today().plusDays(40)
                : today().plusYears(1).withMonth(6).withDayOfMonth(30);
        return form(
                "total",
                plans.price(caseId),
                "signedOn",
                today(),
                "deliverOn",
                deliverOn,
                "penaltyTerms",
                who.terms() == PaymentTerms.INSTALMENTS ? "逾期付款按日计收违约金" : null,
                "lateFeePerTenThousand",
                who.terms() == PaymentTerms.INSTALMENTS ? 1 + random.nextInt(2) : null);
    }

    private Map<String, Object> summary() {
        return form(
                "answers",
                texts.writingGuide().stream()
                        .map(question -> form("code", question.code(), "text", "客户现场考察后决定购买，讲解到位，异议及时答复。"))
                        .toList());
    }

    private static List<Map<String, Object>> ticked(List<DealTexts.Line> lines) {
        return lines.stream()
                .map(line -> form("code", line.code(), "ticked", true))
                .toList();
    }

    private Scene loan(String task, UUID caseId, Visitor who, int before, Random random) {
        return switch (task) {
            case "userTask_chooseBank" ->
                Scene.after(
                        random,
                        5 * HOUR,
                        2 * DAY,
                        () -> form("bank", BANKS[(who.number() + before) % BANKS.length], "applicants", who.name()));
            case "userTask_collectPapers" ->
                Scene.after(
                        random,
                        before == 0 ? 2 * DAY : DAY,
                        before == 0 ? 5 * DAY : 4 * DAY,
                        () -> papers(caseId, before == 0));
            case "userTask_submitLoan" -> Scene.after(random, 4 * HOUR, 2 * DAY, () -> form("submittedOn", today()));
            case "userTask_recordAnswer" -> Scene.after(random, 6 * DAY, 9 * DAY, () -> answer(caseId, who, before));
            case "userTask_handleLoanRefusal" ->
                Scene.after(random, 3 * HOUR, DAY, () -> form("way", "ANOTHER_BANK", "reason", "换一家银行重新申请"));
            case "userTask_signLoan" ->
                Scene.after(
                        random,
                        DAY,
                        3 * DAY,
                        () -> form("contractNo", "借2026-%05d".formatted(3300 + who.number()), "signedOn", today()));
            case "userTask_recordRelease" ->
                Scene.after(random, 7 * DAY, 15 * DAY, () -> {
                    Map<String, Object> given = mortgages.of(task, caseId, List.of());
                    return form(
                            "amount", given.get("amount"),
                            "payer", given.get("payer"),
                            "bankSerial", "FK%05d".formatted(who.number()),
                            "paidOn", today());
                });
            default -> Scene.LEFT;
        };
    }

    /** The first time something is still missing. */
    private Map<String, Object> papers(UUID caseId, boolean incomplete) {
        List<Map<String, Object>> lines = new ArrayList<>();
        List<?> rows = (List<?>)
                mortgages.of("userTask_collectPapers", caseId, List.of()).get("papers");
        for (Object row : rows) {
            boolean missing = incomplete && lines.size() % 4 == 2;
            lines.add(
                    form("key", ((Map<?, ?>) row).get("key"), "received", !missing, "note", missing ? "客户下周补来" : null));
        }
        return form("papers", lines);
    }

    private Map<String, Object> answer(UUID caseId, Visitor who, int before) {
        if (who.turn() == Turn.LOAN_REFUSED && before == 0) {
            return form("answer", "REFUSED", "decidedOn", today(), "reason", "收入证明与流水不符");
        }
        Map<String, Object> planned = mortgages.of("userTask_recordAnswer", caseId, List.of());
        Money commercial = (Money) planned.get("commercialApproved");
        boolean less = who.turn() == Turn.LOAN_SMALLER && commercial != null;
        return form(
                "answer", less ? "LESS" : "APPROVED",
                "decidedOn", today(),
                "commercialApproved", less ? commercial.minus(Money.of("150000")) : commercial,
                "fundApproved", planned.get("fundApproved"),
                "reason", less ? "按评估价计算" : null);
    }

    private Map<String, Object> money(String whose, Visitor who, Money amount, String serial) {
        return form("amount", amount, "method", "TRANSFER", whose, who.name(), "bankSerial", serial, "paidOn", today());
    }

    /** 特价审批: what the consultant asks for on behalf of a buyer who bargains, one and a half percent off. */
    Map<String, Object> bargain(UUID caseId, Visitor who) {
        Money asked = Money.of(plans.price(caseId)
                .times(new java.math.BigDecimal("0.985"))
                .amount()
                .setScale(-3, java.math.RoundingMode.UP)
                .toPlainString());
        Map<String, Object> form = new LinkedHashMap<>(
                form("caseId", caseId, "price", asked, "terms", who.terms(), "reason", "老业主介绍，同时比较两个楼盘，今日可定"));
        return form;
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private static String one(String[] from, Random random) {
        return from[random.nextInt(from.length)];
    }
}

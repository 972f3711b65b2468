package cn.anchang.sample;

import static cn.anchang.sample.Scene.form;

import cn.anchang.approval.Decision;
import cn.anchang.approval.DocumentTask;
import cn.anchang.approval.Documents;
import cn.anchang.kpi.Metric;
import cn.anchang.kpi.Targets;
import cn.anchang.sample.StoryBook.Progress;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** What is written beside the sales: plans, summaries, reports, approvals, and what is done about money that is late. */
@Component
@Profile("sample")
class OfficeScenes {

    private static final int HOUR = 60;
    private static final int DAY = 24 * HOUR;
    private static final int FIRST_STAGE_DAYS = 62;
    /** What came so lately may still lie before whoever decides. */
    private static final Duration LATELY = Duration.ofDays(2);

    /** What a month is to bring: visits and sales by number, money in CNY. */
    private static final Map<Metric, BigDecimal> TARGETS = Map.of(
            Metric.VISITS, new BigDecimal(40),
            Metric.SUBSCRIPTIONS, new BigDecimal(12),
            Metric.CONTRACTS, new BigDecimal(10),
            Metric.CONTRACT_MONEY, new BigDecimal("40000000"),
            Metric.RECEIPTS, new BigDecimal("30000000"));

    private final Documents documents;
    private final Targets targets;
    private final Clock clock;

    OfficeScenes(Documents documents, Targets targets, Clock clock) {
        this.documents = documents;
        this.targets = targets;
        this.clock = clock;
    }

    /** 目标 of a month, as the general manager sets them. */
    void setTargets(UUID project, YearMonth month) {
        targets.set(project, month, TARGETS, StoryPeople.GENERAL_MANAGER);
    }

    /**
     * @param shown what the task shows about its document, read only when it is needed
     * @param before how often the same step was done in this matter before
     */
    Scene of(
            String task,
            Supplier<DocumentTask> shown,
            String doer,
            int before,
            Instant came,
            Instant due,
            Progress story) {
        Random random = new Random(task.hashCode() + came.getEpochSecond());
        boolean dueLater = due != null && due.isAfter(story.end());
        return switch (task) {
            case "userTask_decide" -> decision(shown, doer, came, story, random);
            case "userTask_draftPlan" -> Scene.after(random, 3 * HOUR, DAY, () -> plan(shown.get(), before > 0, story));
            case "userTask_fileDocument" ->
                Scene.after(
                        random, 3 * HOUR, DAY, () -> form("fileNo", "YX-TG-%s".formatted(today()), "filedOn", today()));
            case "userTask_changeShowFlat", "userTask_adjustConstruction" ->
                dueLater
                        ? Scene.LEFT
                        : Scene.after(
                                random, 5 * DAY, 9 * DAY, () -> form("doneOn", today(), "result", "已按要求完成，现场复核通过"));
            case "userTask_carryOutActivity" ->
                Scene.after(
                        random,
                        3 * DAY,
                        4 * DAY,
                        () -> form(
                                "doneOn",
                                today(),
                                "actualCost",
                                "%d00.00".formatted(180 + random.nextInt(120)),
                                "visits",
                                18 + random.nextInt(30),
                                "leads",
                                5 + random.nextInt(9),
                                "result",
                                "现场气氛好，来访集中在周末两天"));
            case "userTask_evaluatePlan" -> Scene.after(random, 5 * HOUR, 2 * DAY, () -> evaluation(shown.get()));
            case "userTask_evaluateSuppliers" -> Scene.after(random, 3 * HOUR, DAY, () -> scores(shown.get(), random));
            case "userTask_writeStageSummary" -> Scene.after(random, 3 * HOUR, 4 * HOUR, () -> summary(shown.get()));
            case "userTask_decideRevision" ->
                Scene.after(random, 3 * HOUR, DAY, () -> form("revise", false, "reason", "本阶段已结束，建议并入下阶段计划"));
            case "userTask_writeReport" ->
                random.nextInt(9) == 0
                        ? Scene.after(random, 70, 85, () -> report(random))
                        : Scene.after(random, 6, 20, () -> report(random));
            case "userTask_callCustomer" -> Scene.after(random, HOUR, 6 * HOUR, () -> form("note", "已电话提醒，客户表示按期付款"));
            case "userTask_callDebtor" ->
                Scene.after(
                        random,
                        3 * HOUR,
                        DAY,
                        () -> form(
                                "note", before == 0 ? "客户称资金周转，答应两周内付清" : "再次致电，客户仍请求宽限",
                                "promisedOn", before == 0 ? today().plusDays(11) : null));
            case "userTask_writeDemand" ->
                Scene.after(random, 3 * HOUR, DAY, () -> form("days", 15, "words", "请尽快与我司财务部联系。"));
            case "userTask_sendDemand" ->
                Scene.after(
                        random,
                        3 * HOUR,
                        DAY,
                        () -> form("sentOn", today(), "mailNo", "EMS1%09d".formatted(random.nextInt(1_000_000_000))));
            case "userTask_takeReceiptsBack" ->
                Scene.after(
                        random,
                        3 * HOUR,
                        DAY,
                        () -> form(
                                "receipts",
                                rows(shown.get(), "receipts").stream()
                                        .map(row -> form("key", row.get("key"), "returned", true))
                                        .toList()));
            default -> Scene.LEFT;
        };
    }

    private Scene decision(Supplier<DocumentTask> shown, String doer, Instant came, Progress story, Random random) {
        DocumentTask asked = shown.get();
        String kind = documents.view(asked.documentId()).kind();
        boolean lately = came.isAfter(story.end().minus(LATELY));
        if (lately && (kind.equals("stage-summary") && doer.equals("wu.zong") || kind.equals("special-price"))) {
            return Scene.LEFT;
        }
        boolean sentBack = kind.equals("promotion-plan")
                && doer.equals("zhou.kai")
                && documents.versionView(asked.versionId()).version() == 1
                && came.isBefore(story.begin().plus(Duration.ofDays(20)));
        return Scene.after(
                random,
                HOUR,
                7 * HOUR,
                () -> sentBack
                        ? form(
                                "decision",
                                Decision.RETURN,
                                "reason",
                                "线上投放的依据不足，请补充来访目标",
                                "fingerprint",
                                shown.get().prefill().get("fingerprint"))
                        : form(
                                "decision",
                                Decision.AGREE,
                                "fingerprint",
                                shown.get().prefill().get("fingerprint")));
    }

    Map<String, Object> firstPlan(UUID projectId, Progress story) {
        LocalDate from = day(story.begin()).plusDays(3);
        return form(
                "projectId", projectId, "stage", "开盘热销期", "startsOn", from, "endsOn", from.plusDays(FIRST_STAGE_DAYS));
    }

    private Map<String, Object> plan(DocumentTask shown, boolean again, Progress story) {
        boolean first = today().isBefore(day(story.begin()).plusDays(FIRST_STAGE_DAYS / 2));
        LocalDate from = first ? day(story.begin()).plusDays(3) : today().plusDays(1);
        LocalDate end = day(story.end());
        LocalDate until = first ? from.plusDays(FIRST_STAGE_DAYS) : end.plusDays(14);
        List<LocalDate> days = first
                ? List.of(from.plusDays(2), from.plusDays(23), from.plusDays(44))
                : List.of(from.plusDays(6), later(from, end.minusDays(2)), later(from, end.plusDays(7)));
        String[][] activities = first
                ? new String[][] {{"开盘盛典", "EVENT"}, {"短视频与信息流投放", "ONLINE"}, {"老带新双享", "REFERRAL"}}
                : new String[][] {{"渠道经纪人集中带看", "AGENCY"}, {"岁末业主答谢会", "EVENT"}, {"地铁口灯箱换画面", "OUTDOOR"}};
        List<Map<String, Object>> lines = new ArrayList<>();
        for (int i = 0; i < activities.length; i++) {
            lines.add(form(
                    "key",
                    "a" + (i + 1),
                    "title",
                    activities[i][0],
                    "channel",
                    activities[i][1],
                    "startsOn",
                    days.get(i),
                    "endsOn",
                    days.get(i).plusDays(4),
                    "cost",
                    "%d000.00".formatted(22 + 6 * i),
                    "owner",
                    StoryPeople.MARKETING));
        }
        return form(
                "outcome",
                "SUBMIT",
                "changed",
                again ? "补充了来访目标与线上投放依据" : null,
                "proposals",
                shown.prefill().get("proposals"),
                "stage",
                first ? "开盘热销期" : "强销持续期",
                "startsOn",
                from,
                "endsOn",
                until,
                "conclusions",
                first ? null : "线上与老带新的客户成交最快，中介渠道量大但意向偏弱。",
                "goals",
                first ? "开盘两个月认购二十套，均价不低于价格表" + (again ? "；线上投放带来来访三十组" : "") : "认购二十套，加快按揭放款与回款",
                "visits",
                first ? 90 : 80,
                "subscriptions",
                20,
                "contracts",
                first ? 15 : 18,
                "receipts",
                first ? "30000000.00" : "36000000.00",
                "budget",
                again ? "110000.00" : "120000.00",
                "activities",
                lines,
                "packaging",
                List.of(form("key", "p1", "what", first ? "围挡与道旗换开盘画面" : "大堂增加交付实景展板")),
                "showFlatChanges",
                List.of(form(
                        "key",
                        "s1",
                        "place",
                        "样板间 A",
                        "what",
                        first ? "更换客厅灯具" : "儿童房改为书房",
                        "by",
                        first ? from.plusDays(20) : end.plusDays(5))),
                "constructionAsks",
                List.of(form(
                        "key", "c1",
                        "what", first ? "入口景观与看房通道" : "2 号楼电梯提前开放看房",
                        "by", first ? from.plusDays(25) : end.plusDays(9))),
                "suppliers",
                List.of(form("key", "v1", "name", "蓝海广告", "service", "线上投放", "fee", "16000.00")));
    }

    private static LocalDate later(LocalDate from, LocalDate day) {
        return day.isBefore(from) ? from : day;
    }

    private Map<String, Object> evaluation(DocumentTask shown) {
        return form(
                "activities",
                rows(shown, "activities").stream()
                        .map(row -> form("key", row.get("key"), "verdict", "花费与来访相称，可以再办"))
                        .toList(),
                "assessment",
                "来访与认购基本达成，线上投放的单组成本最低",
                "conclusions",
                "保留线上与老带新，减少户外投放",
                "nextPlanWanted",
                true);
    }

    private static Map<String, Object> scores(DocumentTask shown, Random random) {
        return form(
                "scores",
                rows(shown, "scores").stream()
                        .map(row ->
                                form("key", row.get("key"), "score", 3 + random.nextInt(3), "reason", "按合同与现场配合情况评定"))
                        .toList());
    }

    Map<String, Object> summaryOf(UUID projectId, LocalDate from, LocalDate to) {
        return form("basis", "PERIOD", "projectId", projectId, "from", from, "to", to);
    }

    private static Map<String, Object> summary(DocumentTask shown) {
        Map<String, String> texts = Map.of(
                "goals", "来访达到计划的八成以上，认购与签约略低于计划，回款因部分按揭放款滞后而偏慢。",
                "channels", "线上与老带新成交率最高；中介渠道来访多、转化弱；户外广告效果不明显。",
                "customers", "首置与改善客户各约一半，三房最受欢迎，多为周边五公里内的家庭。",
                "lost", "主要因价格与竞品流失，部分客户首付资金不足。",
                "rivals", "湖滨壹号推出首付分期，江南里下调二十套特价房。",
                "causes", "跟进间隔偏长，个别客户到访后十天才回访。",
                "conclusions", "保留线上与老带新，压缩户外投放，加快跟进与放款。");
        List<Map<String, Object>> suggestions = rows(shown, "suggestions").stream()
                .limit(1)
                .map(row -> form("key", row.get("key"), "cited", true, "response", "已列入下阶段样板间调整"))
                .toList();
        return form(
                "answers",
                rows(shown, "guide").stream()
                        .map(row -> form(
                                "code", row.get("code"),
                                "text", texts.getOrDefault(String.valueOf(row.get("code")), "见数据。")))
                        .toList(),
                "suggestions",
                suggestions,
                "proposals",
                List.of(
                        form(
                                "key",
                                "p1",
                                "kind",
                                "ACTIVITY",
                                "what",
                                "增加老带新活动",
                                "reason",
                                "转介成交率高",
                                "cost",
                                "20000.00"),
                        form("key", "p2", "kind", "SHOW_FLAT", "what", "更换样板间灯具", "reason", "客户反映灯光偏暗")));
    }

    Map<String, Object> reportOf(UUID projectId, String kind, LocalDate day) {
        return form("projectId", projectId, "kind", kind, "day", day);
    }

    private static Map<String, Object> report(Random random) {
        List<String> happened = Arrays.asList("来访以线上与自然到访为主，样板间停留时间较长。", "周边竞品加推，两组客户提出比价。", "客户集中询问学区与交房时间，已统一说辞。");
        List<String> causes = Arrays.asList("回访及时，约访到访率提高。", "部分客户首付资金未到位，签约顺延。", "中介带看质量不高，需重新筛选。");
        return form(
                "happened", happened.get(random.nextInt(happened.size())),
                "causes", causes.get(random.nextInt(causes.size())),
                "visits", 1 + random.nextInt(3),
                "subscriptions", random.nextInt(2),
                "contracts", random.nextInt(2),
                "receipts", "%d00000.00".formatted(3 + random.nextInt(9)));
    }

    private static List<Map<?, ?>> rows(DocumentTask shown, String list) {
        List<Map<?, ?>> rows = new ArrayList<>();
        if (shown.prefill().get(list) instanceof List<?> lines) {
            lines.forEach(line -> rows.add((Map<?, ?>) line));
        }
        return rows;
    }

    private LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, clock.getZone());
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}

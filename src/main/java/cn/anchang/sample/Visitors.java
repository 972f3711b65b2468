package cn.anchang.sample;

import cn.anchang.customer.Channel;
import cn.anchang.customer.Grade;
import cn.anchang.customer.LostReason;
import cn.anchang.customer.Segment;
import cn.anchang.inventory.UnitUse;
import cn.anchang.payment.PaymentTerms;
import cn.anchang.sample.Visitor.Fate;
import cn.anchang.sample.Visitor.Turn;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Everybody who comes in the story, the same people each time it is told of the same days. */
final class Visitors {

    private static final long SEED = 20_260_701L;

    private static final String SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎";
    private static final String[] GIVEN = {
        "子涵", "浩然", "雨桐", "志远", "晓燕", "建华", "文静", "国强", "思琪", "俊杰", "丽娟", "明轩", "佳宁", "海涛", "雪梅", "宇航", "欣怡", "立新",
        "梦瑶", "振宇", "秀英", "天佑", "若曦", "永康", "慧敏", "博文", "春燕", "家豪", "诗雅", "德胜"
    };
    private static final Channel[] CHANNELS = {
        Channel.WALK_IN,
        Channel.AGENCY,
        Channel.ONLINE,
        Channel.REFERRAL,
        Channel.WALK_IN,
        Channel.OUTDOOR,
        Channel.ONLINE,
        Channel.AGENCY,
        Channel.EVENT,
        Channel.PHONE,
        Channel.REFERRAL,
        Channel.ONLINE
    };
    private static final Fate[] FATES = {
        Fate.BUYS,
        Fate.LEAVES,
        Fate.WAVERS,
        Fate.BUYS,
        Fate.FADES,
        Fate.WAVERS,
        Fate.BUYS,
        Fate.LEAVES,
        Fate.FADES,
        Fate.BUYS,
        Fate.WAVERS,
        Fate.FADES,
        Fate.BUYS,
        Fate.LEAVES,
        Fate.LETS_LAPSE,
        Fate.WAVERS,
        Fate.BUYS,
        Fate.LEAVES,
        Fate.FADES
    };
    private static final PaymentTerms[] TERMS = {
        PaymentTerms.COMMERCIAL, PaymentTerms.INSTALMENTS, PaymentTerms.FULL, PaymentTerms.COMMERCIAL,
        PaymentTerms.INSTALMENTS, PaymentTerms.COMBINED, PaymentTerms.FULL, PaymentTerms.COMMERCIAL,
        PaymentTerms.INSTALMENTS, PaymentTerms.FUND
    };
    private static final Map<Integer, Turn> TURNS = Map.ofEntries(
            Map.entry(2, Turn.MOVES_IN),
            Map.entry(3, Turn.LOAN_REFUSED),
            Map.entry(5, Turn.SIGNS_LATE),
            Map.entry(6, Turn.FORFEITS),
            Map.entry(7, Turn.LOAN_SMALLER),
            Map.entry(8, Turn.EXTENDS),
            Map.entry(10, Turn.BARGAINS),
            Map.entry(12, Turn.MOVES_IN),
            Map.entry(14, Turn.WITHDRAWS),
            Map.entry(16, Turn.PAYS_IN_PARTS),
            Map.entry(23, Turn.LOAN_REFUSED),
            Map.entry(27, Turn.BARGAINS),
            Map.entry(31, Turn.EXTENDS));
    /** Who buys a parking space, or a shop, in full. */
    private static final Set<Integer> PARKING = Set.of(12, 22, 32);

    private static final Set<Integer> SHOPS = Set.of(2, 26);

    private static final double WEEKDAY = 0.72;
    private static final double WEEKEND = 2.1;
    private static final double AT_THE_OPENING = 1.7;
    private static final int OPENING_DAYS = 16;

    private final Random random = new Random(SEED);
    private final ZoneId zone;
    private final List<Visitor> all = new ArrayList<>();
    private final Map<PaymentTerms, Integer> byTerms = new EnumMap<>(PaymentTerms.class);
    private int buyers;

    private Visitors(ZoneId zone) {
        this.zone = zone;
    }

    static List<Visitor> between(Instant begin, Instant end, ZoneId zone) {
        Visitors visitors = new Visitors(zone);
        LocalDate first = LocalDate.ofInstant(begin, zone);
        LocalDate last = LocalDate.ofInstant(end, zone);
        for (LocalDate day = first.plusDays(1); !day.isAfter(last); day = day.plusDays(1)) {
            visitors.of(day, first);
        }
        visitors.all.removeIf(visitor -> visitor.comes().isAfter(end));
        visitors.holding(end);
        return Collections.unmodifiableList(visitors.all);
    }

    private void of(LocalDate day, LocalDate first) {
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        double expected =
                (weekend ? WEEKEND : WEEKDAY) * (day.isBefore(first.plusDays(OPENING_DAYS)) ? AT_THE_OPENING : 1);
        int come = (int) (expected + random.nextDouble());
        for (int i = 0; i < come; i++) {
            int minute = (9 + i * 8 / Math.max(1, come)) * 60 + 20 + random.nextInt(90);
            comes(day.atStartOfDay(zone).plusMinutes(minute).toInstant(), FATES[all.size() % FATES.length]);
        }
    }

    /** One who bargains since yesterday, and two who are at the site right now. */
    private void holding(Instant end) {
        Instant yesterday = LocalDate.ofInstant(end, zone)
                .minusDays(1)
                .atTime(13, 30)
                .atZone(zone)
                .toInstant();
        comes(yesterday, Fate.BUYS, Turn.BARGAINS_STILL);
        comes(end.minus(Duration.ofMinutes(95)), Fate.HOLDS, Turn.NONE);
        comes(end.minus(Duration.ofMinutes(62)), Fate.HOLDS, Turn.NONE);
    }

    private void comes(Instant at, Fate fate) {
        comes(at, fate, fate == Fate.BUYS ? TURNS.getOrDefault(buyers, Turn.NONE) : Turn.NONE);
    }

    private void comes(Instant at, Fate fate, Turn turn) {
        int number = all.size();
        boolean buys = fate == Fate.BUYS;
        UnitUse use = !buys || turn == Turn.FORFEITS
                ? UnitUse.HOME
                : PARKING.contains(buyers) ? UnitUse.PARKING : SHOPS.contains(buyers) ? UnitUse.SHOP : UnitUse.HOME;
        PaymentTerms terms = use == UnitUse.HOME ? TERMS[buyers % TERMS.length] : PaymentTerms.FULL;
        String layout = use != UnitUse.HOME ? null : layout();
        int order = buys ? byTerms.merge(terms, 1, Integer::sum) - 1 : 0;
        buyers += buys ? 1 : 0;
        all.add(new Visitor(
                number,
                name(),
                "1375718%04d".formatted(1203 + 31 * number),
                idNo(number),
                number % 6 == 4 ? null : "buyer%03d@example.com".formatted(number),
                at,
                random.nextInt(20) < 11 ? "chen.xiao" : "lin.jia",
                CHANNELS[random.nextInt(CHANNELS.length)],
                use == UnitUse.SHOP ? Segment.INVESTMENT : segment(),
                buys || fate == Fate.HOLDS
                        ? (random.nextBoolean() ? Grade.A : Grade.B)
                        : fate == Fate.WAVERS
                                ? (random.nextBoolean() ? Grade.B : Grade.C)
                                : Grade.values()[1 + random.nextInt(3)],
                use,
                layout,
                fate,
                fate == Fate.HOLDS || turn == Turn.MOVES_IN || turn == Turn.BARGAINS_STILL ? 0 : random.nextInt(3),
                LostReason.values()[random.nextInt(LostReason.values().length - 1)],
                terms,
                order,
                turn));
    }

    private String layout() {
        int dice = random.nextInt(10);
        return dice < 4 ? "两室两厅一卫" : dice < 8 ? "三室两厅两卫" : "四室两厅两卫";
    }

    private Segment segment() {
        int dice = random.nextInt(10);
        return dice < 5 ? Segment.FIRST_HOME : dice < 9 ? Segment.UPGRADE : Segment.INVESTMENT;
    }

    private String name() {
        return SURNAMES.charAt(random.nextInt(SURNAMES.length())) + GIVEN[random.nextInt(GIVEN.length)];
    }

    /** A well formed number with its check digit (GB 11643), of a district that is none. */
    private static String idNo(int number) {
        String body = "330100%04d%02d%02d%03d"
                .formatted(1970 + number % 30, 1 + number % 12, 1 + number % 28, 100 + number % 800);
        int[] weights = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
        int sum = 0;
        for (int at = 0; at < weights.length; at++) {
            sum += (body.charAt(at) - '0') * weights[at];
        }
        return body + "10X98765432".charAt(sum % 11);
    }
}

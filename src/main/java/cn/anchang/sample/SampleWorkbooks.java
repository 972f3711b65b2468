package cn.anchang.sample;

import cn.anchang.shared.Money;
import cn.anchang.workbook.SheetWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes the sample's two workbooks, which the first run imports like anybody's. They stand in the resources; this program makes them
 * anew: {@code mvn spring-boot:run -Dspring-boot.run.main-class=cn.anchang.sample.SampleWorkbooks
 * -Dspring-boot.run.arguments=src/main/resources/sample}.
 */
final class SampleWorkbooks {

    static final String PROJECT = "云栖花园";
    static final String UNITS = "units.xlsx";
    static final String CUSTOMERS = "customers.xlsx";

    private static final LocalDate EFFECTIVE = LocalDate.of(2026, 1, 1);
    private static final LocalDate PERMIT_ENDS = LocalDate.of(2030, 12, 31);
    private static final BigDecimal FLOOR_SHARE = new BigDecimal("0.96");

    private static final List<String> UNIT_HEADINGS = List.of(
            "项目", "项目代码", "大区", "城市", "楼栋", "楼层", "房号", "用途", "户型", "建筑面积(㎡)", "单价(元/㎡)", "总价(元)", "底价(元)", "价格生效日期",
            "预售证号", "预售证发证日期", "预售证有效期至", "销售状态");

    private static final List<String> CUSTOMER_HEADINGS = List.of(
            "姓名", "电话", "客户类型", "渠道", "客户分类", "级别", "置业顾问", "意向户型", "意向面积", "预算", "意向楼层", "购房动机", "顾虑", "对比楼盘", "证件类型",
            "证件号码", "邮箱", "登记日期", "备注");

    private SampleWorkbooks() {}

    /** The last argument names the folder; the build puts the profile before it. */
    public static void main(String[] args) throws IOException {
        Path folder = Files.createDirectories(Path.of(args[args.length - 1]));
        Files.write(folder.resolve(UNITS), units());
        Files.write(folder.resolve(CUSTOMERS), customers());
    }

    /** 120 units in three buildings: homes, shops and parking spaces; building 3 has no permit yet. */
    static byte[] units() {
        try (SheetWriter sheet = new SheetWriter("一房一价表")) {
            sheet.widths(12, 10, 8, 8, 8, 6, 8, 8, 14, 14, 14, 16, 16, 14, 26, 16, 16, 10);
            sheet.title(PROJECT + "一房一价表", UNIT_HEADINGS.size()).headings(UNIT_HEADINGS);
            String first = "杭售许字(2026)第 0018 号";
            for (int number = 1; number <= 4; number++) {
                unit(
                        sheet,
                        "1号楼",
                        1,
                        "S10" + number,
                        "商铺",
                        null,
                        40 + 12.5 * number,
                        46_000 - 500 * number,
                        first,
                        true);
            }
            for (int floor = 2; floor <= 18; floor++) {
                homes(sheet, "1号楼", floor, 98.5, 128.3, 32_800, first, true);
            }
            String second = "杭售许字(2026)第 0027 号";
            for (int floor = 1; floor <= 18; floor++) {
                homes(sheet, "2号楼", floor, 89.2, 110.6, 31_600, second, floor <= 16);
            }
            for (int number = 1; number <= 20; number++) {
                double area = number % 5 == 0 ? 15.8 : 12.72;
                Money price = Money.of(number % 5 == 0 ? "228000" : "198000");
                row(sheet, "2号楼", -1, "B1-%02d".formatted(number), "车位", null, area, null, price, second, true);
            }
            for (int floor = 1; floor <= 13; floor++) {
                homes(sheet, "3号楼", floor, 139.8, 165.2, 35_200, null, true);
            }
            return sheet.finish();
        }
    }

    private static void homes(
            SheetWriter sheet,
            String building,
            int floor,
            double small,
            double large,
            int base,
            String permit,
            boolean onSale) {
        int perMetre = base + 120 * Math.min(floor, 14) - (floor == 18 || floor == 14 ? 600 : 0);
        unit(sheet, building, floor, floor + "01", "住宅", layout(small), small, perMetre, permit, onSale);
        unit(sheet, building, floor, floor + "02", "住宅", layout(large), large, perMetre + 350, permit, onSale);
    }

    private static String layout(double area) {
        return area < 95 ? "两室两厅一卫" : area < 125 ? "三室两厅两卫" : "四室两厅两卫";
    }

    private static void unit(
            SheetWriter sheet,
            String building,
            int floor,
            String number,
            String use,
            String layout,
            double area,
            int perMetre,
            String permit,
            boolean onSale) {
        Money unitPrice = Money.of(String.valueOf(perMetre));
        row(
                sheet,
                building,
                floor,
                number,
                use,
                layout,
                area,
                unitPrice,
                unitPrice.times(BigDecimal.valueOf(area)),
                permit,
                onSale);
    }

    private static void row(
            SheetWriter sheet,
            String building,
            int floor,
            String number,
            String use,
            String layout,
            double area,
            Money perMetre,
            Money total,
            String permit,
            boolean onSale) {
        sheet.row(
                PROJECT,
                "YX",
                "华东",
                "杭州",
                building,
                floor,
                number,
                use,
                layout,
                BigDecimal.valueOf(area).setScale(2),
                perMetre,
                total,
                total.times(FLOOR_SHARE),
                EFFECTIVE,
                permit,
                permit == null ? null : EFFECTIVE,
                permit == null ? null : PERMIT_ENDS,
                onSale ? "待售" : "未推");
    }

    /** Twenty-five people nobody is: their numbers are well formed and made up. */
    static byte[] customers() {
        String[] names = {
            "王建国", "李晓梅", "张伟", "刘洋", "陈思远", "杨帆", "赵雅琴", "黄志强", "周婷", "吴昊", "徐丽华", "孙鹏", "马超", "朱琳", "胡文斌", "郭静",
            "何俊杰", "高翔", "林志远", "罗曼", "郑凯", "梁雨桐", "谢楠", "宋佳怡"
        };
        String[] channels = {"自然到访", "老客户介绍", "网络", "中介渠道", "户外广告", "活动", "来电"};
        String[] segments = {"首置", "改善", "投资"};
        String[] layouts = {"两室两厅一卫", "三室两厅两卫", "四室两厅两卫"};
        String[] areas = {"85-95 ㎡", "95-115 ㎡", "125 ㎡以上"};
        String[] budgets = {"300 万以内", "300-380 万", "400 万以上"};
        String[] floors = {"低楼层", "中间楼层", "高楼层"};
        String[] motives = {"婚房", "孩子上学", "与父母同住", "资产配置"};
        String[] doubts = {"首付比例", "交房时间", "楼间距", null};
        String[] rivals = {"江南里", "湖滨壹号", null};
        try (SheetWriter sheet = new SheetWriter("客户管理表")) {
            sheet.widths(10, 14, 10, 12, 10, 6, 10, 16, 14, 14, 10, 14, 14, 14, 14, 22, 26, 14, 20);
            sheet.title(PROJECT + "客户管理表", CUSTOMER_HEADINGS.size()).headings(CUSTOMER_HEADINGS);
            for (int i = 0; i < names.length; i++) {
                boolean identified = i % 6 == 0;
                sheet.row(
                        names[i],
                        "1390571%04d".formatted(1008 + 137 * i),
                        "个人",
                        channels[i % channels.length],
                        segments[i % segments.length],
                        "ABCD".substring(i * 7 % 4, i * 7 % 4 + 1),
                        i % 8 == 7 ? null : i % 2 == 0 ? "陈晓" : "林佳",
                        layouts[i % layouts.length],
                        areas[i % areas.length],
                        budgets[i % budgets.length],
                        floors[i * 5 % floors.length],
                        motives[i % motives.length],
                        doubts[i % doubts.length],
                        rivals[i % rivals.length],
                        identified ? "居民身份证" : null,
                        identified ? idNo(i) : null,
                        i % 3 == 0 ? "customer%02d@example.com".formatted(i + 1) : null,
                        EFFECTIVE.plusDays(5L * i),
                        null);
            }
            sheet.row(company().toArray());
            return sheet.finish();
        }
    }

    private static List<Object> company() {
        List<Object> row = new ArrayList<>(List.of(
                "杭州示例贸易有限公司", "0571-88990011", "企业", "来电", "投资", "B", "陈晓", "商铺", "60-90 ㎡", "400 万以内", "一层", "资产配置"));
        row.add(null);
        row.add(null);
        row.add(null);
        row.add(null);
        row.add("trade@example.com");
        row.add(EFFECTIVE.plusDays(90));
        row.add("对公付款");
        return row;
    }

    /** A well formed number with its check digit (GB 11643). */
    private static String idNo(int i) {
        String body = "330102%04d%02d%02d%03d".formatted(1980 + i, 1 + i % 12, 1 + i, 11 + 2 * i);
        int[] weights = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
        int sum = 0;
        for (int at = 0; at < weights.length; at++) {
            sum += (body.charAt(at) - '0') * weights[at];
        }
        return body + "10X98765432".charAt(sum % 11);
    }
}

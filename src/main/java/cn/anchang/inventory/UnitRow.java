package cn.anchang.inventory;

import cn.anchang.inventory.UnitRowProblem.CodeUnreadable;
import cn.anchang.inventory.UnitRowProblem.FloorAboveList;
import cn.anchang.inventory.UnitRowProblem.PermitEndsBeforeItBegins;
import cn.anchang.inventory.UnitRowProblem.PriceMissingInRow;
import cn.anchang.inventory.UnitRowProblem.PricesDisagree;
import cn.anchang.shared.Money;
import cn.anchang.workbook.Column;
import cn.anchang.workbook.Row;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What one row of a 一房一价表 says, read on its own.
 *
 * @param effectiveOn null for today
 * @param state null to leave it, or, for a new unit, 待售
 */
record UnitRow(
        String project,
        String code,
        String region,
        String city,
        String building,
        String section,
        String number,
        UnitFacts facts,
        UnitPrice price,
        LocalDate effectiveOn,
        String permitNo,
        LocalDate permitFrom,
        LocalDate permitTo,
        UnitState state) {

    private static final int NAME = 60;
    private static final int SHORT = 20;
    private static final Pattern CODE = Pattern.compile("[A-Z]{2,6}");
    private static final Pattern BASEMENT = Pattern.compile("(?:[Bb]|地下|负)\\s*(\\d)\\s*[Ff层楼]?");

    /** @return null when the row has a problem; it is marked on the row */
    static UnitRow read(Row row, Map<String, UnitUse> uses, Map<String, UnitState> states) {
        String project = row.text(UnitImport.PROJECT, NAME);
        String code = code(row);
        String region = row.text(UnitImport.REGION, NAME);
        String city = row.text(UnitImport.CITY, NAME);
        String building = row.text(UnitImport.BUILDING, SHORT);
        String section = row.text(UnitImport.SECTION, SHORT);
        String number = row.text(UnitImport.NUMBER, SHORT);
        Integer floor = floor(row);
        UnitUse use = row.choice(UnitImport.USE, uses);
        String layout = row.text(UnitImport.LAYOUT, SHORT);
        BigDecimal area = row.decimal(UnitImport.AREA, 2, BigDecimal.ONE, BigDecimal.valueOf(99_999));
        UnitPrice price = price(row, area);
        LocalDate effectiveOn = row.date(UnitImport.EFFECTIVE);
        String permitNo = row.text(UnitImport.PERMIT, NAME);
        LocalDate permitFrom = row.date(UnitImport.PERMIT_FROM);
        LocalDate permitTo = row.date(UnitImport.PERMIT_TO);
        if (permitFrom != null && permitTo != null && permitTo.isBefore(permitFrom)) {
            row.problem(UnitImport.PERMIT_TO, new PermitEndsBeforeItBegins(permitFrom, permitTo));
        }
        UnitState state = row.choice(UnitImport.STATE, states);
        return row.isGood()
                ? new UnitRow(
                        project,
                        code,
                        region,
                        city,
                        building,
                        section == null ? "" : section,
                        number,
                        new UnitFacts(floor, use, layout, area),
                        price,
                        effectiveOn,
                        permitNo,
                        permitFrom,
                        permitTo,
                        state)
                : null;
    }

    private static String code(Row row) {
        String given = row.text(UnitImport.CODE, SHORT);
        if (given == null) {
            return null;
        }
        String code = given.toUpperCase(Locale.ROOT);
        if (!CODE.matcher(code).matches()) {
            row.problem(UnitImport.CODE, new CodeUnreadable(given));
        }
        return code;
    }

    private static Integer floor(Row row) {
        Column column = UnitImport.FLOOR;
        if (row.has(column)) {
            String text = row.isGood() ? row.text(column, SHORT) : null;
            Matcher basement = BASEMENT.matcher(text == null ? "" : text);
            if (basement.matches()) {
                return -Integer.parseInt(basement.group(1));
            }
        }
        return row.whole(column, -9, 200);
    }

    /** The total as given, or the price a square metre times the area; given both, they have to agree but for rounding. */
    private static UnitPrice price(Row row, BigDecimal area) {
        Money perMetre = row.money(UnitImport.PER_METRE);
        Money total = row.money(UnitImport.TOTAL);
        Money floor = row.money(UnitImport.FLOOR_PRICE);
        if (!row.isGood()) {
            return null;
        }
        if (perMetre == null && total == null) {
            row.problem(UnitImport.TOTAL, new PriceMissingInRow());
            return null;
        }
        Money list = total;
        if (perMetre != null) {
            Money calculated = perMetre.times(area);
            Money slack = Money.of("1.00").plus(Money.of("0.01").times(area));
            if (total == null) {
                list = calculated;
            } else if (new Money(total.minus(calculated).amount().abs()).isMoreThan(slack)) {
                row.problem(UnitImport.TOTAL, new PricesDisagree(total, calculated));
                return null;
            }
        }
        if (floor.isMoreThan(list)) {
            row.problem(UnitImport.FLOOR_PRICE, new FloorAboveList(floor, list));
            return null;
        }
        return new UnitPrice(list, floor);
    }
}

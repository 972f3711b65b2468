package cn.anchang.workbook;

import java.math.BigDecimal;

/**
 * A share shown in percent with one decimal.
 *
 * @param hundredths what stands before the sign: 12.5 is an eighth
 */
public record Percent(BigDecimal hundredths) {

    double share() {
        return hundredths.movePointLeft(2).doubleValue();
    }
}

package cn.anchang.shared;

import java.math.BigDecimal;

/** Writes an amount in the capital numerals of Chinese receipts (人民币大写), so that a figure cannot be altered by a stroke. */
final class ChineseNumerals {

    private static final String[] DIGITS = {"零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"};
    private static final String[] PLACES = {"", "拾", "佰", "仟"};
    private static final String[] GROUPS = {"", "万", "亿", "万亿"};

    private ChineseNumerals() {}

    /** @param amount two decimals, below ten quadrillion */
    static String of(BigDecimal amount) {
        if (amount.signum() < 0) {
            return "负" + of(amount.negate());
        }
        long cents = amount.movePointRight(2).longValueExact();
        long yuan = cents / 100;
        int jiao = (int) (cents % 100 / 10);
        int fen = (int) (cents % 10);
        StringBuilder words = new StringBuilder();
        if (yuan > 0) {
            words.append(whole(yuan)).append("元");
        }
        if (jiao == 0 && fen == 0) {
            return words.isEmpty() ? "零元整" : words.append("整").toString();
        }
        if (jiao > 0) {
            words.append(DIGITS[jiao]).append("角");
        } else if (yuan > 0) {
            words.append("零");
        }
        return fen > 0
                ? words.append(DIGITS[fen]).append("分").toString()
                : words.append("整").toString();
    }

    private static String whole(long yuan) {
        StringBuilder words = new StringBuilder();
        boolean gap = false;
        for (int group = GROUPS.length - 1; group >= 0; group--) {
            int four = (int) (yuan / (long) Math.pow(10_000, group) % 10_000);
            if (four == 0) {
                gap = !words.isEmpty();
                continue;
            }
            if (!words.isEmpty() && (gap || four < 1000)) {
                words.append("零");
            }
            words.append(fourDigits(four)).append(GROUPS[group]);
            gap = false;
        }
        return words.toString();
    }

    private static String fourDigits(int four) {
        StringBuilder words = new StringBuilder();
        boolean gap = false;
        for (int place = 3; place >= 0; place--) {
            int digit = four / (int) Math.pow(10, place) % 10;
            if (digit == 0) {
                gap = !words.isEmpty();
                continue;
            }
            if (gap) {
                words.append("零");
                gap = false;
            }
            words.append(DIGITS[digit]).append(PLACES[place]);
        }
        return words.toString();
    }
}

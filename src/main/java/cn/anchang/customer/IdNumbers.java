package cn.anchang.customer;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the numbers of papers; a resident identity card's check digit (GB 11643) must be right. */
public final class IdNumbers {

    private static final Pattern ID_CARD = Pattern.compile("\\d{17}[\\dX]");
    private static final Pattern LICENCE = Pattern.compile("[0-9A-HJ-NPQRTUWXY]{18}");
    private static final Pattern OTHER = Pattern.compile("[0-9A-Z]{5,30}");
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECK_DIGITS = "10X98765432";

    private IdNumbers() {}

    /** The number without spaces, in capitals; empty when it cannot be one of this type. */
    public static Optional<String> read(IdType type, String typed) {
        if (typed.length() > 60) {
            return Optional.empty();
        }
        String number = Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .replaceAll("[\\s\\u00a0-]", "")
                .toUpperCase(Locale.ROOT);
        boolean plausible = switch (type) {
            case ID_CARD -> isIdCard(number);
            case BUSINESS_LICENCE -> LICENCE.matcher(number).matches();
            case PASSPORT, HK_MACAO_TW_PERMIT, OTHER -> OTHER.matcher(number).matches();
        };
        return plausible ? Optional.of(number) : Optional.empty();
    }

    private static boolean isIdCard(String number) {
        if (!ID_CARD.matcher(number).matches()) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            sum += (number.charAt(i) - '0') * WEIGHTS[i];
        }
        return CHECK_DIGITS.charAt(sum % 11) == number.charAt(17) && isDay(number.substring(6, 14));
    }

    private static boolean isDay(String digits) {
        try {
            LocalDate.of(
                    Integer.parseInt(digits.substring(0, 4)),
                    Integer.parseInt(digits.substring(4, 6)),
                    Integer.parseInt(digits.substring(6)));
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }
}

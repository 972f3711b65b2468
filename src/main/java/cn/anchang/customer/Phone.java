package cn.anchang.customer;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

/** A Chinese mobile or landline number, digits only: the same person however the number was typed. */
record Phone(String digits) {

    private static final Pattern MOBILE = Pattern.compile("1[3-9]\\d{9}");
    private static final Pattern LANDLINE = Pattern.compile("0(10|2\\d|[3-9]\\d{2})[2-9]\\d{6,7}");
    private static final Pattern SEPARATORS = Pattern.compile("[\\s\\u00a0\\-‐-―()().·]");

    /** Tolerates full-width digits, spaces, dashes, brackets and +86 / 0086; empty when no Chinese number remains. */
    static Optional<Phone> read(String typed) {
        if (typed == null || typed.length() > 40) {
            return Optional.empty();
        }
        String plain = SEPARATORS
                .matcher(Normalizer.normalize(typed, Normalizer.Form.NFKC))
                .replaceAll("");
        String digits = plain.replaceFirst("^(\\+86|0086)", "");
        if (!plain.equals(digits) && !digits.startsWith("1") && !digits.startsWith("0")) {
            digits = "0" + digits;
        } else if (MOBILE.matcher(digits.replaceFirst("^86", "")).matches()) {
            digits = digits.replaceFirst("^86", "");
        }
        return MOBILE.matcher(digits).matches() || LANDLINE.matcher(digits).matches()
                ? Optional.of(new Phone(digits))
                : Optional.empty();
    }
}

package cn.anchang.workbench.sale;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

/** What somebody typed into a search box, the way it is looked for: however wide the signs, without what separates a phone's digits. */
final class Typed {

    private static final int LONGEST = 40;
    private static final Pattern SEPARATORS = Pattern.compile("[\\s\\-‐-―()]");
    private static final Pattern DIGITS = Pattern.compile("\\d+");
    private static final int FEWEST_DIGITS = 4;
    private static final int FEWEST_SIGNS = 3;

    private final String text;

    private Typed(String text) {
        this.text = text;
    }

    static Optional<String> of(String q) {
        return read(q).map(typed -> typed.text);
    }

    /** Empty when nothing was typed; what is too long is cut, since nothing we have is that long. */
    static Optional<Typed> read(String q) {
        if (q == null) {
            return Optional.empty();
        }
        String plain = Normalizer.normalize(q.length() > 400 ? q.substring(0, 400) : q, Normalizer.Form.NFKC)
                .replaceAll("\\p{Cntrl}", " ")
                .replaceAll("\\s+", " ")
                .strip();
        String cut = plain.codePointCount(0, plain.length()) > LONGEST
                ? plain.substring(0, plain.offsetByCodePoints(0, LONGEST))
                : plain;
        return cut.isEmpty() ? Optional.empty() : Optional.of(new Typed(cut));
    }

    String text() {
        return text;
    }

    /** The last digits of a phone, backwards and ready for {@code like}; empty when it is none. */
    Optional<String> phoneEnd() {
        String digits = SEPARATORS.matcher(text).replaceAll("").replaceFirst("^(\\+86|0086)", "");
        return DIGITS.matcher(digits).matches() && digits.length() >= FEWEST_DIGITS
                ? Optional.of(ending(digits))
                : Optional.empty();
    }

    /** The end of a number, backwards and ready for {@code like}; empty when it is too short to mean one. */
    Optional<String> numberEnd() {
        return text.length() < FEWEST_SIGNS || text.codePoints().anyMatch(Character::isIdeographic)
                ? Optional.empty()
                : Optional.of(ending(text.toUpperCase(java.util.Locale.ROOT)));
    }

    private static String ending(String said) {
        return new StringBuilder(said)
                        .reverse()
                        .toString()
                        .replace("\\", "\\\\")
                        .replace("%", "\\%")
                        .replace("_", "\\_")
                + "%";
    }
}

package cn.anchang.mail;

/**
 * What is to be sent. Line breaks in addresses and subject become spaces, so that no name or remark can add a header.
 *
 * @param cc who gets a copy, or null
 * @param html the same as the text, laid out; null for a letter of plain text
 * @param about what it belongs to, e.g. a case id, so that its letters are found again
 * @param template what it was rendered from, with its version, or null
 * @param guard the name of the {@link LetterGuard} that is asked before it leaves, or null
 */
public record Letter(
        String to, String cc, String subject, String text, String html, String about, String template, String guard) {

    private static final int SUBJECT_LENGTH = 200;

    public Letter {
        to = oneLine(to);
        cc = cc == null || cc.isBlank() ? null : oneLine(cc);
        subject = oneLine(subject);
        if (subject.length() > SUBJECT_LENGTH) {
            subject = subject.substring(0, SUBJECT_LENGTH - 1) + "…";
        }
    }

    public Letter(String to, String subject, String text, String about) {
        this(to, null, subject, text, null, about, null, null);
    }

    private static String oneLine(String text) {
        return text == null
                ? ""
                : text.replaceAll("[\\p{Cntrl}\\u0085\\u2028\\u2029]+", " ").strip();
    }
}

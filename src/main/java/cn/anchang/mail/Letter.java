package cn.anchang.mail;

/**
 * What is to be sent, as plain text. Line breaks in address and subject become spaces, so that no name or remark can add a header.
 *
 * @param about what it belongs to, e.g. a case id, so that its letters are found again
 */
public record Letter(String to, String subject, String text, String about) {

    private static final int SUBJECT_LENGTH = 200;

    public Letter {
        to = oneLine(to);
        subject = oneLine(subject);
        if (subject.length() > SUBJECT_LENGTH) {
            subject = subject.substring(0, SUBJECT_LENGTH - 1) + "…";
        }
    }

    private static String oneLine(String text) {
        return text == null
                ? ""
                : text.replaceAll("[\\p{Cntrl}\\u0085\\u2028\\u2029]+", " ").strip();
    }
}

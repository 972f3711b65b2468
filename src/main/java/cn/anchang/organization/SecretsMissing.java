package cn.anchang.organization;

import java.util.List;

/** The application was started without the secrets it needs; names each and what is wrong with it, never its value. */
class SecretsMissing extends RuntimeException {

    private final transient List<String> wrong;

    SecretsMissing(List<String> wrong) {
        super("Will not start: " + String.join("; ", wrong));
        this.wrong = List.copyOf(wrong);
    }

    List<String> wrong() {
        return wrong;
    }
}

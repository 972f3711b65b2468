package cn.anchang.mail;

/**
 * The server that takes letters.
 *
 * @param host blank when there is none; letters then wait
 * @param user blank when the server asks for none
 */
public record MailServer(String host, int port, String user, String password, boolean startTls) {

    public boolean isThere() {
        return host != null && !host.isBlank();
    }

    @Override
    public String toString() {
        return "MailServer[" + host + ":" + port + "]";
    }
}

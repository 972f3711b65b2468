package cn.anchang.endurance;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** A mail server that takes everything at once, unless told to misbehave, and remembers how often it saw which Message-ID, and for whom. */
final class SmtpSink implements AutoCloseable {

    /** How it misbehaves. */
    enum Fault {
        NONE,
        /** Every tenth recipient is unknown for good. */
        REFUSES_EVERY_TENTH,
        /** Every tenth letter ends with the connection in the middle of DATA. */
        CUTS_EVERY_TENTH
    }

    private static final int TENTH = 10;

    private final Map<String, Integer> taken = new ConcurrentHashMap<>();
    private final Map<String, Set<String>> idsByRecipient = new ConcurrentHashMap<>();
    private final AtomicInteger recipients = new AtomicInteger();
    private final AtomicInteger letters = new AtomicInteger();
    private final AtomicInteger faults = new AtomicInteger();
    private volatile ServerSocket server;
    private volatile Fault fault = Fault.NONE;
    private final AtomicLong lastTakenAt = new AtomicLong();

    SmtpSink() throws IOException {
        listen(0);
    }

    private void listen(int port) throws IOException {
        ServerSocket socket = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        server = socket;
        daemon(() -> accept(socket));
    }

    /** Nobody answers at its port from now on. */
    void goAway() throws IOException {
        server.close();
    }

    void comeBack() throws IOException {
        listen(server.getLocalPort());
    }

    void misbehave(Fault how) {
        fault = how;
        faults.set(0);
    }

    /** How often it has misbehaved since it was told to. */
    int faults() {
        return faults.get();
    }

    /** The Message-IDs each recipient got. */
    Map<String, Set<String>> idsByRecipient() {
        return idsByRecipient;
    }

    int port() {
        return server.getLocalPort();
    }

    Map<String, Integer> taken() {
        return taken;
    }

    /** In the nanoseconds of {@link System#nanoTime()}. */
    long lastTakenAt() {
        return lastTakenAt.get();
    }

    void forget() {
        taken.clear();
        idsByRecipient.clear();
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "smtp-sink");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept(ServerSocket socket) {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                daemon(() -> talk(client));
            } catch (IOException e) {
                if (!socket.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private void talk(Socket client) {
        try (client;
                BufferedReader in = new BufferedReader(
                        new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
                BufferedWriter out = new BufferedWriter(
                        new OutputStreamWriter(client.getOutputStream(), StandardCharsets.ISO_8859_1))) {
            say(out, "220 sink");
            String recipient = null;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.startsWith("RCPT")) {
                    recipient = line;
                    boolean refused = isTurnOf(Fault.REFUSES_EVERY_TENTH, recipients);
                    say(out, refused ? "550 5.1.1 no such user" : "250 fine");
                } else if (line.startsWith("DATA")) {
                    say(out, "354 go on");
                    if (isTurnOf(Fault.CUTS_EVERY_TENTH, letters)) {
                        in.readLine();
                        return;
                    }
                    read(in, recipient);
                    say(out, "250 taken");
                } else if (line.startsWith("QUIT")) {
                    say(out, "221 bye");
                    return;
                } else {
                    say(out, "250 fine");
                }
            }
        } catch (IOException e) {
            // The sender went away in the middle; it will come back.
            return;
        }
    }

    private boolean isTurnOf(Fault kind, AtomicInteger counted) {
        boolean turn = fault == kind && counted.incrementAndGet() % TENTH == 0;
        if (turn) {
            faults.incrementAndGet();
        }
        return turn;
    }

    /** A letter cut short by its sender is none. */
    private void read(BufferedReader in, String recipient) throws IOException {
        String id = null;
        String line = in.readLine();
        while (line != null && !line.equals(".")) {
            if (id == null && line.regionMatches(true, 0, "Message-ID:", 0, 11)) {
                id = line.substring(11).strip();
            }
            line = in.readLine();
        }
        if (line == null) {
            throw new EOFException();
        }
        idsByRecipient
                .computeIfAbsent(String.valueOf(recipient), any -> ConcurrentHashMap.newKeySet())
                .add(String.valueOf(id));
        taken.merge(String.valueOf(id), 1, Integer::sum);
        lastTakenAt.set(System.nanoTime());
    }

    private static void say(BufferedWriter out, String words) throws IOException {
        out.write(words);
        out.write("\r\n");
        out.flush();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}

package cn.anchang.endurance;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** A mail server that takes everything at once and remembers how often it saw which Message-ID. */
final class SmtpSink implements AutoCloseable {

    private final ServerSocket server;
    private final Map<String, Integer> taken = new ConcurrentHashMap<>();
    private final AtomicLong lastTakenAt = new AtomicLong();

    SmtpSink() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        daemon(this::accept);
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
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "smtp-sink");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                daemon(() -> talk(client));
            } catch (IOException e) {
                if (!server.isClosed()) {
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
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.startsWith("DATA")) {
                    say(out, "354 go on");
                    read(in);
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

    private void read(BufferedReader in) throws IOException {
        String id = null;
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            if (id == null && line.regionMatches(true, 0, "Message-ID:", 0, 11)) {
                id = line.substring(11).strip();
            }
        }
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

package cn.anchang.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A PostgreSQL installed on the machine, run as the user it was installed with, because PostgreSQL refuses to run as root. */
final class InstalledPostgres {

    private static final Logger LOG = LoggerFactory.getLogger(InstalledPostgres.class);
    private static final Path VERSIONS = Path.of("/usr/lib/postgresql");

    private InstalledPostgres() {}

    /** Empty when none is installed or it does not start; the reason is logged. */
    static Optional<EmbeddedDatabase.Server> start(Path data, int port) {
        return newestBinaries().flatMap(bin -> {
            try {
                if (Files.notExists(data.resolve("PG_VERSION"))) {
                    Files.createDirectories(data);
                    run("chown", "postgres", data.toString());
                    asPostgres(bin, "initdb", "-A", "trust", "-U", "postgres", "-E", "UTF-8", "-D", data.toString());
                }
                asPostgres(
                        bin,
                        "pg_ctl",
                        "-D",
                        data.toString(),
                        "-o",
                        "-p " + port + " -c unix_socket_directories=",
                        "-l",
                        data.resolve("server.log").toString(),
                        "-w",
                        "start");
                return Optional.of(() -> asPostgres(bin, "pg_ctl", "-D", data.toString(), "-m", "fast", "-w", "stop"));
            } catch (IOException e) {
                LOG.warn("The installed PostgreSQL did not start: {}", e.getMessage());
                return Optional.empty();
            }
        });
    }

    private static Optional<Path> newestBinaries() {
        if (Files.notExists(VERSIONS)) {
            return Optional.empty();
        }
        try (Stream<Path> versions = Files.list(VERSIONS)) {
            return versions.map(version -> version.resolve("bin"))
                    .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                    .max(Comparator.naturalOrder());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static void asPostgres(Path bin, String program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(
                List.of("runuser", "-u", "postgres", "--", bin.resolve(program).toString()));
        command.addAll(List.of(arguments));
        run(command.toArray(String[]::new));
    }

    private static void run(String... command) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            int status = process.waitFor();
            if (status != 0) {
                throw new IOException(String.join(" ", command) + " ended with " + status);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}

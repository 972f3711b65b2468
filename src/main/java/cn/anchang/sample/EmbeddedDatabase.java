package cn.anchang.sample;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/**
 * The first run's PostgreSQL: started before the application, stopped after it, its data kept in a folder between runs. PostgreSQL
 * refuses to run as root; the embedded server then uses a user namespace, and where those are blocked an installed server helps out.
 * A server named by ANCHANG_DB_URL takes its place.
 */
@Configuration
@Profile("sample & !test")
@ConditionalOnExpression("@environment.getProperty('ANCHANG_DB_URL', '').isEmpty()")
class EmbeddedDatabase {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);

    private final Path data;
    private final int port;

    EmbeddedDatabase(
            @Value("${anchang.sample.data-directory}") Path data, @Value("${anchang.sample.database-port}") int port) {
        this.data = data.toAbsolutePath().normalize();
        this.port = port;
    }

    /** A running server and how to stop it. */
    interface Server extends AutoCloseable {
        @Override
        void close() throws IOException;
    }

    @Bean(destroyMethod = "close")
    Server sampleDatabaseServer() {
        try {
            return embedded()::close;
        } catch (IOException | RuntimeException embeddedFailed) {
            if (!"root".equals(System.getProperty("user.name"))) {
                throw new DatabaseNotStarted(data, embeddedFailed);
            }
            LOG.warn("The embedded PostgreSQL cannot run as root here; looking for an installed one.");
            return InstalledPostgres.start(data.resolve("postgresql-installed"), port)
                    .orElseThrow(() -> new DatabaseNotStarted(data, embeddedFailed));
        }
    }

    @Bean
    JdbcConnectionDetails sampleDatabaseConnection(Server started) {
        return new LocalPostgres("jdbc:postgresql://localhost:" + port + "/postgres");
    }

    /** The server is stopped by the bean, after everything that uses it, and not by a shutdown hook of its own that would race with them. */
    private EmbeddedPostgres embedded() throws IOException {
        return EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(data.resolve("postgresql-binaries").toFile())
                .setDataDirectory(data.resolve("postgresql"))
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPort(port)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("max_connections", "100")
                .start();
    }
}

package cn.anchang.testing;

import cn.anchang.sample.LocalPostgres;
import cn.anchang.shared.Site;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.ZoneId;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** A fresh PostgreSQL and a clock that stands still, for each application context under test. */
@TestConfiguration(proxyBeanMethods = false)
@EnableConfigurationProperties(Site.class)
public class TestDatabase {

    @Bean(destroyMethod = "close")
    EmbeddedPostgres testPostgres() throws IOException {
        return EmbeddedPostgres.builder()
                .setServerConfig("max_connections", "150")
                .setRegisterShutdownHook(false)
                .start();
    }

    @Bean
    JdbcConnectionDetails testConnection(EmbeddedPostgres server) {
        return new LocalPostgres(server.getJdbcUrl("postgres", "postgres"));
    }

    @Bean
    @Primary
    TestClock testClock() {
        return new TestClock(ZoneId.of("Asia/Shanghai"));
    }
}

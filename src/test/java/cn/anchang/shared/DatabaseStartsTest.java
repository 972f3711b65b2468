package cn.anchang.shared;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anchang.testing.DatabaseTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@DatabaseTest
class DatabaseStartsTest {

    @Autowired
    JdbcTemplate jdbc;

    @Test
    void everyMigrationRunsOnAnEmptyPostgreSql() {
        assertThat(jdbc.queryForObject(
                        "select count(*) from sales.flyway_schema_history where not success", Integer.class))
                .isZero();
        assertThat(jdbc.queryForObject("select version()", String.class)).startsWith("PostgreSQL 16");
    }
}

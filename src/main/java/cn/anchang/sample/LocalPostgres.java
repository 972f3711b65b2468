package cn.anchang.sample;

import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;

/** The way to a PostgreSQL that was started for this application alone, which trusts whoever comes from this machine. */
public record LocalPostgres(String url) implements JdbcConnectionDetails {

    @Override
    public String getUsername() {
        return "postgres";
    }

    @Override
    public String getPassword() {
        return "postgres";
    }

    @Override
    public String getJdbcUrl() {
        return url;
    }
}

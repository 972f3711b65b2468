package cn.anchang.shared;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;

/** One node at a time: an advisory lock of the database, for what must happen once though several nodes start together. */
@Component
public class ClusterLock {

    private final DataSource database;

    public ClusterLock(DataSource database) {
        this.database = database;
    }

    public void whileAlone(String what, Runnable work) {
        Held held = take(what);
        try {
            work.run();
        } finally {
            held.close();
        }
    }

    /** Waits until no other node holds it. Given back by {@link Held#close()}, or when the node dies. */
    public Held take(String what) {
        try {
            Connection connection = database.getConnection();
            try {
                ask(connection, "select pg_advisory_lock(hashtext(?))", what);
                return new Held(connection, what);
            } catch (SQLException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("No lock for " + what, e);
        }
    }

    private static void ask(Connection connection, String sql, String what) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, "anchang:" + what);
            statement.execute();
        }
    }

    /** The lock in this node's hands. */
    public static final class Held implements AutoCloseable {

        private final Connection connection;
        private final String what;

        private Held(Connection connection, String what) {
            this.connection = connection;
            this.what = what;
        }

        @Override
        public void close() {
            try {
                ask(connection, "select pg_advisory_unlock(hashtext(?))", what);
                connection.close();
            } catch (SQLException e) {
                throw new DataAccessResourceFailureException("Lock not given back: " + what, e);
            }
        }
    }
}

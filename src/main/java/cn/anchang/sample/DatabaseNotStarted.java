package cn.anchang.sample;

import java.nio.file.Path;

/** The first run found no way to a PostgreSQL. */
class DatabaseNotStarted extends RuntimeException {

    private final transient Path data;

    DatabaseNotStarted(Path data, Throwable cause) {
        super("No PostgreSQL could be started for the first run on " + data, cause);
        this.data = data;
    }

    Path data() {
        return data;
    }
}

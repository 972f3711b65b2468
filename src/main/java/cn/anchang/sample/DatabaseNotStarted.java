package cn.anchang.sample;

import java.nio.file.Path;

/** The first run found no way to a PostgreSQL. Its message says what a newcomer can do about it. */
class DatabaseNotStarted extends RuntimeException {

    DatabaseNotStarted(Path data, Throwable cause) {
        super("""
                No PostgreSQL could be started for the first run. Run as an ordinary user (PostgreSQL refuses root where user \
                namespaces are blocked), or install PostgreSQL, or point ANCHANG_DB_URL at a server of your own; if another \
                copy of the application is running on the data in %s, stop it first.""".formatted(data), cause);
    }
}

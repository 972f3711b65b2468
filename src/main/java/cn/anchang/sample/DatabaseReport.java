package cn.anchang.sample;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says what to do when the first run finds no PostgreSQL, in place of a page of stack trace. */
class DatabaseReport extends AbstractFailureAnalyzer<DatabaseNotStarted> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, DatabaseNotStarted notStarted) {
        return new FailureAnalysis(
                "No PostgreSQL could be started for the first run: "
                        + notStarted.getCause().getMessage(),
                "Run as an ordinary user (PostgreSQL refuses root where user namespaces are blocked), or install PostgreSQL, or "
                        + "point ANCHANG_DB_URL at a server of your own. If another copy of the application is running on the data in "
                        + notStarted.data() + ", stop it first.",
                notStarted);
    }
}

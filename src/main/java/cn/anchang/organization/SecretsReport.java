package cn.anchang.organization;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in the log, in a few lines and without a stack trace, which secrets to set. */
class SecretsReport extends AbstractFailureAnalyzer<SecretsMissing> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, SecretsMissing missing) {
        return new FailureAnalysis(
                "The application does not start with missing, weak or default secrets:\n  - "
                        + String.join("\n  - ", missing.wrong()),
                "Set them in the environment (for example in .env beside docker-compose.yml), each long and random; "
                        + "or start the first run with the profile 'sample'.",
                missing);
    }
}

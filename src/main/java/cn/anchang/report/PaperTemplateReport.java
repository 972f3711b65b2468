package cn.anchang.report;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Names the template and the placeholder for which the application does not start, in place of a page of stack trace. */
class PaperTemplateReport extends AbstractFailureAnalyzer<PaperTemplateFaulty> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, PaperTemplateFaulty faulty) {
        return new FailureAnalysis(
                "A template of printed documents cannot be used. " + faulty.getMessage(),
                "Mend the placeholder in Word and start again; config/documents/README.md lists what each template may say.",
                faulty);
    }
}

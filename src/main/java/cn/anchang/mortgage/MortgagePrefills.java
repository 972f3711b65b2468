package cn.anchang.mortgage;

import cn.anchang.payment.LoanKind;
import cn.anchang.shared.Money;
import cn.anchang.shared.Sentences;
import cn.anchang.shared.Site;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the forms of a loan file start with. */
@Component
@Transactional(readOnly = true)
public class MortgagePrefills {

    private record Choice(String code, String name) {}

    private final MortgageFiles files;
    private final MortgageSettings settings;
    private final MortgageDesk desk;
    private final Sentences sentences;
    private final Site site;
    private final Clock clock;

    MortgagePrefills(
            MortgageFiles files,
            MortgageSettings settings,
            MortgageDesk desk,
            Sentences sentences,
            Site site,
            Clock clock) {
        this.files = files;
        this.settings = settings;
        this.desk = desk;
        this.sentences = sentences;
        this.site = site;
        this.clock = clock;
    }

    /** @param buyers who would be the applicants */
    public Map<String, Object> of(String taskKey, UUID caseId, List<String> buyers) {
        Map<String, Object> values = new LinkedHashMap<>();
        Mortgage file = files.findByCaseId(caseId).orElse(null);
        LocalDate today = LocalDate.ofInstant(clock.instant(), site.timeZone());
        switch (taskKey) {
            case "userTask_chooseBank" -> {
                values.put(
                        "banks",
                        settings.banks().stream()
                                .map(bank -> new Choice(bank.code(), bank.name()))
                                .toList());
                values.put("applicants", file == null ? String.join("、", buyers) : file.applicants());
            }
            case "userTask_collectPapers" ->
                values.put("papers", file.papers().stream().map(this::row).toList());
            case "userTask_submitLoan" -> values.put("submittedOn", today);
            case "userTask_recordAnswer" -> {
                values.put("decidedOn", today);
                file.parts()
                        .forEach(part -> values.put(
                                part.kind() == LoanKind.COMMERCIAL ? "commercialApproved" : "fundApproved",
                                part.planned()));
            }
            case "userTask_signLoan" -> values.put("signedOn", today);
            case "userTask_recordRelease" -> {
                Money rest = desk.rest(caseId);
                values.put("amount", rest);
                values.put("payer", file.bankName());
                values.put("paidOn", today);
            }
            default -> {}
        }
        return values;
    }

    private Map<String, Object> row(LoanPaper paper) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("key", paper.paperKey());
        row.put("title", paper.title());
        row.put("applicant", paper.applicant().isEmpty() ? sentences.text("mortgage.wholeSale") : paper.applicant());
        row.put("fetches", sentences.name(paper.fetches()));
        row.put("received", paper.isThere());
        row.put("note", paper.note());
        return row;
    }
}

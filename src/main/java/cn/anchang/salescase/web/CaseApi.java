package cn.anchang.salescase.web;

import cn.anchang.customer.CustomerDesk;
import cn.anchang.customer.Personal;
import cn.anchang.customer.RevealOutcome;
import cn.anchang.customer.RevealOutcome.Revealed;
import cn.anchang.salescase.CaseFile;
import cn.anchang.salescase.CaseFiles;
import cn.anchang.shared.Refusal;
import cn.anchang.shared.Sentences;
import java.security.Principal;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** What may be asked about a case outside its tasks. */
@RestController
class CaseApi {

    private final CaseFiles files;
    private final CustomerDesk customers;
    private final Sentences sentences;

    CaseApi(CaseFiles files, CustomerDesk customers, Sentences sentences) {
        this.files = files;
        this.customers = customers;
        this.sentences = sentences;
    }

    /** The phone in clear; that it was shown is written down (R35). */
    @PostMapping("/api/cases/{caseId}/reveal-phone")
    ResponseEntity<Map<String, String>> revealPhone(@PathVariable UUID caseId, Principal person) {
        CaseFile file = files.readableBy(caseId, person.getName())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        RevealOutcome outcome = customers.reveal(file.customer().id(), Personal.PHONE, person.getName());
        if (outcome instanceof Revealed phone) {
            return ResponseEntity.ok(Map.of("phone", phone.value()));
        }
        return ResponseEntity.unprocessableEntity()
                .body(Map.of("type", "Refused", "message", sentences.of((Refusal) outcome)));
    }
}

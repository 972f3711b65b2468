package cn.anchang.workbench;

import cn.anchang.shared.Refusal;
import cn.anchang.shared.Sentences;
import cn.anchang.workbook.ImportJob;
import cn.anchang.workbook.ImportOutcome;
import cn.anchang.workbook.ImportOutcome.Accepted;
import cn.anchang.workbook.ImportOutcome.ErrorWorkbook;
import cn.anchang.workbook.Imports;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page 导入: a workbook goes up, is checked whole, and a person decides whether its good rows go in. */
@Controller
@RequestMapping("/import")
class ImportPage {

    private static final String SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /** Something to import, as the page offers it. */
    record Kind(String code, String name, String purpose) {}

    private final Imports imports;
    private final Sentences sentences;

    ImportPage(Imports imports, Sentences sentences) {
        this.imports = imports;
        this.sentences = sentences;
    }

    /** Runs before each of these pages: whoever may not import sees none of them. */
    @ModelAttribute("kinds")
    List<Kind> kinds(Principal person) {
        List<String> open = imports.kindsFor(person.getName());
        if (open.isEmpty()) {
            throw new AccessDeniedException("Not an importer");
        }
        return open.stream()
                .sorted(Comparator.reverseOrder())
                .map(code -> new Kind(code, sentences.text("import." + code), sentences.text("page.import." + code)))
                .toList();
    }

    @GetMapping
    String offer() {
        return "workbench/import";
    }

    @PostMapping("/{kind}")
    String upload(
            @PathVariable String kind,
            @RequestParam(required = false) MultipartFile file,
            Principal person,
            RedirectAttributes next)
            throws IOException {
        refuseOthers(kind, person);
        if (file == null || file.isEmpty()) {
            next.addFlashAttribute("refused", sentences.text("page.import.nofile"));
            return "redirect:/import";
        }
        ImportOutcome outcome = imports.start(kind, file.getOriginalFilename(), file.getBytes(), person.getName());
        return outcome instanceof Accepted accepted
                ? "redirect:/import/jobs/" + accepted.job().id()
                : refused(outcome, next);
    }

    @GetMapping("/{kind}/template")
    ResponseEntity<byte[]> template(@PathVariable String kind, Principal person) {
        refuseOthers(kind, person);
        return download(sentences.text("import." + kind) + ".xlsx", imports.template(kind));
    }

    @GetMapping("/jobs/{id}")
    String job(@PathVariable UUID id, Principal person, Model page, RedirectAttributes next) {
        ImportOutcome outcome = imports.job(id, person.getName());
        if (!(outcome instanceof Accepted accepted)) {
            return refused(outcome, next);
        }
        ImportJob job = accepted.job();
        page.addAttribute("job", job);
        page.addAttribute("name", sentences.text("import." + job.kind()));
        return "workbench/import-job";
    }

    @PostMapping("/jobs/{id}/apply")
    String apply(@PathVariable UUID id, Principal person, RedirectAttributes next) {
        ImportOutcome outcome = imports.apply(id, person.getName());
        return outcome instanceof Accepted accepted
                ? "redirect:/import/jobs/" + accepted.job().id()
                : refused(outcome, next);
    }

    @GetMapping("/jobs/{id}/errors")
    Object errors(@PathVariable UUID id, Principal person, RedirectAttributes next) {
        ImportOutcome outcome = imports.errorWorkbook(id, person.getName());
        return outcome instanceof ErrorWorkbook workbook
                ? download(workbook.filename(), workbook.content())
                : refused(outcome, next);
    }

    private void refuseOthers(String kind, Principal person) {
        if (!imports.kinds().contains(kind)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        if (!imports.mayImport(person.getName(), kind)) {
            throw new AccessDeniedException("Not an importer of " + kind);
        }
    }

    private String refused(ImportOutcome outcome, RedirectAttributes next) {
        next.addFlashAttribute("refused", sentences.of((Refusal) outcome));
        return "redirect:/import";
    }

    private static ResponseEntity<byte[]> download(String filename, byte[] content) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, SPREADSHEET)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(filename, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(content);
    }
}

package cn.anchang.report.web;

import cn.anchang.organization.Staff;
import cn.anchang.report.PaperKind;
import cn.anchang.report.Papers;
import cn.anchang.report.Papers.Issued;
import cn.anchang.report.Papers.Offer;
import cn.anchang.report.Papers.Outcome;
import cn.anchang.report.Papers.Printed;
import cn.anchang.report.PdfPrinter;
import cn.anchang.shared.Sentences;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page 单据 of a sale: which documents it has come far enough for, those issued, and their printing. */
@Controller("issuedPapersPage")
@RequestMapping("/papers/{caseId}")
class PapersPage {

    private static final MediaType DOCX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.wordprocessingml.document");

    private final Papers papers;
    private final PdfPrinter printer;
    private final Staff staff;
    private final Sentences sentences;

    PapersPage(Papers papers, PdfPrinter printer, Staff staff, Sentences sentences) {
        this.papers = papers;
        this.printer = printer;
        this.staff = staff;
        this.sentences = sentences;
    }

    @GetMapping
    String list(@PathVariable UUID caseId, Principal person, Model page) {
        List<Offer> offers = papers.offers(caseId, person.getName()).orElseThrow(PapersPage::notFound);
        page.addAttribute("caseId", caseId);
        page.addAttribute("offers", offers);
        page.addAttribute("pdf", printer.isThere());
        page.addAttribute("staff", staff);
        page.addAttribute("words", sentences);
        return "report/papers";
    }

    @PostMapping
    String issue(
            @PathVariable UUID caseId,
            @RequestParam(required = false) PaperKind kind,
            @RequestParam(defaultValue = "") String subject,
            Principal person,
            RedirectAttributes next) {
        papers.offers(caseId, person.getName()).orElseThrow(PapersPage::notFound);
        if (kind != null) {
            Outcome<Issued> outcome =
                    papers.issue(caseId, kind, subject, person.getName()).orElseThrow(PapersPage::notFound);
            if (outcome.refused() == null) {
                next.addFlashAttribute(
                        "done",
                        sentences.text("paper.issued", kind, outcome.done().no()));
            } else {
                next.addFlashAttribute("problem", sentences.of(outcome.refused()));
            }
        }
        return "redirect:/papers/" + caseId;
    }

    /** @param format docx, or pdf where a LibreOffice is installed */
    @PostMapping("/{id}/print")
    Object print(
            @PathVariable UUID caseId,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "docx") String format,
            Principal person,
            RedirectAttributes next) {
        boolean pdf = "pdf".equals(format);
        Outcome<Printed> outcome = papers.print(caseId, id, person.getName(), pdf ? printer::pdf : Optional::of)
                .orElseThrow(PapersPage::notFound);
        if (outcome.refused() != null) {
            next.addFlashAttribute("problem", sentences.of(outcome.refused()));
            return "redirect:/papers/" + caseId;
        }
        Printed printed = outcome.done();
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(printed.filename() + (pdf ? ".pdf" : ".docx"), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .contentType(pdf ? MediaType.APPLICATION_PDF : DOCX)
                .body(printed.file());
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}

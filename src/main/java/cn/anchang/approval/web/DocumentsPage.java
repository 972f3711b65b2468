package cn.anchang.approval.web;

import cn.anchang.approval.Approvals;
import cn.anchang.approval.Attachments;
import cn.anchang.approval.Attachments.File;
import cn.anchang.approval.DocumentRegister;
import cn.anchang.approval.DocumentRegister.Wanted;
import cn.anchang.approval.DocumentView;
import cn.anchang.approval.Documents;
import cn.anchang.approval.ProjectNames;
import cn.anchang.approval.Revision;
import cn.anchang.approval.Trace;
import cn.anchang.approval.VersionState;
import cn.anchang.approval.VersionView;
import cn.anchang.approval.WithdrawOutcome;
import cn.anchang.approval.WithdrawOutcome.Withdrawn;
import cn.anchang.organization.Departments;
import cn.anchang.organization.Sites;
import cn.anchang.organization.Staff;
import cn.anchang.shared.Refusal;
import cn.anchang.shared.Sentences;
import cn.anchang.workbook.BookFormat;
import cn.anchang.workbook.Downloads;
import cn.anchang.workbook.Exports;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
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

/** The pages 受控文件: what there is, who wrote, reviewed and approved it, what changed from version to version (R36). */
@Controller
@RequestMapping("/documents")
class DocumentsPage {

    private final Documents documents;
    private final DocumentRegister register;
    private final DocumentReaders readers;
    private final Approvals approvals;
    private final Attachments attachments;
    private final ProjectNames projects;
    private final Staff staff;
    private final Sites sites;
    private final Departments departments;
    private final DocumentWords words;
    private final DocumentWorkbook workbook;
    private final Downloads downloads;
    private final Sentences sentences;

    DocumentsPage(
            Documents documents,
            DocumentRegister register,
            DocumentReaders readers,
            Approvals approvals,
            Attachments attachments,
            ProjectNames projects,
            Staff staff,
            Sites sites,
            Departments departments,
            DocumentWords words,
            DocumentWorkbook workbook,
            Downloads downloads,
            Sentences sentences) {
        this.documents = documents;
        this.register = register;
        this.readers = readers;
        this.approvals = approvals;
        this.attachments = attachments;
        this.projects = projects;
        this.staff = staff;
        this.sites = sites;
        this.departments = departments;
        this.words = words;
        this.workbook = workbook;
        this.downloads = downloads;
        this.sentences = sentences;
    }

    @GetMapping
    String list(
            @RequestParam(required = false) String kind,
            @RequestParam(required = false) VersionState state,
            @RequestParam(required = false) UUID project,
            @RequestParam(defaultValue = "0") int page,
            Principal person,
            Model model) {
        Set<String> readable = readers.kindsReadableBy(person.getName());
        Wanted wanted = new Wanted(
                kind == null || kind.isBlank() ? null : kind, state, project, Math.max(0, Math.min(page, 10_000)));
        model.addAttribute("found", register.list(readable, person.getName(), wanted));
        model.addAttribute("wanted", wanted);
        model.addAttribute("kinds", readable.stream().sorted().toList());
        model.addAttribute("states", VersionState.values());
        model.addAttribute("projects", openProjects(person));
        model.addAttribute("begins", begins(readable, person.getName()));
        model.addAttribute("words", words);
        return "approval/documents";
    }

    private List<ProjectNames.Project> openProjects(Principal person) {
        Set<UUID> closed = sites.closedTo(person.getName());
        return projects.all().stream()
                .filter(project -> !closed.contains(project.id()))
                .toList();
    }

    /** The kinds this person may begin a document of: those whose process, which is called the same, they may start. */
    private List<String> begins(Set<String> readable, String person) {
        Set<String> groups = staff.groupsOf(person);
        return departments.allGroups().stream()
                .filter(group -> groups.contains(group.id()))
                .flatMap(group -> group.starts().stream())
                .filter(readable::contains)
                .distinct()
                .sorted()
                .toList();
    }

    @GetMapping("/{id}")
    String document(
            @PathVariable UUID id,
            @RequestParam(required = false) Integer version,
            @RequestParam(required = false) Integer against,
            Principal person,
            Model model) {
        DocumentView document = readable(id, person);
        VersionView shown = version == null ? document.current() : version(document, version);
        VersionView other = against == null ? null : version(document, against);
        model.addAttribute("document", document);
        model.addAttribute("shown", shown);
        model.addAttribute("against", other);
        model.addAttribute(
                "changes", shown == null || other == null ? List.of() : documents.changes(shown.id(), other.id()));
        model.addAttribute("traces", traces(document, person));
        model.addAttribute(
                "opinions",
                document.revisions().stream()
                        .collect(Collectors.toMap(
                                Revision::version,
                                revision -> words.opinions(documents.version(id, revision.version())))));
        model.addAttribute("withdraws", mayWithdraw(document, person));
        model.addAttribute("copies", readers.mayCopy(document, person.getName()));
        model.addAttribute("words", words);
        return "approval/document";
    }

    /** Takes back what is before its approvers. The page is shown again, with what came of it. */
    @PostMapping("/{id}/withdraw")
    String withdraw(@PathVariable UUID id, Principal person, RedirectAttributes answer) {
        readable(id, person);
        WithdrawOutcome outcome = approvals.withdraw(id, person.getName());
        if (outcome instanceof Withdrawn withdrawn) {
            answer.addFlashAttribute("done", sentences.text("documents.withdrawn", withdrawn.version()));
        } else {
            answer.addFlashAttribute("problem", sentences.of((Refusal) outcome));
        }
        return "redirect:/documents/" + id;
    }

    @PostMapping("/{id}/copy")
    String copy(@PathVariable UUID id, Principal person, RedirectAttributes answer) {
        DocumentView document = readable(id, person);
        if (!readers.mayCopy(document, person.getName())) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        UUID copy = readers.kind(document).copy(id, person.getName());
        answer.addFlashAttribute(
                "done",
                sentences.text(
                        "documents.copied", document.no(), documents.view(copy).no()));
        return "redirect:/documents/" + copy;
    }

    /** The version as a workbook, with its control block and 修订记录. */
    @GetMapping("/{id}/export")
    String export(
            @PathVariable UUID id,
            @RequestParam(required = false) Integer version,
            Principal person,
            RedirectAttributes answer) {
        DocumentView document = readable(id, person);
        VersionView shown = version == null ? document.current() : version(document, version);
        if (shown == null) {
            throw notFound();
        }
        String said = sentences.text("documents.versionOf", document.no(), shown.version());
        String note = downloads.note(said, person.getName());
        return downloads.redirect(
                new Exports.Order(person.getName(), document.title(), said, BookFormat.XLSX),
                (out, counter) -> workbook.write(document, shown, note, out, counter),
                why -> answer.addFlashAttribute("problem", why),
                "/documents/" + id);
    }

    /** A file beside the document, to be kept and not shown: what somebody uploaded is never opened within our pages. */
    @GetMapping("/{id}/attachments/{attachmentId}")
    ResponseEntity<byte[]> attachment(@PathVariable UUID id, @PathVariable UUID attachmentId, Principal person) {
        readable(id, person);
        File file = attachments.read(id, attachmentId).orElseThrow(DocumentsPage::notFound);
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, file.mediaType())
                .header("X-Content-Type-Options", "nosniff")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(file.attachment().name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(file.bytes());
    }

    private DocumentView readable(UUID id, Principal person) {
        return readers.readable(id, person.getName()).orElseThrow(DocumentsPage::notFound);
    }

    private VersionView version(DocumentView document, int number) {
        return document.revisions().stream()
                .filter(revision -> revision.version() == number)
                .findFirst()
                .map(revision -> documents.version(document.id(), number))
                .orElseThrow(DocumentsPage::notFound);
    }

    /** What the kind tells of its origins, and the document it was copied from; links only where they lead somewhere for this reader. */
    private List<Trace> traces(DocumentView document, Principal person) {
        List<Trace> traces = new ArrayList<>(document.traces());
        if (document.copiedFrom() != null) {
            VersionView version = documents.versionView(document.copiedFrom());
            DocumentView original = documents.view(version.documentId());
            traces.add(new Trace(
                    sentences.text("documents.copiedFrom"),
                    sentences.text("documents.versionOf", original.no(), version.version()),
                    readers.mayRead(original, person.getName())
                            ? "/documents/%s?version=%d".formatted(original.id(), version.version())
                            : null));
        }
        return traces;
    }

    private static boolean mayWithdraw(DocumentView document, Principal person) {
        VersionView current = document.current();
        return current != null
                && current.state() == VersionState.SUBMITTED
                && person.getName().equals(current.submittedBy());
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}

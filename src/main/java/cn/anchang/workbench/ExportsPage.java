package cn.anchang.workbench;

import cn.anchang.organization.Sites;
import cn.anchang.organization.Staff;
import cn.anchang.shared.Sentences;
import cn.anchang.workbook.ExportJob;
import cn.anchang.workbook.ExportLine;
import cn.anchang.workbook.ExportRefused.ExportUnknown;
import cn.anchang.workbook.ExportState;
import cn.anchang.workbook.Exports;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.Principal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.core.io.FileSystemResource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page 导出: how far a workbook has come, the file when it is done, and who exported what. */
@Controller
@RequestMapping("/exports")
class ExportsPage {

    private static final Set<String> READS_LOG = Set.of(Staff.SITE_MANAGER, Staff.MANAGEMENT, Staff.IT_SUPPORT);

    private final Exports exports;
    private final Staff staff;
    private final Sites sites;
    private final Sentences sentences;

    ExportsPage(Exports exports, Staff staff, Sites sites, Sentences sentences) {
        this.exports = exports;
        this.staff = staff;
        this.sites = sites;
        this.sentences = sentences;
    }

    @GetMapping
    String list(Principal person, Model page) {
        boolean all = staff.isInAnyOf(person.getName(), READS_LOG);
        page.addAttribute("all", all);
        page.addAttribute("lines", all ? logOfColleagues(person) : exports.log(person.getName()));
        page.addAttribute("me", person.getName());
        page.addAttribute("staff", staff);
        page.addAttribute("words", sentences);
        return "workbench/exports";
    }

    /** Whoever answers for a site reads what was taken out by those who work on it too. */
    private List<ExportLine> logOfColleagues(Principal person) {
        List<ExportLine> lines = exports.log(null);
        Set<String> takers = lines.stream().map(ExportLine::by).collect(Collectors.toSet());
        Set<String> colleagues = Set.copyOf(sites.colleaguesAmong(takers, person.getName()));
        return lines.stream().filter(line -> colleagues.contains(line.by())).toList();
    }

    @GetMapping("/{id}")
    String job(@PathVariable UUID id, Principal person, Model page, RedirectAttributes next) {
        Optional<ExportJob> job = exports.job(id, person.getName());
        if (job.isEmpty()) {
            return unknown(next);
        }
        page.addAttribute("job", job.get());
        page.addAttribute("running", job.get().state() == ExportState.RUNNING);
        page.addAttribute("words", sentences);
        return "workbench/export";
    }

    @PostMapping("/{id}/cancel")
    String cancel(@PathVariable UUID id, Principal person) {
        exports.cancel(id, person.getName());
        return "redirect:/exports/" + id;
    }

    @GetMapping("/{id}/file")
    Object file(@PathVariable UUID id, Principal person, RedirectAttributes next) {
        Optional<ExportJob> job = exports.job(id, person.getName());
        Optional<Path> file = exports.file(id, person.getName());
        if (job.isEmpty() || file.isEmpty()) {
            return unknown(next);
        }
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(job.get().filename(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .contentType(MediaType.parseMediaType(job.get().format().mediaType()))
                .body(new FileSystemResource(file.get()));
    }

    private String unknown(RedirectAttributes next) {
        next.addFlashAttribute("problem", sentences.of(new ExportUnknown()));
        return "redirect:/exports";
    }
}

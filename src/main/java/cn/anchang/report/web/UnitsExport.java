package cn.anchang.report.web;

import cn.anchang.inventory.ProjectView;
import cn.anchang.inventory.UnitCatalogue;
import cn.anchang.organization.Sites;
import cn.anchang.organization.Staff;
import cn.anchang.report.UnitsWorkbook;
import cn.anchang.shared.Address;
import cn.anchang.shared.Sentences;
import cn.anchang.workbook.BookFormat;
import cn.anchang.workbook.Downloads;
import cn.anchang.workbook.Exports;
import java.security.Principal;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The units of the page 房源 as a workbook; who holds one is for the site manager, as on the page. */
@Controller
class UnitsExport {

    private final UnitsWorkbook workbook;
    private final UnitCatalogue catalogue;
    private final Downloads downloads;
    private final Staff staff;
    private final Sites sites;
    private final Sentences sentences;

    UnitsExport(
            UnitsWorkbook workbook,
            UnitCatalogue catalogue,
            Downloads downloads,
            Staff staff,
            Sites sites,
            Sentences sentences) {
        this.workbook = workbook;
        this.catalogue = catalogue;
        this.downloads = downloads;
        this.staff = staff;
        this.sites = sites;
        this.sentences = sentences;
    }

    @GetMapping("/units/export")
    String export(
            @RequestParam UUID project,
            @RequestParam(name = "building", defaultValue = "") String asked,
            Principal person,
            RedirectAttributes next) {
        String wanted = asked.isBlank() ? null : asked;
        ProjectView chosen = catalogue
                .projectFor(project, person.getName())
                .filter(one -> wanted == null || one.buildings().contains(wanted))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        boolean holders = staff.isSiteManager(person.getName());
        String said = downloads.said(chosen.name(), wanted);
        String note = downloads.note(said, person.getName());
        return downloads.redirect(
                new Exports.Order(
                        person.getName(), sentences.text("units.title", chosen.name()), said, BookFormat.XLSX),
                (out, counter) -> workbook.write(chosen, wanted, holders, note, out, counter),
                why -> next.addFlashAttribute("problem", why),
                Address.of("/units")
                        .with("project", project)
                        .with("building", wanted)
                        .toString());
    }
}

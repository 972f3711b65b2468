package cn.anchang.report.web;

import cn.anchang.inventory.ProjectView;
import cn.anchang.inventory.UnitCatalogue;
import cn.anchang.organization.Staff;
import cn.anchang.report.UnitsWorkbook;
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
    private final Sentences sentences;

    UnitsExport(
            UnitsWorkbook workbook, UnitCatalogue catalogue, Downloads downloads, Staff staff, Sentences sentences) {
        this.workbook = workbook;
        this.catalogue = catalogue;
        this.downloads = downloads;
        this.staff = staff;
        this.sentences = sentences;
    }

    @GetMapping("/units/export")
    String export(
            @RequestParam UUID project,
            @RequestParam(required = false) String building,
            Principal person,
            RedirectAttributes next) {
        ProjectView chosen = catalogue
                .project(project)
                .filter(one -> building == null || one.buildings().contains(building))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        boolean holders = staff.isSiteManager(person.getName());
        String said = downloads.said(chosen.name(), building);
        String note = downloads.note(said, person.getName());
        return downloads.redirect(
                new Exports.Order(
                        person.getName(), sentences.text("units.title", chosen.name()), said, BookFormat.XLSX),
                (out, counter) -> workbook.write(chosen, building, holders, note, out, counter),
                why -> next.addFlashAttribute("problem", why),
                "/units");
    }
}

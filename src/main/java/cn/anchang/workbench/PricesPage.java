package cn.anchang.workbench;

import cn.anchang.inventory.PriceBook;
import cn.anchang.inventory.PriceBook.PriceTable;
import cn.anchang.organization.Staff;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** Gives out every price of a price list as a workbook, to those who may read the document it belongs to. */
@Controller
class PricesPage {

    private static final String SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final PriceBook prices;
    private final Staff staff;

    PricesPage(PriceBook prices, Staff staff) {
        this.prices = prices;
        this.staff = staff;
    }

    @GetMapping("/prices/{list}")
    ResponseEntity<byte[]> table(@PathVariable UUID list, Principal person) {
        if (!prices.isReadableBy(staff.groupsOf(person.getName()))) {
            throw new AccessDeniedException("Not a reader of price lists");
        }
        PriceTable table = prices.table(list, person.getName())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, SPREADSHEET)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(table.filename(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(table.content());
    }
}

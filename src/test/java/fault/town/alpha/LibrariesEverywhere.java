package fault.town.alpha;

import com.deepoove.poi.XWPFTemplate;
import org.apache.poi.ss.usermodel.Workbook;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.web.bind.annotation.GetMapping;

/** Knows every library that has a home elsewhere. */
class LibrariesEverywhere {

    Workbook workbook;
    XWPFTemplate template;
    RuntimeService engine;
    JavaMailSender mail;

    @GetMapping
    void page() {
        // only its annotation matters
    }
}

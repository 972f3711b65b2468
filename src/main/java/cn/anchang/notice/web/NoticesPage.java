package cn.anchang.notice.web;

import cn.anchang.notice.NoticeChoices;
import cn.anchang.notice.Occasion;
import cn.anchang.notice.Occasion.Choice;
import cn.anchang.notice.StaffNotices;
import cn.anchang.organization.Staff;
import cn.anchang.shared.Sentences;
import java.security.Principal;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page 提醒: what the person was told, each leading to where something can be done about it, and where to be told of what. */
@Controller
@RequestMapping("/notices")
class NoticesPage {

    private static final int LAST_PAGE = 10_000;

    private final StaffNotices notices;
    private final NoticeChoices choices;
    private final Staff staff;
    private final Sentences sentences;

    NoticesPage(StaffNotices notices, NoticeChoices choices, Staff staff, Sentences sentences) {
        this.notices = notices;
        this.choices = choices;
        this.staff = staff;
        this.sentences = sentences;
    }

    @GetMapping
    String list(@RequestParam(required = false) String page, Principal person, Model model) {
        int number = page != null && page.matches("\\d{1,5}") ? Math.min(Integer.parseInt(page), LAST_PAGE) : 0;
        model.addAttribute("found", notices.list(person.getName(), number));
        model.addAttribute("unread", notices.unread(person.getName()));
        model.addAttribute("number", number);
        model.addAttribute("words", sentences);
        return "notice/notices";
    }

    /** The bell as it stands now; every page asks for it from time to time. */
    @GetMapping("/bell")
    String bell(Principal person, Model model) {
        model.addAttribute("unread", notices.unread(person.getName()));
        return "notice/bell :: bell";
    }

    /** Whoever follows a notice has read it. */
    @GetMapping("/{id}")
    String open(@PathVariable UUID id, Principal person, RedirectAttributes next) {
        StaffNotices.Way way =
                notices.open(person.getName(), id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        if (way.link() == null) {
            next.addFlashAttribute("said", sentences.text("notices.over"));
            return "redirect:/notices";
        }
        return "redirect:" + way.link();
    }

    @PostMapping("/read")
    String readAll(Principal person, RedirectAttributes next) {
        next.addFlashAttribute("said", sentences.text("notices.allRead", notices.readAll(person.getName())));
        return "redirect:/notices";
    }

    @GetMapping("/settings")
    String settings(Principal person, Model model) {
        model.addAttribute("choices", choices.of(person.getName()));
        model.addAttribute("address", staff.mail(person.getName()).orElse(null));
        model.addAttribute("words", sentences);
        return "notice/settings";
    }

    /** Only what the page showed is chosen: fields {@code shown-}, {@code page-} and {@code mail-} with the occasion's name. */
    @PostMapping("/settings")
    String choose(@RequestParam Map<String, String> sent, Principal person, RedirectAttributes next) {
        Map<Occasion, Choice> wanted = new EnumMap<>(Occasion.class);
        for (Occasion occasion : Occasion.values()) {
            if (sent.containsKey("shown-" + occasion)) {
                wanted.put(
                        occasion,
                        new Choice(sent.containsKey("page-" + occasion), sent.containsKey("mail-" + occasion)));
            }
        }
        choices.choose(person.getName(), wanted);
        next.addFlashAttribute("said", sentences.text(wanted.isEmpty() ? "notices.nothingChosen" : "notices.chosen"));
        return "redirect:/notices/settings";
    }
}

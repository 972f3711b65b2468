package cn.anchang.organization.web;

import java.security.Principal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The one sign-in page; who is signed in already has no business there. */
@Controller
class LoginPage {

    @GetMapping("/login")
    String signIn(
            Principal person,
            @RequestParam(required = false) String failed,
            @RequestParam(required = false) String out,
            @RequestParam(required = false) String expired,
            @RequestParam(defaultValue = "") String back,
            Model page) {
        if (person != null) {
            return "redirect:/";
        }
        page.addAttribute("failed", failed != null);
        page.addAttribute("out", out != null);
        page.addAttribute("expired", expired != null);
        page.addAttribute("back", back);
        return "login";
    }
}

package cn.anchang.workbench;

import java.util.Map;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Gives the forms in Tasklist the token our own interface wants with everything that changes something. */
@RestController
class CsrfApi {

    @GetMapping("/api/csrf")
    Map<String, String> token(CsrfToken token) {
        return Map.of("header", token.getHeaderName(), "token", token.getToken());
    }
}

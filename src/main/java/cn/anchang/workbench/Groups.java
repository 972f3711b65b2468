package cn.anchang.workbench;

import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;

/** Reads the groups of the person signed in from what sign-in granted: {@code ROLE_<group>}. */
final class Groups {

    private Groups() {}

    static Set<String> of(Authentication person) {
        return person == null
                ? Set.of()
                : person.getAuthorities().stream()
                        .map(GrantedAuthority::getAuthority)
                        .filter(authority -> authority.startsWith("ROLE_"))
                        .map(authority -> authority.substring("ROLE_".length()))
                        .collect(Collectors.toSet());
    }
}

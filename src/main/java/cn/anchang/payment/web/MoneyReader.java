package cn.anchang.payment.web;

import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.web.server.ResponseStatusException;

/** Who looks at the money: finance acts (R33), site manager and management read, everybody else is turned away. */
record MoneyReader(String userId, boolean acts) {

    private static final Set<String> READERS = Set.of("ROLE_finance", "ROLE_site-manager", "ROLE_management");

    static MoneyReader of(Authentication person) {
        Set<String> roles = person.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .collect(Collectors.toSet());
        if (roles.stream().noneMatch(READERS::contains)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return new MoneyReader(person.getName(), roles.contains("ROLE_finance"));
    }

    static MoneyReader whoActs(Authentication person) {
        MoneyReader reader = of(person);
        if (!reader.acts()) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return reader;
    }
}

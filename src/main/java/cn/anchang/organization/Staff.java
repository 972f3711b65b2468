package cn.anchang.organization;

import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.IdentityServiceImpl;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The people who work here, what they are called and which groups they belong to. Asked by the system, whoever is signed in. */
@Component
public class Staff {

    public static final String SALES = "sales";
    public static final String SITE_MANAGER = "site-manager";
    public static final String FINANCE = "finance";
    public static final String MANAGEMENT = "management";
    public static final String MARKETING = "marketing";
    public static final String MARKETING_DIRECTOR = "marketing-director";
    public static final String MARKETING_ADMIN = "marketing-admin";
    public static final String DESIGN = "design";
    public static final String ENGINEERING = "engineering";
    public static final String CUSTOMER_SERVICE = "customer-service";
    public static final String IT_SUPPORT = "it-support";

    private static final int MANY = 5_000;

    /** A name that was asked for, and until when it is told again without asking. */
    private record Known(String name, long until) {}

    private final IdentityService identity;
    private final Departments departments;
    private final Map<String, Known> names = new ConcurrentHashMap<>();
    private final long namesKeptNanos;

    /** @param namesKept a list says the same names in many lines: how long somebody may still be called as before */
    Staff(
            IdentityService identity,
            Departments departments,
            Rights established,
            @Value("${anchang.pages.dear-answers}") Duration namesKept) {
        this.identity = identity;
        this.departments = departments;
        this.namesKeptNanos = namesKept.toNanos();
    }

    public boolean exists(String userId) {
        return userId != null && find(userId).isPresent();
    }

    /** 陈晓 for chen.xiao; the id itself for somebody who is gone. */
    public String displayName(String userId) {
        if (userId == null || namesKeptNanos <= 0) {
            return nameFound(userId);
        }
        long now = System.nanoTime();
        Known known = names.get(userId);
        if (known == null || known.until() - now < 0) {
            known = new Known(nameFound(userId), now + namesKeptNanos);
            if (names.size() >= MANY) {
                names.clear();
            }
            names.put(userId, known);
        }
        return known.name();
    }

    private String nameFound(String userId) {
        return find(userId).map(Staff::nameOf).orElse(userId);
    }

    /** Of many at once, by their ids; who is not known is called by the id. */
    public Map<String, String> displayNames(Set<String> userIds) {
        if (userIds.isEmpty()) {
            return Map.of();
        }
        Map<String, String> names = new HashMap<>();
        userIds.forEach(id -> names.put(id, id));
        asTheSystem(() -> identity.createUserQuery()
                        .userIdIn(userIds.toArray(String[]::new))
                        .list())
                .forEach(user -> names.put(user.getId(), nameOf(user)));
        return names;
    }

    public Optional<String> mail(String userId) {
        return find(userId).map(User::getEmail).filter(mail -> !mail.isBlank());
    }

    public Set<String> groupsOf(String userId) {
        return asTheSystem(() -> identity.createGroupQuery().groupMember(userId).list()).stream()
                .map(Group::getId)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** What the person is called at work: 置业顾问; one for each group. */
    public List<String> postsOf(String userId) {
        Set<String> groups = groupsOf(userId);
        return departments.allGroups().stream()
                .filter(group -> groups.contains(group.id()))
                .map(Departments.StaffGroup::post)
                .toList();
    }

    /** Their ids, in order. */
    public List<String> membersOf(String groupId) {
        return asTheSystem(() -> identity.createUserQuery()
                        .memberOfGroup(groupId)
                        .orderByUserId()
                        .asc()
                        .list())
                .stream()
                .map(User::getId)
                .toList();
    }

    public boolean isMember(String userId, String groupId) {
        return groupsOf(userId).contains(groupId);
    }

    /** Asked anew each time, so that whoever leaves a group loses its pages at once and not with the next sign-in. */
    public boolean isInAnyOf(String userId, Set<String> groupIds) {
        return !Collections.disjoint(groupsOf(userId), groupIds);
    }

    /** Those who alone confirm money (R33). */
    public boolean isFinance(String userId) {
        return isMember(userId, FINANCE);
    }

    public boolean isSiteManager(String userId) {
        return isMember(userId, SITE_MANAGER);
    }

    public boolean isConsultant(String userId) {
        return isMember(userId, SALES);
    }

    /**
     * Enters a new member of staff; somebody already known is left as they are.
     *
     * @param password not held to the password policy, which is for people who choose one
     */
    public void enrol(String userId, String name, String mail, String password, String... groupIds) {
        if (exists(userId)) {
            return;
        }
        asTheSystem(() -> {
            User user = identity.newUser(userId);
            user.setFirstName(name);
            user.setLastName("");
            user.setEmail(mail);
            user.setPassword(password);
            ((IdentityServiceImpl) identity).saveUser(user, true);
            for (String groupId : groupIds) {
                identity.createMembership(userId, groupId);
            }
            return user;
        });
    }

    private Optional<User> find(String userId) {
        return Optional.ofNullable(
                asTheSystem(() -> identity.createUserQuery().userId(userId).singleResult()));
    }

    /** Chinese names without a gap, family name first; the sample and the administrator keep the whole name in one field. */
    private static String nameOf(User user) {
        String given = user.getFirstName() == null ? "" : user.getFirstName().strip();
        String family = user.getLastName() == null ? "" : user.getLastName().strip();
        boolean chinese = (family + given).codePoints().anyMatch(Character::isIdeographic);
        String name = chinese
                ? family + given
                : Stream.of(given, family).filter(part -> !part.isEmpty()).collect(Collectors.joining(" "));
        return name.isEmpty() ? user.getId() : name;
    }

    <T> T asTheSystem(Supplier<T> question) {
        Authentication person = identity.getCurrentAuthentication();
        identity.clearAuthentication();
        try {
            return question.get();
        } finally {
            if (person != null) {
                identity.setAuthentication(person);
            }
        }
    }
}

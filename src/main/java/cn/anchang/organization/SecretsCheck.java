package cn.anchang.organization;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Profiles;
import org.springframework.util.ClassUtils;

/**
 * Outside the sample, refuses to start while a secret is missing, weak or one of those everybody tries first, and says which. Looked at
 * before anything is opened.
 */
class SecretsCheck implements EnvironmentPostProcessor, Ordered {

    private static final Set<String> TRIED_FIRST = Set.of(
            "admin",
            "administrator",
            "anchang",
            "camunda",
            "changeme",
            "change-me",
            "demo",
            "password",
            "passw0rd",
            "postgres",
            "qwerty",
            "root",
            "sample",
            "secret",
            "test",
            "c2FtcGxlLWtleS1vZi10aGUtZmlyc3QtcnVuLW9ubHk=",
            "12345678",
            "123456789",
            "1234567890");

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (isTheFirstRun(environment)) {
            return;
        }
        List<String> wrong = new ArrayList<>();
        String user = value(environment, "anchang.admin.user");
        present(wrong, "ANCHANG_ADMIN_USER", user);
        secret(wrong, "ANCHANG_ADMIN_PASSWORD", value(environment, "anchang.admin.password"), 12, user);
        key(wrong, "ANCHANG_SECRET_KEY", value(environment, "anchang.secret-key"));
        present(wrong, "ANCHANG_DB_URL", value(environment, "spring.datasource.url"));
        String databaseUser = value(environment, "spring.datasource.username");
        present(wrong, "ANCHANG_DB_USER", databaseUser);
        secret(wrong, "ANCHANG_DB_PASSWORD", value(environment, "spring.datasource.password"), 12, databaseUser);
        if (!wrong.isEmpty()) {
            throw new SecretsMissing(wrong);
        }
    }

    /** The profile alone does not open the door: the production jar carries no sample, and production is production. */
    private static boolean isTheFirstRun(ConfigurableEnvironment environment) {
        return environment.acceptsProfiles(Profiles.of("(sample | test) & !prod"))
                && ClassUtils.isPresent("cn.anchang.sample.SampleProject", null);
    }

    private static String value(ConfigurableEnvironment environment, String property) {
        String value = environment.getProperty(property, "");
        return value.strip();
    }

    private static void present(List<String> wrong, String name, String value) {
        if (value.isEmpty()) {
            wrong.add(name + " is missing");
        }
    }

    /** Encrypts personal data at rest (R35), so it is made by a machine and not thought up. */
    private static void key(List<String> wrong, String name, String value) {
        int before = wrong.size();
        secret(wrong, name, value, 32, "");
        if (wrong.size() == before && !isKey(value)) {
            wrong.add(name + " is not 32 random bytes in Base64, as `openssl rand -base64 32` makes them");
        }
    }

    private static boolean isKey(String value) {
        try {
            return Base64.getDecoder().decode(value).length == 32;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static void secret(List<String> wrong, String name, String value, int length, String user) {
        if (value.isEmpty()) {
            wrong.add(name + " is missing");
        } else if (TRIED_FIRST.stream().anyMatch(value::equalsIgnoreCase) || value.equalsIgnoreCase(user)) {
            wrong.add(name + " is a default that everybody tries first");
        } else if (value.length() < length) {
            wrong.add(name + " is weak: fewer than " + length + " characters");
        } else if (value.chars().distinct().count() < 6) {
            wrong.add(name + " is weak: hardly any different characters");
        }
    }
}

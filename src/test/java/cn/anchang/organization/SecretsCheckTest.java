package cn.anchang.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.anchang.AnchangApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mock.env.MockEnvironment;

@ExtendWith(OutputCaptureExtension.class)
class SecretsCheckTest {

    private final MockEnvironment environment = new MockEnvironment()
            .withProperty("anchang.admin.user", "root.admin")
            .withProperty("anchang.admin.password", "Qn7-pale-river-41")
            .withProperty("anchang.secret-key", "Ey/pYtOj7bsmGYXHvto0Jj/RdjF0Fg3vMpOVuBWskLA=")
            .withProperty("spring.datasource.url", "jdbc:postgresql://db/anchang")
            .withProperty("spring.datasource.username", "anchang")
            .withProperty("spring.datasource.password", "b8Kw-two-lamps-55");

    @Test
    void startsWithItsSecrets() {
        assertThatCode(this::check).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "anchang.admin.user, '', ANCHANG_ADMIN_USER is missing",
        "anchang.admin.password, '', ANCHANG_ADMIN_PASSWORD is missing",
        "anchang.admin.password, changeme, ANCHANG_ADMIN_PASSWORD is a default",
        "anchang.admin.password, root.admin, ANCHANG_ADMIN_PASSWORD is a default",
        "anchang.admin.password, short-9, ANCHANG_ADMIN_PASSWORD is weak",
        "anchang.admin.password, aaaaaaaaaaaaaaaa, ANCHANG_ADMIN_PASSWORD is weak",
        "anchang.secret-key, '', ANCHANG_SECRET_KEY is missing",
        "anchang.secret-key, tooShortForAKey, ANCHANG_SECRET_KEY is weak",
        "anchang.secret-key, a long sentence is no key although it is long, ANCHANG_SECRET_KEY is not 32 random bytes",
        "anchang.secret-key, c2FtcGxlLWtleS1vZi10aGUtZmlyc3QtcnVuLW9ubHk=, ANCHANG_SECRET_KEY is a default",
        "spring.datasource.url, '', ANCHANG_DB_URL is missing",
        "spring.datasource.password, '', ANCHANG_DB_PASSWORD is missing",
        "spring.datasource.password, postgres, ANCHANG_DB_PASSWORD is a default",
    })
    void refusesToStartAndSaysWhichSecretIsWrong(String property, String value, String said) {
        environment.setProperty(property, value);

        assertThatThrownBy(this::check).isInstanceOf(SecretsMissing.class).hasMessageContaining(said);
    }

    @Test
    void neverRepeatsASecret() {
        environment.setProperty("anchang.admin.password", "my-secret-9");

        assertThatThrownBy(this::check).message().doesNotContain("my-secret-9");
    }

    @Test
    void theFirstRunNeedsNone() {
        MockEnvironment sample = new MockEnvironment();
        sample.setActiveProfiles("sample");

        assertThatCode(() -> new SecretsCheck().postProcessEnvironment(sample, null))
                .doesNotThrowAnyException();
    }

    @Test
    void theApplicationItselfStopsBeforeItOpensAnything(CapturedOutput output) {
        assertThatThrownBy(() ->
                        new SpringApplicationBuilder(AnchangApplication.class).run("--spring.profiles.active=prod"))
                .isInstanceOf(SecretsMissing.class);

        assertThat(output.getAll())
                .contains("APPLICATION FAILED TO START")
                .contains("ANCHANG_ADMIN_PASSWORD is missing", "ANCHANG_SECRET_KEY is missing")
                .contains("ANCHANG_DB_PASSWORD is missing")
                .doesNotContain("\tat cn.anchang", "Hikari");
    }

    private void check() {
        new SecretsCheck().postProcessEnvironment(environment, null);
    }
}

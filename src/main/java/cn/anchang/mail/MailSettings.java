package cn.anchang.mail;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How letters leave.
 *
 * @param host mail server; blank means none, and letters wait
 * @param from the sender's address on every letter
 * @param timeout how long the server may take for one answer
 * @param firstPause how long a letter waits after its first vain attempt; each further pause is twice as long
 * @param longestPause the longest such pause
 * @param connections how many connections carry letters at once, when there are many
 * @param bundle how many letters a worker takes at a time: so many are sent once more when it dies between sending and noting it
 */
@ConfigurationProperties("anchang.mail")
@Validated
public record MailSettings(
        String host,
        @Min(1) @Max(65535) int port,
        String user,
        String password,
        boolean startTls,
        @NotBlank @Email String from,
        @NotNull @DurationMin(seconds = 1) Duration timeout,
        @NotNull @DurationMin(seconds = 1) Duration firstPause,
        @NotNull @DurationMin(seconds = 1) Duration longestPause,
        @Min(1) @Max(20) int connections,
        @Min(1) @Max(200) int bundle) {

    MailServer server() {
        return new MailServer(host, port, user, password, startTls);
    }
}

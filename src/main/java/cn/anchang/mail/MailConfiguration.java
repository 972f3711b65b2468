package cn.anchang.mail;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The configured server; another one may be put in its place, as the first run does with its catcher. */
@Configuration
class MailConfiguration {

    @Bean
    MailServer configuredMailServer(MailSettings settings) {
        return settings.server();
    }
}

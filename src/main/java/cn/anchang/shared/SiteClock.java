package cn.anchang.shared;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one clock everybody reads, in the site's time zone. */
@Configuration
class SiteClock {

    @Bean
    Clock clock(Site site) {
        return Clock.system(site.timeZone());
    }
}

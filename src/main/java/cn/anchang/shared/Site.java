package cn.anchang.shared;

import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The sales site this application runs for.
 *
 * @param company the developer's name, as it stands on papers and letters
 * @param timeZone the zone in which days begin and deadlines are read
 */
@ConfigurationProperties("anchang.site")
public record Site(String company, ZoneId timeZone) {}

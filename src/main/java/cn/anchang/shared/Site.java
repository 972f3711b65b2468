package cn.anchang.shared;

import java.net.URI;
import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.ConstructorBinding;

/**
 * The sales site this application runs for.
 *
 * @param company the developer's name, as it stands on papers and letters
 * @param timeZone the zone in which days begin and deadlines are read
 * @param address where people reach the application, the beginning of every link in a letter
 */
@ConfigurationProperties("anchang.site")
public record Site(String company, ZoneId timeZone, URI address) {

    @ConstructorBinding
    public Site {}

    /** A site whose letters lead to this machine alone. */
    public Site(String company, ZoneId timeZone) {
        this(company, timeZone, URI.create("http://localhost:8080"));
    }

    /** The whole address of a page, for readers outside the application. */
    public String link(String path) {
        return address.resolve(path).toString();
    }
}

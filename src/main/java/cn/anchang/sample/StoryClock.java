package cn.anchang.sample;

import cn.anchang.shared.Site;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.joda.time.DateTimeUtils;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Primary;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * The clock of the sample: whoever tells the story is at the story's moment, and so is the engine as long as that thread asks it.
 * Every other thread keeps the real time, so that people may come in while the story is still told.
 */
@Component
@Primary
@Profile("sample")
@ConditionalOnProperty("anchang.sample.story")
class StoryClock extends Clock {

    private final ZoneId zone;
    private final ThreadLocal<Duration> ago;

    @Autowired
    StoryClock(Site site) {
        this(site.timeZone(), ThreadLocal.withInitial(() -> Duration.ZERO));
    }

    private StoryClock(ZoneId zone, ThreadLocal<Duration> ago) {
        this.zone = zone;
        this.ago = ago;
    }

    /** From now on this thread is at that moment, and time passes from there; never backwards. */
    void moveTo(Instant moment) {
        DateTimeUtils.setCurrentMillisProvider(this::millis);
        if (ago.get().isZero() || moment.isAfter(instant())) {
            ago.set(Duration.between(moment, Clock.systemUTC().instant()));
        }
    }

    /** This thread is back in the present. */
    void backToNow() {
        ago.remove();
    }

    @Override
    public Instant instant() {
        return Clock.systemUTC().instant().minus(ago.get());
    }

    @Override
    public long millis() {
        return instant().toEpochMilli();
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new StoryClock(other, ago);
    }
}

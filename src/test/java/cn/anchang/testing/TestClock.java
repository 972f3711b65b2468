package cn.anchang.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/** The one control that moves the domain's clock and the engine's together. Stands still between moves. */
public class TestClock extends Clock {

    private final ZoneId zone;
    private volatile Instant now;

    public TestClock(ZoneId zone) {
        this.zone = zone;
        moveTo(Instant.now().truncatedTo(ChronoUnit.SECONDS));
    }

    public void moveTo(Instant moment) {
        now = moment;
        ClockUtil.setCurrentTime(Date.from(moment));
    }

    public void forward(Duration duration) {
        moveTo(now.plus(duration));
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return Clock.fixed(now, other);
    }
}

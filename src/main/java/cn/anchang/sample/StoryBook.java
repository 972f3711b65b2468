package cn.anchang.sample;

import java.time.Instant;
import java.util.Optional;
import org.camunda.bpm.engine.ManagementService;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** How far the story has been told, kept among the engine's properties: a start that was killed half way is continued by the next. */
@Component
@Profile("sample")
class StoryBook {

    private static final String PROPERTY = "anchang.sample.story";
    private static final String BETWEEN = "/";

    private final ManagementService management;

    StoryBook(ManagementService management) {
        this.management = management;
    }

    /**
     * @param begin its first moment
     * @param end the moment it leads up to
     * @param told what lies before is told
     */
    record Progress(Instant begin, Instant end, Instant told) {

        boolean isOver() {
            return !told.isBefore(end);
        }
    }

    Optional<Progress> progress() {
        return Optional.ofNullable(management.getProperties().get(PROPERTY)).map(kept -> {
            String[] moments = kept.split(BETWEEN);
            return new Progress(Instant.parse(moments[0]), Instant.parse(moments[1]), Instant.parse(moments[2]));
        });
    }

    void keep(Progress progress) {
        management.setProperty(
                PROPERTY,
                String.join(
                        BETWEEN,
                        progress.begin().toString(),
                        progress.end().toString(),
                        progress.told().toString()));
    }
}

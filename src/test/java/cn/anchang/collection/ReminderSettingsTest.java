package cn.anchang.collection;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anchang.collection.ReminderSettings.PayTo;
import java.time.LocalTime;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** R16: which level has come, however long nobody looked. */
class ReminderSettingsTest {

    private final ReminderSettings settings = new ReminderSettings(
            List.of(7, -7, 0, 1, -3),
            15,
            LocalTime.of(9, 0),
            LocalTime.of(9, 0),
            LocalTime.of(18, 0),
            200,
            "0571",
            new PayTo("a", "b", "c"));

    @ParameterizedTest
    @CsvSource({"-7,-7", "-6,-7", "-4,-7", "-3,-3", "-1,-3", "0,0", "1,1", "2,1", "6,1", "7,7", "14,7"})
    void theLatestLevelThatHasCome(long days, int level) {
        assertThat(settings.levelAt(days)).isEqualTo(OptionalInt.of(level));
    }

    @Test
    void noneBeforeTheFirstAndNoneOnceAPersonHasTakenOver() {
        assertThat(settings.levelAt(-8)).isEmpty();
        assertThat(settings.levelAt(15)).isEmpty();
        assertThat(settings.levelAt(400)).isEmpty();
    }
}

package cn.anchang.workbook;

import cn.anchang.organization.Staff;
import cn.anchang.shared.Sentences;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** How a page hands out a workbook: a short one at once, a long one on a page that shows how far it is. */
@Component
public class Downloads {

    private static final Duration AT_ONCE = Duration.ofSeconds(3);

    private final Exports exports;
    private final Staff staff;
    private final Sentences sentences;
    private final Clock clock;

    Downloads(Exports exports, Staff staff, Sentences sentences, Clock clock) {
        this.exports = exports;
        this.staff = staff;
        this.sentences = sentences;
        this.clock = clock;
    }

    /** What the rows are filtered by, in words; null for what is not asked. */
    public String said(String... parts) {
        String said = Arrays.stream(parts).filter(Objects::nonNull).collect(Collectors.joining("，"));
        return said.isEmpty() ? sentences.text("export.asked.all") : said;
    }

    /** The line below a workbook's title. */
    public String note(String said, String userId) {
        return sentences.text("export.note", said, staff.displayName(userId), sentences.dated(clock.instant()));
    }

    /**
     * Where the person goes next: to the file, to the page of the export, or back.
     *
     * @param problem told in Chinese why there is no export
     */
    public String redirect(Exports.Order order, Exports.Content content, Consumer<String> problem, String back) {
        ExportOutcome outcome = exports.start(order, content);
        if (outcome instanceof ExportOutcome.Refused refused) {
            problem.accept(sentences.of(refused.why()));
            return "redirect:" + back;
        }
        ExportJob begun = ((ExportOutcome.Begun) outcome).job();
        ExportState state = exports.await(begun.id(), order.userId(), AT_ONCE)
                .map(ExportJob::state)
                .orElse(ExportState.FAILED);
        return "redirect:/exports/" + begun.id() + (state == ExportState.READY ? "/file" : "");
    }
}

package cn.anchang.shared;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.context.NoSuchMessageException;
import org.springframework.stereotype.Component;

/** What people read, from the message bundles: refusals, names of enum values, single texts. */
@Component
public class Sentences {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日");
    private static final DateTimeFormatter DATED = DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("M月d日 HH:mm");

    private final MessageSource messages;
    private final ZoneId zone;

    public Sentences(MessageSource messages, Site site) {
        this.messages = messages;
        this.zone = site.timeZone();
    }

    /** @throws NoSuchMessageException when the bundle lacks the sentence */
    public String of(Refusal refusal) {
        return text(keyOf(refusal.getClass()), arguments(refusal));
    }

    public static String keyOf(Class<? extends Refusal> refusal) {
        String module = refusal.getPackageName().replaceFirst("^cn\\.anchang\\.([^.]+).*$", "$1");
        return "refusal." + module + "." + refusal.getSimpleName();
    }

    /** @throws NoSuchMessageException when the bundle lacks the text */
    public String text(String key, Object... arguments) {
        return messages.getMessage(
                key, Arrays.stream(arguments).map(this::shown).toArray(), Locale.SIMPLIFIED_CHINESE);
    }

    /** The Chinese name of an enum value, from {@code <EnumName>.<VALUE>}. */
    public String name(Enum<?> value) {
        return text(value.getDeclaringClass().getSimpleName() + "." + value.name());
    }

    /** A moment with its year, for what is read long afterwards. */
    public String dated(Instant moment) {
        return moment == null ? "" : DATED.format(moment.atZone(zone));
    }

    /** An argument as a person reads it: money with separators, moments in the site's time zone, a refusal as its own sentence. */
    public String shown(Object value) {
        if (value instanceof Money money) {
            return money.formatted();
        } else if (value instanceof Instant instant) {
            return MOMENT.format(instant.atZone(zone));
        } else if (value instanceof LocalDate day) {
            return DAY.format(day);
        } else if (value instanceof Enum<?> constant) {
            return name(constant);
        } else if (value instanceof BigDecimal number) {
            return number.toPlainString();
        } else if (value instanceof Refusal reason) {
            return of(reason);
        } else if (value instanceof Collection<?> several) {
            return several.stream().map(this::shown).collect(Collectors.joining("、"));
        }
        return value == null ? "" : value.toString();
    }

    private static Object[] arguments(Refusal refusal) {
        RecordComponent[] components = refusal.getClass().getRecordComponents();
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            try {
                components[i].getAccessor().setAccessible(true);
                values[i] = components[i].getAccessor().invoke(refusal);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
        return values;
    }
}

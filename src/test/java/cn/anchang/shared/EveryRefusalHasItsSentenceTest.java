package cn.anchang.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.context.NoSuchMessageException;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.ClassPathResource;

/** Whatever no the house can say, a person reads it in Chinese. */
class EveryRefusalHasItsSentenceTest {

    private static final Sentences SENTENCES = sentences();

    /** A no that nobody wrote a sentence for. */
    record Unspoken() implements Refusal {}

    static Stream<Class<?>> refusals() {
        return new ClassFileImporter()
                .withImportOption(new DoNotIncludeTests()).importPackages("cn.anchang").stream()
                        .filter(found -> found.isAssignableTo(Refusal.class) && found.isRecord())
                        .map(JavaClass::reflect);
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void itIsSaidInChinese(Class<?> refusal) throws ReflectiveOperationException {
        assertThat(SENTENCES.of(sample(refusal)))
                .matches("(?s).*[\\u4e00-\\u9fff].*[\\u4e00-\\u9fff].*[\\u4e00-\\u9fff].*")
                .doesNotContain("{", "}", "null");
    }

    @Test
    void thereAreRefusalsOfManyModules() {
        assertThat(refusals().map(Class::getPackageName).distinct().count()).isGreaterThan(4);
    }

    @Test
    void aRefusalWithoutASentenceIsNoticed() {
        assertThatThrownBy(() -> SENTENCES.of(new Unspoken())).isInstanceOf(NoSuchMessageException.class);
    }

    private static Refusal sample(Class<?> refusal) throws ReflectiveOperationException {
        RecordComponent[] components = refusal.getRecordComponents();
        Constructor<?> maker = refusal.getDeclaredConstructor(
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
        maker.setAccessible(true);
        List<Object> values = new ArrayList<>();
        for (RecordComponent component : components) {
            values.add(sampleOf(component.getType(), component.getGenericType()));
        }
        return (Refusal) maker.newInstance(values.toArray());
    }

    private static Object sampleOf(Class<?> type, Type generic) throws ReflectiveOperationException {
        if (type == String.class || type == Object.class) {
            return "某某";
        } else if (type == int.class || type == Integer.class) {
            return 3;
        } else if (type == long.class || type == Long.class) {
            return 3L;
        } else if (type == boolean.class) {
            return true;
        } else if (type == Money.class) {
            return Money.of("1234.50");
        } else if (type == BigDecimal.class) {
            return BigDecimal.TEN;
        } else if (type == Instant.class) {
            return Instant.parse("2026-11-23T06:30:00Z");
        } else if (type == LocalDate.class) {
            return LocalDate.of(2026, 11, 23);
        } else if (type == Duration.class) {
            return Duration.ofHours(2);
        } else if (type == UUID.class) {
            return UUID.randomUUID();
        } else if (type.isEnum()) {
            return type.getEnumConstants()[0];
        } else if (type == List.class && generic instanceof ParameterizedType list) {
            Type element = list.getActualTypeArguments()[0];
            return List.of(sampleOf((Class<?>) element, element));
        } else if (type == Refusal.class) {
            return sample(refusals().findFirst().orElseThrow());
        } else if (type.isRecord()) {
            return makeRecord(type);
        }
        throw new IllegalStateException("No sample of " + type);
    }

    private static Object makeRecord(Class<?> type) throws ReflectiveOperationException {
        RecordComponent[] components = type.getRecordComponents();
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            values[i] = sampleOf(components[i].getType(), components[i].getGenericType());
        }
        Constructor<?> maker = type.getDeclaredConstructor(
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
        maker.setAccessible(true);
        return maker.newInstance(values);
    }

    private static Sentences sentences() {
        try {
            ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
            Object names = new YamlPropertySourceLoader()
                    .load("application", new ClassPathResource("config/application.yaml"))
                    .get(0)
                    .getProperty("spring.messages.basename");
            messages.setBasenames(String.valueOf(names).split(","));
            messages.setDefaultEncoding("UTF-8");
            messages.setFallbackToSystemLocale(false);
            return new Sentences(messages, new Site("某公司", ZoneId.of("Asia/Shanghai")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package cn.anchang.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.context.NoSuchMessageException;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.type.filter.AssignableTypeFilter;

/** Every no of every module has its sentence: Chinese, whole, with every argument filled in. */
class RefusalSentencesTest {

    private static final Sentences SENTENCES = sentences();

    record Unspoken(String why) implements Refusal {}

    static List<Class<? extends Refusal>> refusals() throws Exception {
        ClassPathScanningCandidateComponentProvider scan = new ClassPathScanningCandidateComponentProvider(false);
        scan.addIncludeFilter(new AssignableTypeFilter(Refusal.class));
        List<Class<? extends Refusal>> found = new java.util.ArrayList<>();
        for (BeanDefinition candidate : scan.findCandidateComponents("cn.anchang")) {
            Class<?> type = Class.forName(candidate.getBeanClassName());
            Resource file = new ClassPathResource(type.getName().replace('.', '/') + ".class");
            if (type.isRecord() && !file.getURL().getPath().contains("test-classes")) {
                found.add(type.asSubclass(Refusal.class));
            }
        }
        return found;
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void aRefusalSaysWhatIsWrongInOneChineseSentence(Class<? extends Refusal> type) {
        String sentence = SENTENCES.of(example(type));

        assertThat(sentence).as(type.getName()).matches("(?s).*\\p{IsHan}.*").doesNotContain("{", "}", "null", "[");
        assertThat(sentence.length()).as(sentence).isGreaterThan(6);
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void everyValueThatARefusalMayNameHasAChineseName(Class<? extends Refusal> type) {
        for (RecordComponent component : type.getRecordComponents()) {
            if (component.getType().isEnum()) {
                for (Object constant : component.getType().getEnumConstants()) {
                    assertThat(SENTENCES.name((Enum<?>) constant))
                            .as(type.getName())
                            .isNotBlank();
                }
            }
        }
    }

    @Test
    void manyRefusalsAreFoundAndOneWithoutSentenceIsNoticed() throws Exception {
        assertThat(refusals()).hasSizeGreaterThan(60);
        assertThatThrownBy(() -> SENTENCES.of(new Unspoken("甲"))).isInstanceOf(NoSuchMessageException.class);
    }

    static Refusal example(Class<? extends Refusal> type) {
        Object[] arguments = Arrays.stream(type.getRecordComponents())
                .map(component -> value(component.getType(), type))
                .toArray();
        Class<?>[] types = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class[]::new);
        try {
            Constructor<? extends Refusal> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(arguments);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(type.getName(), e);
        }
    }

    private static Object value(Class<?> type, Class<?> owner) {
        if (type == String.class) {
            return "甲";
        } else if (type == int.class || type == Integer.class) {
            return 3;
        } else if (type == long.class || type == Long.class) {
            return 3L;
        } else if (type == boolean.class || type == Boolean.class) {
            return true;
        } else if (type == Money.class) {
            return Money.of("1234567.80");
        } else if (type == BigDecimal.class) {
            return new BigDecimal("98.50");
        } else if (type == Instant.class) {
            return Instant.parse("2026-11-23T06:30:00Z");
        } else if (type == LocalDate.class) {
            return LocalDate.of(2026, 11, 23);
        } else if (type == UUID.class) {
            return UUID.randomUUID();
        } else if (Collection.class.isAssignableFrom(type)) {
            return List.of("甲", "乙");
        } else if (type.isEnum()) {
            return type.getEnumConstants()[0];
        } else if (type == Refusal.class) {
            return example(firstWithoutReason());
        }
        throw new AssertionError("%s has an argument of type %s that nobody can read".formatted(owner, type));
    }

    private static Class<? extends Refusal> firstWithoutReason() {
        try {
            return refusals().stream()
                    .filter(type -> Stream.of(type.getRecordComponents())
                            .noneMatch(component -> component.getType() == Refusal.class))
                    .findFirst()
                    .orElseThrow();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static Sentences sentences() {
        ResourceBundleMessageSource bundle = new ResourceBundleMessageSource();
        bundle.setDefaultEncoding("UTF-8");
        bundle.setFallbackToSystemLocale(false);
        try {
            Object names = new YamlPropertySourceLoader()
                    .load("application", new ClassPathResource("config/application.yaml"))
                    .get(0)
                    .getProperty("spring.messages.basename");
            bundle.setBasenames(names.toString().split(","));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return new Sentences(bundle, new Site("云栖", ZoneId.of("Asia/Shanghai")));
    }
}

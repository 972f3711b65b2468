package cn.anchang.processes;

import java.beans.Introspector;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;

/** The classes behind the models' beans: package-private components in a feature's {@code process} room, found by name. */
final class Handlers {

    private static final List<Class<?>> KINDS =
            List.of(JavaDelegate.class, TaskListener.class, ExecutionListener.class);

    private Handlers() {}

    /** The one class a bean name stands for; none when it is missing, public or no component of that name. */
    static Optional<Class<?>> ofBean(String bean) {
        List<Class<?>> found = all().filter(type -> beanName(type).equals(bean)).toList();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    static List<String> beans() {
        return all().map(Handlers::beanName).sorted().toList();
    }

    private static Stream<Class<?>> all() {
        try {
            Resource[] files =
                    new PathMatchingResourcePatternResolver().getResources("classpath*:cn/anchang/*/process/*.class");
            return Arrays.stream(files).<Class<?>>map(Handlers::load).filter(Handlers::isHandler);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Class<?> load(Resource file) {
        try {
            String path = file.getURL().getPath();
            String name = path.substring(path.indexOf("cn/anchang/"), path.length() - ".class".length());
            return ClassUtils.forName(name.replace('/', '.'), Handlers.class.getClassLoader());
        } catch (IOException | ClassNotFoundException e) {
            throw new IllegalStateException(file.getDescription(), e);
        }
    }

    private static boolean isHandler(Class<?> type) {
        return KINDS.stream().anyMatch(kind -> kind.isAssignableFrom(type))
                && type.isAnnotationPresent(Component.class)
                && type.getAnnotation(Component.class).value().isEmpty()
                && !Modifier.isPublic(type.getModifiers());
    }

    private static String beanName(Class<?> type) {
        return Introspector.decapitalize(type.getSimpleName());
    }
}

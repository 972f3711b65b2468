package cn.anchang.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The whole application, and Chromium in front of it: a test method takes one {@link Browser} for each person it needs. Without a
 * Chromium the tests are skipped and say so; where {@code ANCHANG_BROWSER_REQUIRED=true} they fail instead.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ApplicationTest
@ExtendWith(Browsers.class)
public @interface BrowserTest {}

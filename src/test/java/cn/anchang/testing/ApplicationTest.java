package cn.anchang.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;

/**
 * The whole application on a port of its own, with the sample's people and units, a fresh PostgreSQL and {@link TestClock}. The job
 * executor rests; {@link Jobs} runs what is due, and notices are swept by the test that wants them. All such tests share one application, so each makes its own cases.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "camunda.bpm.job-execution.enabled=false",
            "spring.jmx.enabled=false",
            "anchang.sample.story=false",
            "anchang.notices.every=1d",
            "anchang.export.folder=target/exports",
            "anchang.pages.dear-answers=0s"
        })
@ActiveProfiles({"sample", "test"})
@Import({TestDatabase.class, Jobs.class, TestProcesses.class, TestNotes.class})
public @interface ApplicationTest {}

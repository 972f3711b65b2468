package cn.anchang.sample;

import org.camunda.bpm.engine.impl.jobexecutor.CallerRunsRejectedJobsHandler;
import org.camunda.bpm.engine.spring.components.jobexecutor.SpringJobExecutor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Profile;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.stereotype.Component;

/**
 * The sample's job executor: rests while the story is told, for what is due in the story was due long ago and is not to happen now.
 */
@Component
@Profile("sample")
@ConditionalOnProperty("anchang.sample.story")
@ConditionalOnProperty(prefix = "camunda.bpm.job-execution", name = "enabled", matchIfMissing = true)
class StoryJobExecutor extends SpringJobExecutor {

    private static final int THREADS = 4;

    private boolean resting;
    private boolean wanted;

    StoryJobExecutor() {
        SimpleAsyncTaskExecutor workers = new SimpleAsyncTaskExecutor("job-executor-");
        workers.setConcurrencyLimit(THREADS);
        setTaskExecutor(workers);
        setRejectedJobsHandler(new CallerRunsRejectedJobsHandler());
    }

    synchronized void rest() {
        resting = true;
    }

    /** Starts what was to start meanwhile. */
    synchronized void wake() {
        resting = false;
        if (wanted) {
            super.start();
        }
    }

    @Override
    public synchronized void start() {
        wanted = true;
        if (!resting) {
            super.start();
        }
    }
}

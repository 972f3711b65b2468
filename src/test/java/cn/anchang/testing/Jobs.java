package cn.anchang.testing;

import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.JobQuery;

/** Runs the engine's jobs by hand, at the time of {@link TestClock}: what is due of one case, as the job executor would. */
public class Jobs {

    private final ManagementService management;
    private final IdentityService identity;
    private final Clock clock;

    Jobs(ManagementService management, IdentityService identity, Clock clock) {
        this.management = management;
        this.identity = identity;
        this.clock = clock;
    }

    /** Everything that is due, of every case; what begins cases by itself waits for {@link #begin}. */
    public int runAllDue() {
        return runDue(null);
    }

    /** Lets the timer fire that begins this process, if it is due, and everything that follows at once. */
    public void begin(String processKey) {
        Date now = Date.from(clock.instant().plusMillis(1));
        identity.clearAuthentication();
        management.createJobQuery().processDefinitionKey(processKey).timers().duedateLowerThan(now).list().stream()
                .filter(Jobs::beginsACase)
                .forEach(timer -> management.executeJob(timer.getId()));
        for (List<Job> next = waiting(processKey); !next.isEmpty(); next = waiting(processKey)) {
            next.forEach(job -> management.executeJob(job.getId()));
        }
    }

    private List<Job> waiting(String processKey) {
        return management
                .createJobQuery()
                .processDefinitionKey(processKey)
                .messages()
                .list();
    }

    private static boolean beginsACase(Job job) {
        return job.getProcessInstanceId() == null;
    }

    /** @return how many ran; those that became due by running the others included */
    public int runDue(String processInstanceId) {
        int ran = 0;
        for (List<Job> due = due(processInstanceId); !due.isEmpty(); due = due(processInstanceId)) {
            for (Job job : due) {
                identity.clearAuthentication();
                management.executeJob(job.getId());
                ran++;
            }
        }
        return ran;
    }

    private List<Job> due(String processInstanceId) {
        Instant now = clock.instant();
        JobQuery jobs = management.createJobQuery().active().duedateLowerThan(Date.from(now.plusMillis(1)));
        return (processInstanceId == null ? jobs : jobs.processInstanceId(processInstanceId))
                .orderByJobDuedate().asc().list().stream()
                        .filter(job -> job.getRetries() > 0 && !beginsACase(job))
                        .limit(1)
                        .toList();
    }
}

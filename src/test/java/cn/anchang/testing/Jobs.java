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

    /** Everything that is due, of every case. */
    public int runAllDue() {
        return runDue(null);
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
                        .filter(job -> job.getRetries() > 0)
                        .limit(1)
                        .toList();
    }
}

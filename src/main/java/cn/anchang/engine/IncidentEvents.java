package cn.anchang.engine;

import org.camunda.bpm.engine.impl.incident.IncidentContext;
import org.camunda.bpm.engine.impl.incident.IncidentHandler;
import org.camunda.bpm.engine.runtime.Incident;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;

/** Says aloud, beside the engine's own record, that an incident was raised. */
class IncidentEvents implements IncidentHandler {

    private static final Logger log = LoggerFactory.getLogger(IncidentEvents.class);

    private final ApplicationEventPublisher events;

    IncidentEvents(ApplicationEventPublisher events) {
        this.events = events;
    }

    @Override
    public String getIncidentHandlerType() {
        return Incident.FAILED_JOB_HANDLER_TYPE;
    }

    @Override
    public Incident handleIncident(IncidentContext context, String message) {
        log.error("Incident at {} of execution {}: {}", context.getActivityId(), context.getExecutionId(), message);
        events.publishEvent(new IncidentRaised(
                getIncidentHandlerType(), context.getActivityId(), context.getExecutionId(), message));
        return null;
    }

    @Override
    public void resolveIncident(IncidentContext context) {
        log.info("Incident at {} of execution {} is resolved", context.getActivityId(), context.getExecutionId());
    }

    @Override
    public void deleteIncident(IncidentContext context) {
        log.info(
                "Incident at {} of execution {} is gone with its case",
                context.getActivityId(),
                context.getExecutionId());
    }
}

package cn.anchang.engine;

/** A job failed for good, or a model met an error nobody caught: a person of IT has to look. */
public record IncidentRaised(String type, String activityId, String executionId, String message) {}

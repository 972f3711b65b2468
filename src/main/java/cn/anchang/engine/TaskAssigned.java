package cn.anchang.engine;

import java.util.List;

/**
 * A task came into somebody's hands, or back to its group. Told in the transaction that does it, whichever process the task is of.
 *
 * @param assignee null when it was put back
 * @param about what a task list shows beside it (customer, unit, subject), in the order of the configuration
 * @param tenant the site it belongs to, or null
 * @param by whose click it was, or null when a timer or the system did it
 */
public record TaskAssigned(String taskId, String name, String assignee, List<String> about, String tenant, String by) {}

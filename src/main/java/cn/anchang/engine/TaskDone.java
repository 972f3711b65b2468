package cn.anchang.engine;

/**
 * A person completes a task; told in the transaction of the completion, before the desk has judged the form. A refusal undoes it with
 * all the rest.
 *
 * @param businessKey the case, order or line the task belongs to
 * @param taskKey the task's id in the model
 * @param by user id
 */
public record TaskDone(String businessKey, String processKey, String taskKey, String taskName, String by) {}

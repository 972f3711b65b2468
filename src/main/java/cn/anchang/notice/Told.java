package cn.anchang.notice;

import java.util.UUID;

/**
 * A fact that people are to be told.
 *
 * @param key what makes it one fact: it is told to nobody twice
 * @param words in Chinese, names masked
 * @param link the page it leads to, within the application
 * @param taskId the task that ends it, or null
 * @param project the site it is about, or null
 */
record Told(Occasion occasion, String key, String words, String link, String taskId, UUID project) {

    /** Task list, opened at this task. */
    static String taskLink(String taskId) {
        return "/camunda/app/tasklist/default/#/?task=" + taskId;
    }
}

package cn.anchang.mail;

import java.time.Instant;

/**
 * A time in which the mail server took nothing: one trouble, however many letters wait for its end.
 *
 * @param lastWords what was heard last, from the server or from the attempt to reach it
 * @param lettersWaiting how many letters waited at the last attempt
 * @param endedAt when a letter got through again; null while it lasts
 */
public record ServerTrouble(Instant since, String lastWords, long lettersWaiting, Instant endedAt) {}

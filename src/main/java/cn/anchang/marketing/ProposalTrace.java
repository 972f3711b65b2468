package cn.anchang.marketing;

import java.util.UUID;

/**
 * What became of a proposal in a plan.
 *
 * @param line the plan's line, in its own words
 * @param state of the line's task or of the plan, ready to be read
 */
public record ProposalTrace(
        String proposalKey, UUID documentId, String planNo, int version, String line, String state) {}

package cn.anchang.marketing;

import java.util.UUID;

/** What happens to a plan and sets something going in the engine. */
public interface PromotionPlanProcess {

    /** A draft was opened that nobody began by hand: a revision, a copy, or the plan of the next stage. */
    void revisionAsked(UUID planId, String subject);

    /** A later edition is approved: whatever of this one still runs comes to its end. */
    void superseded(UUID planId);
}

package cn.anchang.marketing;

import cn.anchang.approval.Attachment;
import cn.anchang.shared.Money;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * A plan as it is written. Nothing of the content is required here: the desk says by name what a plan lacks that is submitted.
 *
 * @param reason why it is abandoned
 * @param changed 修改内容, from the second version on
 * @param proposals the keys of the summary's proposals that stood in the draft when the form was opened, with commas between
 */
public record PlanDraftForm(
        @NotNull Step outcome,
        @Size(max = 500) String reason,
        @Size(max = 500) String changed,
        @Size(max = 4000) String proposals,
        @Size(max = 60) String stage,
        LocalDate startsOn,
        LocalDate endsOn,
        @Size(max = 4000) String conclusions,
        @Size(max = 2000) String goals,
        Integer visits,
        Integer subscriptions,
        Integer contracts,
        Money receipts,
        Money budget,
        List<PlanContent.Activity> activities,
        List<PlanContent.Packaging> packaging,
        List<PlanContent.PriceAction> priceActions,
        List<PlanContent.ShowFlatChange> showFlatChanges,
        List<PlanContent.ConstructionAsk> constructionAsks,
        List<PlanContent.Supplier> suppliers,
        List<Attachment> attachments) {

    /** What the author does with the draft. */
    public enum Step {
        SUBMIT,
        ABANDON
    }

    Set<String> knownProposals() {
        return proposals == null ? Set.of() : Set.copyOf(Arrays.asList(proposals.split(",")));
    }

    PlanContent content() {
        return new PlanContent(
                stage,
                startsOn,
                endsOn,
                conclusions,
                goals,
                visits,
                subscriptions,
                contracts,
                receipts,
                budget,
                activities,
                packaging,
                priceActions,
                showFlatChanges,
                constructionAsks,
                suppliers,
                attachments);
    }
}

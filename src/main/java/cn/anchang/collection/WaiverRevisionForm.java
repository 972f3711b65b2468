package cn.anchang.collection;

import cn.anchang.shared.Money;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** 修改减免申请 after it was returned or taken back: asked again, or given up. */
public record WaiverRevisionForm(
        @NotNull Outcome outcome,
        Money amount,
        @Size(max = 500) String reason,
        @Size(max = 500) String changed,
        @Size(max = 500) String abandonReason) {

    /** What becomes of the request. */
    public enum Outcome {
        SUBMIT,
        ABANDON
    }
}

package cn.anchang.change;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** 处理未能执行. */
public record FailureForm(
        @NotNull Answer answer, @NotBlank @Size(max = 500) String reason) {

    /** What becomes of an approved change that could not be carried out. */
    public enum Answer {
        RETRY,
        ADJUST,
        ABANDON
    }
}

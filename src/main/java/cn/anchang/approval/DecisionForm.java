package cn.anchang.approval;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * 审批文件: what an approver decides.
 *
 * @param reason required unless agreed
 * @param fingerprint of the content the approver had before them, given back as the form got it
 */
public record DecisionForm(
        @NotNull Decision decision,
        @Size(max = 1000) String reason,
        @NotBlank @Size(max = 64) String fingerprint) {}

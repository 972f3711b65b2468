package cn.anchang.collection;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/**
 * 解除审查 (R19).
 *
 * @param until the day it is reviewed again; only for waiting
 */
public record RescissionForm(
        @NotNull Decision decision,
        LocalDate until,
        @NotBlank @Size(max = 500) String reason) {

    /** What is to be done about it; the words of the diagram. */
    public enum Decision {
        wait,
        rescind,
        litigate
    }
}

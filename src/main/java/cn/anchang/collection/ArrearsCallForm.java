package cn.anchang.collection;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/** 致电催款: what came of it, and when the customer promised to pay, if so. */
public record ArrearsCallForm(@NotBlank @Size(max = 500) String note, LocalDate promisedOn) {}

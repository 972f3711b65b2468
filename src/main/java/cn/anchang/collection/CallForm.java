package cn.anchang.collection;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/** 致电提醒: what came of it, and when whoever was called promised to pay, if so. */
public record CallForm(@NotBlank @Size(max = 500) String note, LocalDate promisedOn) {}

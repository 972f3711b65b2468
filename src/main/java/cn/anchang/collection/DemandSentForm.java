package cn.anchang.collection;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/** 寄出催款函: by registered post, whose number proves it. */
public record DemandSentForm(
        @NotNull LocalDate sentOn, @NotBlank @Size(max = 40) String mailNo) {}

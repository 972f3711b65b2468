package cn.anchang.change;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;

/** 收回票据: which of the buyer's receipts came back. */
public record ReceiptsBackForm(@NotEmpty @Size(max = 200) List<@NotNull @Valid Back> receipts) {

    /** @param key the receipt's id */
    public record Back(@NotNull UUID key, Boolean returned) {}
}

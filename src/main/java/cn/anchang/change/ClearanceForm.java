package cn.anchang.change;

import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/**
 * 办理前置手续: what was cleared.
 *
 * @param filed whether the filing is to be revoked, given back as the form got it; likewise loanOpen
 */
public record ClearanceForm(
        Boolean filed,
        Boolean loanOpen,
        @Size(max = 40) String revocationNo,
        LocalDate revokedOn,
        Boolean loanSettled,
        LocalDate settledOn,
        @Size(max = 200) String settlement) {}

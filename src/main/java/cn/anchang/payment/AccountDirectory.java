package cn.anchang.payment;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Tells which sale an account belongs to. The ledger itself knows no sales; the module that does implements this. */
public interface AccountDirectory {

    /** Accounts whose unit, customer or case matches what was typed, the latest sale first. */
    List<AccountLabel> find(String text, int limit);

    Optional<AccountLabel> label(UUID account);
}

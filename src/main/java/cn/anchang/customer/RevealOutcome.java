package cn.anchang.customer;

import cn.anchang.shared.Refusal;

/** How a request to see a masked number ended (R35). */
public sealed interface RevealOutcome {

    record Revealed(String value) implements RevealOutcome {}

    record NotYourCustomer() implements RevealOutcome, Refusal {}

    record NothingToReveal() implements RevealOutcome, Refusal {}
}

package cn.anchang.salescase;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a talk with a customer ended: 意向 · 再跟进 · 战败. */
public enum NegotiationResult {
    @JsonProperty("intent")
    INTENT,
    @JsonProperty("followUp")
    FOLLOW_UP,
    @JsonProperty("lost")
    LOST
}

package cn.anchang.salescase;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What the site manager does about an overdue signing: 延期 · 提请挞定. */
public enum OverdueDecision {
    @JsonProperty("extend")
    EXTEND,
    @JsonProperty("forfeit")
    FORFEIT
}

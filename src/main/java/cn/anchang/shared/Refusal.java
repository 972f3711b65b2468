package cn.anchang.shared;

/**
 * A business "no", as one of the records of a sealed outcome. Its sentence stands in the message bundle of its module under
 * {@code refusal.<module>.<record name>}; the record's components are the sentence's arguments, in order.
 */
public interface Refusal {}

package cn.anchang.engine;

import cn.anchang.shared.Refusal;

/** What was handed in is not what the form asks: something is missing, unknown or of the wrong kind. */
record FormIncomplete() implements Refusal {}

package cn.anchang.engine;

import cn.anchang.shared.Refusal;

/** A step was to be moved past its form: with other variables, or from the middle of the process. */
record OnlyByForm() implements Refusal {}

package cn.anchang.change.web;

import cn.anchang.shared.Refusal;

/** The approval is somebody else's, or done. */
record NotWaitingForYou() implements Refusal {}

package cn.anchang.change.web;

import cn.anchang.shared.Refusal;

/** A number, a day or the reason of a request is missing or no such thing. */
record FormUnreadable() implements Refusal {}

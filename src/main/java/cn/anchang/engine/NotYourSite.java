package cn.anchang.engine;

import cn.anchang.shared.Refusal;

/** Somebody began a process of a site they do not work on. */
record NotYourSite() implements Refusal {}

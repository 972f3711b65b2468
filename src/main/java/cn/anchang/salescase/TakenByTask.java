package cn.anchang.salescase;

import cn.anchang.shared.Refusal;

/** A step that takes this money is open; recorded past it, the sale would not move and its checks would be skipped. */
record TakenByTask(String task) implements Refusal {}

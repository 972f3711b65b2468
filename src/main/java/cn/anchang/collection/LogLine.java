package cn.anchang.collection;

import cn.anchang.mail.LetterView;
import cn.anchang.salescase.SaleContact;

/** @param letter null when somebody was to call from the beginning */
public record LogLine(Reminder reminder, SaleContact sale, LetterView letter) {}

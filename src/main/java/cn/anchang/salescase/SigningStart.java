package cn.anchang.salescase;

import cn.anchang.payment.PaymentTerms;

/**
 * What the running sale has to know when its contract is to be signed anew.
 *
 * @param firstPaymentComplete whether all that is due by signing is in already (R07)
 */
public record SigningStart(SigningClock clock, String unitNo, PaymentTerms terms, boolean firstPaymentComplete) {}

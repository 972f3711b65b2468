/** The engine's door to the ledger: one class for each listener, named as the diagram binds it. */
package cn.anchang.payment.process;

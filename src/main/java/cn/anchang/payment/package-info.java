/** The ledger of what buyers owe and pay: plans, payments, receipts, refunds. It knows accounts, never a customer's story. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"shared", "engine", "organization", "approval", "workbook"})
package cn.anchang.payment;

package cn.anchang.salescase;

import cn.anchang.payment.PaymentTerms;
import cn.anchang.payment.ReceiptView;
import cn.anchang.payment.Statement.InstalmentView;
import cn.anchang.salescase.CaseFile.MaskedBuyer;
import cn.anchang.shared.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A sale as it stands, which a request for a change is filled from and bound to.
 *
 * @param plan the lines in force, each with what was paid of it
 * @param extendedDays days given to sign so far (R06)
 * @param receipts those the buyer holds
 * @param stageName as people call where the sale is
 * @param asOf changes whenever unit, price, terms, buyers, plan, days to sign or the contract do; money that comes in leaves it
 */
public record Standing(
        UUID caseId,
        String caseNo,
        String consultant,
        UUID customerId,
        String customerName,
        UUID projectId,
        String projectName,
        UUID unitId,
        String unitNo,
        CaseState state,
        String stageName,
        Money price,
        Money deposit,
        LocalDate depositOn,
        Optional<PaymentTerms> terms,
        List<MaskedBuyer> buyers,
        List<InstalmentView> plan,
        LocalDate subscribedOn,
        LocalDate firstSignBy,
        LocalDate signBy,
        int extendedDays,
        Optional<SignedContract> contract,
        List<ReceiptView> receipts,
        Money received,
        Money unallocated,
        String asOf) {

    /** The contract in force. */
    public record SignedContract(
            String no, LocalDate signedOn, LocalDate deliverOn, String filingNo, LocalDate filedOn) {

        public boolean filed() {
            return filedOn != null;
        }
    }
}

package cn.anchang.salescase;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The printed documents of a sale, as its process and its tasks need them; filled in and kept by whoever prints. */
public interface DealPapers {

    /**
     * A document as it was issued.
     *
     * @param title what people call it, with its number
     * @param path the page it is printed from
     */
    record IssuedPaper(UUID id, String title, String path) {}

    /** Issues 认购协议书; the one issued before stands as long as it says the same. */
    IssuedPaper issueSubscription(UUID caseId);

    /** Issues the data page of the contract that was signed. */
    IssuedPaper issueContractData(UUID caseId);

    /** Issues 定金收条 and 收据 for all money confirmed so far that has no paper yet; none while money waits for its second person. */
    List<IssuedPaper> issueReceipts(UUID caseId);

    /** Issues 成交客户检查表 as it was ticked. */
    IssuedPaper issueChecklist(UUID caseId);

    /** Issues the agreement on the last extension of the day to sign by (R06). */
    IssuedPaper issueExtension(UUID caseId);

    /** Issues 按揭资料清单 as far as papers have come in; empty when the sale has no loan any more. */
    Optional<IssuedPaper> issueLoanPapers(UUID caseId);

    /** Issues the agreement by which a sale is undone, once its money is settled (R20). */
    IssuedPaper issueUndoing(UUID caseId);

    /** Those issued for a sale, the latest first. */
    List<IssuedPaper> issuedFor(UUID caseId);
}

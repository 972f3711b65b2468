package cn.anchang.salescase;

import java.util.List;
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

    /** Those issued for a sale, the latest first. */
    List<IssuedPaper> issuedFor(UUID caseId);
}

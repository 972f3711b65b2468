package cn.anchang.salescase.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The context card of a task. All texts are ready to show, except in {@code prefill}, whose values a form takes as they are.
 *
 * @param page where the whole sale is read, or null for whoever may not
 */
record Card(
        UUID caseId,
        String caseNo,
        String page,
        String taskKey,
        String taskName,
        String stage,
        CustomerPart customer,
        String project,
        UnitPart unit,
        String price,
        MoneyPart money,
        List<MilestonePart> milestones,
        List<DeadlinePart> deadlines,
        List<NoticePart> notices,
        String next,
        List<PaperPart> papers,
        List<PaperPart> changes,
        Map<String, Object> prefill) {

    record CustomerPart(
            UUID id, String no, String name, String phone, String grade, String consultant, String consultantName) {}

    record UnitPart(
            UUID id,
            String no,
            String building,
            String floor,
            String layout,
            String area,
            String use,
            String listPrice,
            String permitNo) {}

    record MoneyPart(String price, String received, String open, List<LinePart> lines, List<ReceiptPart> receipts) {}

    record LinePart(int seq, String kind, String amount, String paid, String rest, String dueOn, String state) {}

    record ReceiptPart(String no, String item, String amount, String words, String paidOn, String state) {}

    record MilestonePart(
            String stage,
            String name,
            String plannedFrom,
            String plannedTo,
            String actualFrom,
            String actualTo,
            boolean late) {}

    record DeadlinePart(String name, String at, boolean late) {}

    record NoticePart(String at, String text) {}

    record PaperPart(String name, String url) {}
}

package cn.anchang.approval.web;

import cn.anchang.approval.Change;
import cn.anchang.approval.Fact;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What a form about a document shows above its fields. Texts are ready to be read; {@code prefill} alone is as the fields take it.
 *
 * @param against the number of the version the changes are held against, or null when everything is new to the reader
 * @param sections everything the version says, in reading order
 */
record DocumentCard(
        String taskKey,
        String taskName,
        List<Fact> facts,
        String next,
        Paper document,
        Asked matter,
        Integer against,
        List<Change> changes,
        List<Block> sections,
        List<Row> revisions,
        List<Note> remarks,
        Map<String, Object> prefill) {

    /**
     * @param version null while nothing is written
     * @param url where all of it stands, or null for somebody who may not read it there
     */
    record Paper(
            UUID id,
            String no,
            String kind,
            String title,
            Integer version,
            String state,
            String project,
            String url,
            Control control) {}

    record Control(
            String preparedBy,
            String preparedOn,
            String reviewedBy,
            String reviewedOn,
            String approvedBy,
            String approvedOn) {}

    /** The matter to be decided. */
    record Asked(
            String step, String submittedBy, String submittedAt, String due, boolean reminded, boolean escalated) {}

    record Block(String title, List<Object> parts) {}

    record Line(String label, String text) {}

    record Table(String label, List<String> columns, List<List<String>> rows) {}

    /** A row of 修订记录, with what the approvers said. */
    record Row(
            int version,
            String on,
            String state,
            String changed,
            String by,
            String reviewedBy,
            String approvedBy,
            String comment) {}

    record Note(String at, String text, boolean warn) {}
}

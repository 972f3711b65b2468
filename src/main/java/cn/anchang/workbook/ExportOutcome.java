package cn.anchang.workbook;

/** What came of asking for a workbook. */
public sealed interface ExportOutcome {

    record Begun(ExportJob job) implements ExportOutcome {}

    record Refused(ExportRefused why) implements ExportOutcome {}
}

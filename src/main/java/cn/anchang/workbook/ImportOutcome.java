package cn.anchang.workbook;

import cn.anchang.shared.Refusal;

/** How a request to the imports ended. */
public sealed interface ImportOutcome {

    record Accepted(ImportJob job) implements ImportOutcome {}

    record NotAnImporter() implements ImportOutcome, Refusal {}

    record KindUnknown(String kind) implements ImportOutcome, Refusal {}

    /** Forgotten, perhaps by a restart, or somebody else's. */
    record JobUnknown() implements ImportOutcome, Refusal {}

    record TooManyImports() implements ImportOutcome, Refusal {}

    record NothingToApply() implements ImportOutcome, Refusal {}

    record NoBadRows() implements ImportOutcome, Refusal {}

    record ErrorWorkbook(String filename, byte[] content) implements ImportOutcome {}
}

package cn.anchang.workbook;

import cn.anchang.shared.Refusal;
import java.util.List;

/** Why a whole file is refused. */
public sealed interface FileRefused extends ReadOutcome, Refusal {

    record NotAWorkbook() implements FileRefused {}

    record TooBig(int megabytes) implements FileRefused {}

    /** It would unfold to far more than it is: an accident or an attack. */
    record UnfoldsTooFar() implements FileRefused {}

    record PasswordProtected() implements FileRefused {}

    record Damaged() implements FileRefused {}

    record HeaderNotFound(List<String> columns) implements FileRefused {}

    record ColumnsMissing(List<String> columns) implements FileRefused {}

    record ColumnTwice(String column, String first, String second) implements FileRefused {}

    record AmountsInTenThousands(String heading) implements FileRefused {}

    record NoRows() implements FileRefused {}

    record TooManyRows(int atMost) implements FileRefused {}

    record TooManyMergedCells(int atMost) implements FileRefused {}
}

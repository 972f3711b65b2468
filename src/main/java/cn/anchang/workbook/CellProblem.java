package cn.anchang.workbook;

import cn.anchang.shared.Refusal;
import java.util.List;

/** Why a cell cannot be read as what its column holds. */
public sealed interface CellProblem extends Refusal {

    record Missing() implements CellProblem {}

    record TooLong(int atMost) implements CellProblem {}

    record ControlCharacter() implements CellProblem {}

    record NotANumber(String given) implements CellProblem {}

    record TooManyDecimals(String given, int atMost) implements CellProblem {}

    record NumberOutOfRange(String given, String from, String to) implements CellProblem {}

    record NotWhole(String given) implements CellProblem {}

    record NotADate(String given) implements CellProblem {}

    record NotAChoice(String given, List<String> choices) implements CellProblem {}

    record FormulaFailed(String error) implements CellProblem {}

    record FormulaUncalculated() implements CellProblem {}

    record MergedAway() implements CellProblem {}

    record RowTwice(int firstRow) implements CellProblem {}
}

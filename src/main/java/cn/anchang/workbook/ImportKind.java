package cn.anchang.workbook;

import java.util.List;

/** Something that can be imported: its columns, and what becomes of its rows. */
public interface ImportKind {

    /** Names the import in addresses and messages, e.g. {@code units}. */
    String code();

    List<Column> columns();

    /** Those of the columns that hold CNY. */
    List<Column> amounts();

    /** A row for the template, so that people see what is meant. */
    List<Object> example();

    /** Begins one pass over a file. */
    Pass begin(Order order);

    /**
     * @param userId who imports
     * @param filename what they call the file
     */
    record Order(String userId, String filename) {}

    /** One pass over one file, first to check it and, if the person decides so, once more to write it. */
    interface Pass {

        /**
         * Judges rows in their order; says on each row what is wrong with it.
         *
         * @param write whether to write the good ones; only within a transaction
         * @return a verdict for each row, null for a row with a problem
         */
        List<Verdict> take(List<Row> rows, boolean write);

        /**
         * All rows are judged; what is decided of the file as a whole is done here.
         *
         * @throws cn.anchang.shared.Refused when it cannot be, and then nothing is written
         */
        default void end(boolean write) {}

        /** What the person should know before deciding, in Chinese: new projects, new buildings. */
        List<String> notices();
    }
}

package cn.anchang.workbook;

/** Ends the reading of a file from wherever it was found unreadable. */
class FileNotReadable extends RuntimeException {

    private final transient FileRefused why;

    FileNotReadable(FileRefused why) {
        super(why.toString(), null, false, false);
        this.why = why;
    }

    FileRefused why() {
        return why;
    }
}

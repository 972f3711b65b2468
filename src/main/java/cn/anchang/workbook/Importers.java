package cn.anchang.workbook;

/** Who may bring in which workbooks. */
public interface Importers {

    boolean mayImport(String userId, String kind);
}

package cn.anchang.workbook;

/** Who may bring in workbooks. */
public interface Importers {

    boolean mayImport(String userId);
}

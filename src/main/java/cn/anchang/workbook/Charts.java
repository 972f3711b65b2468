package cn.anchang.workbook;

import java.time.LocalDate;
import java.util.List;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xddf.usermodel.XDDFColor;
import org.apache.poi.xddf.usermodel.XDDFLineProperties;
import org.apache.poi.xddf.usermodel.XDDFNoFillProperties;
import org.apache.poi.xddf.usermodel.XDDFShapeProperties;
import org.apache.poi.xddf.usermodel.XDDFSolidFillProperties;
import org.apache.poi.xddf.usermodel.chart.AxisCrossBetween;
import org.apache.poi.xddf.usermodel.chart.AxisCrosses;
import org.apache.poi.xddf.usermodel.chart.AxisOrientation;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.BarDirection;
import org.apache.poi.xddf.usermodel.chart.BarGrouping;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.LegendPosition;
import org.apache.poi.xddf.usermodel.chart.XDDFBarChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryAxis;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xddf.usermodel.chart.XDDFValueAxis;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/** Charts of the sheet's own cells, which people can click and change. Only an .xlsx carries them. */
public final class Charts {

    private static final int NARROW_GAP_PERCENT = 30;
    private static final int MARKS = 12;

    /**
     * The rows of a table that a chart shows.
     *
     * @param heading the row of the headings, from 0, which name the series; likewise the first and the last row
     * @param categories the column that names the bars
     */
    public record Cells(int heading, int first, int last, int categories) {}

    /** A column as a series; without a colour it is there to push the others along and is not seen. */
    public record Series(int column, Integer rgb) {

        public static Series hidden(int column) {
            return new Series(column, null);
        }
    }

    /** The corner cells a chart lies over, from 0. */
    public record Place(int left, int top, int right, int bottom) {}

    private Charts() {}

    /**
     * Bars along a date axis, one below the other in the order of the rows.
     *
     * @param series the first holds dates, the others days
     * @param from where the axis begins, {@code to} where it ends
     */
    public static void schedule(
            SheetWriter writer,
            String title,
            Cells cells,
            List<Series> series,
            LocalDate from,
            LocalDate to,
            Place place) {
        if (!(writer.poi() instanceof XSSFSheet sheet)) {
            return;
        }
        XSSFChart chart = chart(sheet, title, place);
        XDDFCategoryAxis names = chart.createCategoryAxis(AxisPosition.LEFT);
        names.setOrientation(AxisOrientation.MAX_MIN);
        XDDFValueAxis days = chart.createValueAxis(AxisPosition.TOP);
        days.setCrosses(AxisCrosses.AUTO_ZERO);
        days.setCrossBetween(AxisCrossBetween.BETWEEN);
        days.setNumberFormat("yyyy-mm-dd");
        days.setMinimum(DateUtil.getExcelDate(from));
        days.setMaximum(DateUtil.getExcelDate(to));
        days.setMajorUnit(Math.max(1, Math.ceil((to.toEpochDay() - from.toEpochDay()) / (double) MARKS)));
        XDDFBarChartData bars = (XDDFBarChartData) chart.createData(ChartTypes.BAR, names, days);
        bars.setBarDirection(BarDirection.BAR);
        bars.setBarGrouping(BarGrouping.STACKED);
        bars.setOverlap((byte) 100);
        bars.setGapWidth(NARROW_GAP_PERCENT);
        draw(chart, sheet, bars, cells, series);
        ownFormat(chart);
    }

    /** Upright bars side by side, one group for each row. */
    public static void columns(SheetWriter writer, String title, Cells cells, List<Series> series, Place place) {
        if (!(writer.poi() instanceof XSSFSheet sheet) || cells.last < cells.first) {
            return;
        }
        XSSFChart chart = chart(sheet, title, place);
        XDDFCategoryAxis names = chart.createCategoryAxis(AxisPosition.BOTTOM);
        XDDFValueAxis values = chart.createValueAxis(AxisPosition.LEFT);
        values.setCrosses(AxisCrosses.AUTO_ZERO);
        values.setCrossBetween(AxisCrossBetween.BETWEEN);
        values.setNumberFormat("#,##0");
        values.setMinimum(0);
        XDDFBarChartData bars = (XDDFBarChartData) chart.createData(ChartTypes.BAR, names, values);
        bars.setBarDirection(BarDirection.COL);
        bars.setBarGrouping(BarGrouping.CLUSTERED);
        draw(chart, sheet, bars, cells, series);
        ownFormat(chart);
    }

    /** The axis shows what we say of it, not what the first cell of its series is formatted as. */
    private static void ownFormat(XSSFChart chart) {
        chart.getCTChart().getPlotArea().getValAxArray(0).getNumFmt().setSourceLinked(false);
    }

    private static XSSFChart chart(XSSFSheet sheet, String title, Place place) {
        XSSFClientAnchor anchor = new XSSFClientAnchor(0, 0, 0, 0, place.left, place.top, place.right, place.bottom);
        XSSFChart chart = sheet.createDrawingPatriarch().createChart(anchor);
        chart.setTitleText(title);
        chart.setTitleOverlay(false);
        return chart;
    }

    private static void draw(
            XSSFChart chart, XSSFSheet sheet, XDDFBarChartData bars, Cells cells, List<Series> series) {
        bars.setVaryColors(false);
        XDDFDataSource<String> names = XDDFDataSourcesFactory.fromStringCellRange(
                sheet, new CellRangeAddress(cells.first, cells.last, cells.categories, cells.categories));
        if (series.stream().filter(one -> one.rgb != null).count() > 1) {
            chart.getOrAddLegend().setPosition(LegendPosition.BOTTOM);
        }
        for (Series one : series) {
            XDDFBarChartData.Series drawn = (XDDFBarChartData.Series) bars.addSeries(
                    names,
                    XDDFDataSourcesFactory.fromNumericCellRange(
                            sheet, new CellRangeAddress(cells.first, cells.last, one.column, one.column)));
            String heading = sheet.getRow(cells.heading).getCell(one.column).getStringCellValue();
            drawn.setTitle(heading, new CellReference(sheet.getSheetName(), cells.heading, one.column, true, true));
            XDDFShapeProperties shape = new XDDFShapeProperties();
            if (one.rgb == null) {
                shape.setFillProperties(new XDDFNoFillProperties());
                shape.setLineProperties(new XDDFLineProperties(new XDDFNoFillProperties()));
            } else {
                int rgb = one.rgb;
                shape.setFillProperties(new XDDFSolidFillProperties(
                        XDDFColor.from(new byte[] {(byte) (rgb >> 16), (byte) (rgb >> 8), (byte) rgb})));
            }
            drawn.setShapeProperties(shape);
        }
        chart.plot(bars);
    }
}

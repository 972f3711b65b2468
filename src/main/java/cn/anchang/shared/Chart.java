package cn.anchang.shared;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What {@code chart.js} draws a figure from: names, numbers, and for each number the address of the rows behind it. Money is drawn in
 * 万元 with one decimal; the table beside a chart has the full amounts.
 */
public final class Chart {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final BigDecimal TEN_THOUSAND = BigDecimal.valueOf(10_000);

    private final Map<String, Object> says = new LinkedHashMap<>();
    private final List<Map<String, Object>> series = new ArrayList<>();
    private final List<List<String>> links = new ArrayList<>();

    private Chart(String kind, List<String> categories) {
        says.put("kind", kind);
        says.put("categories", categories);
        says.put("series", series);
        says.put("links", links);
    }

    /** Upright bars, a group for each category. */
    public static Chart bars(List<String> categories) {
        return new Chart("bars", categories);
    }

    /** Lying bars, for names that need room. */
    public static Chart rows(List<String> categories) {
        return new Chart("rows", categories);
    }

    /** Steps one below the other, each as wide as what reached it. */
    public static Chart funnel(List<String> categories) {
        return new Chart("funnel", categories);
    }

    /** @param leadTo the address for each value, null where nothing is behind it */
    public Chart series(String name, List<? extends Number> values, List<String> leadTo) {
        return series(name, null, values, leadTo);
    }

    /** @param color as CSS writes it, or null for the next of the usual ones */
    public Chart series(String name, String color, List<? extends Number> values, List<String> leadTo) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("name", name);
        one.put("values", values);
        if (color != null) {
            one.put("color", color);
        }
        series.add(one);
        links.add(leadTo);
        return this;
    }

    public Chart stacked() {
        says.put("stacked", true);
        return this;
    }

    /** Each number stands at its bar. */
    public Chart labelled() {
        says.put("labels", true);
        return this;
    }

    /** What is counted has no fractions, so the axis has none. */
    public Chart whole() {
        says.put("whole", true);
        return this;
    }

    /** A colour for each category instead of one for all. */
    public Chart colors(List<String> colors) {
        says.put("colors", colors);
        return this;
    }

    public Chart unit(String unit) {
        says.put("unit", unit);
        return this;
    }

    /** In the words of a screen reader, what there is to see. */
    public Chart described(String text) {
        says.put("says", text);
        return this;
    }

    public String json() {
        try {
            return JSON.writeValueAsString(says);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** 1,234,567.00 CNY as 123.5. */
    public static BigDecimal tenThousands(Money money) {
        return money.amount().divide(TEN_THOUSAND, 1, RoundingMode.HALF_UP);
    }
}

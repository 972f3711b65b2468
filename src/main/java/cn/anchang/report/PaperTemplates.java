package cn.anchang.report;

import com.deepoove.poi.XWPFTemplate;
import com.deepoove.poi.config.Configure;
import com.deepoove.poi.config.ConfigureBuilder;
import com.deepoove.poi.exception.RenderException;
import com.deepoove.poi.exception.ResolverException;
import com.deepoove.poi.plugin.table.LoopRowTableRenderPolicy;
import com.deepoove.poi.template.MetaTemplate;
import com.deepoove.poi.template.run.RunTemplate;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFHeader;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;
import org.springframework.stereotype.Component;

/**
 * The .docx templates, read and checked at start-up: a placeholder that nobody knows, or a needed one that is missing, keeps the
 * application from starting, and is named.
 */
@Component
class PaperTemplates {

    private static final Pattern CELL = Pattern.compile("\\[([^\\]\\s]+)]");
    private static final String STAMP_COLOUR = "C00000";

    private static final Pattern KNOWN_MARKS = Pattern.compile("\\{\\{\\w+}}");
    private static final Pattern BRACES = Pattern.compile("[{}｛｝]");
    private static final Pattern BRACKETS = Pattern.compile("[\\[\\]【】［］]");

    /**
     * @param used the placeholders that stand in it
     * @param columns of each of its tables those that stand in it
     */
    private record Template(byte[] bytes, String version, Set<String> used, Map<String, Set<String>> columns) {}

    private final Map<PaperKind, Template> templates = new EnumMap<>(PaperKind.class);

    /** @param folder where the templates are, e.g. {@code file:/etc/anchang/documents/} */
    @Autowired
    PaperTemplates(ResourceLoader loader, @Value("${anchang.documents.folder}") String folder) {
        for (PaperKind kind : PaperKind.values()) {
            Resource file = loader.getResource(folder + kind.file());
            try {
                templates.put(kind, checked(kind, file.getContentAsByteArray()));
            } catch (IOException e) {
                throw new PaperTemplateFaulty(kind.file(), "cannot be read: " + e.getMessage());
            }
        }
    }

    /** The version its author gave it, in the document's properties. */
    String version(PaperKind kind) {
        return templates.get(kind).version;
    }

    /** What a document says: the values that its template prints, in their order, and of its tables only the columns that are there. */
    String says(PaperKind kind, Map<String, Object> values) {
        Template template = templates.get(kind);
        Map<String, Object> printed = new TreeMap<>();
        values.forEach((name, value) -> {
            if (template.columns.containsKey(name)) {
                printed.put(
                        name,
                        ((List<?>) value)
                                .stream()
                                        .map(row -> {
                                            Map<Object, Object> cells = new TreeMap<>((Map<?, ?>) row);
                                            cells.keySet().retainAll(template.columns.get(name));
                                            return cells;
                                        })
                                        .toList());
            } else if (template.used.contains(name)) {
                printed.put(name, value);
            }
        });
        return template.version + " " + printed;
    }

    private static Template checked(PaperKind kind, byte[] bytes) {
        try (XWPFTemplate template = XWPFTemplate.compile(new ByteArrayInputStream(bytes), configuration(kind))) {
            Set<String> used = new LinkedHashSet<>();
            for (MetaTemplate element : template.getElementTemplates()) {
                used.add(
                        element instanceof RunTemplate placeholder && placeholder.getSign() == Character.MIN_VALUE
                                ? placeholder.getTagName()
                                : element.variable());
            }
            Set<String> known = new TreeSet<>(kind.fields());
            known.addAll(kind.tables().keySet());
            for (String name : used) {
                if (!known.contains(name)) {
                    throw new PaperTemplateFaulty(
                            kind.file(), "{{%s}} is not known; known are %s".formatted(name, known));
                }
            }
            Set<String> missing = new TreeSet<>(kind.needed());
            missing.addAll(kind.tables().keySet());
            missing.removeAll(used);
            if (!missing.isEmpty()) {
                throw new PaperTemplateFaulty(
                        kind.file(),
                        "{{%s}} is missing".formatted(missing.iterator().next()));
            }
            Map<String, Set<String>> columns = new TreeMap<>();
            kind.tables()
                    .forEach((table, offered) ->
                            columns.put(table, check(kind, template.getXWPFDocument(), table, offered)));
            refuseMangled(kind, template.getXWPFDocument());
            String version = template.getXWPFDocument()
                    .getProperties()
                    .getCoreProperties()
                    .getUnderlyingProperties()
                    .getVersionProperty()
                    .orElse("");
            if (version.isBlank()) {
                throw new PaperTemplateFaulty(kind.file(), "has no version among its properties");
            }
            return new Template(bytes, version, used, columns);
        } catch (ResolverException e) {
            throw new PaperTemplateFaulty(kind.file(), e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A brace that belongs to no placeholder is one somebody damaged; it would be printed as it stands. */
    private static void refuseMangled(PaperKind kind, XWPFDocument document) {
        String text;
        try (XWPFWordExtractor all = new XWPFWordExtractor(document)) {
            all.setCloseFilesystem(false);
            text = KNOWN_MARKS.matcher(all.getText()).replaceAll("");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        text.lines().filter(line -> BRACES.matcher(line).find()).findFirst().ifPresent(line -> {
            throw new PaperTemplateFaulty(
                    kind.file(), "a placeholder is damaged, write it like {{no}}: \"%s\"".formatted(line.strip()));
        });
    }

    /** The row below the one that names the table says what each of its columns shows. */
    private static Set<String> check(PaperKind kind, XWPFDocument document, String table, List<String> columns) {
        for (XWPFTable one : document.getTables()) {
            for (int i = 0; i < one.getRows().size(); i++) {
                if (!text(one.getRow(i)).contains("{{" + table + "}}")) {
                    continue;
                }
                XWPFTableRow row = one.getRow(i + 1);
                Matcher cell = CELL.matcher(row == null ? "" : text(row));
                Set<String> found = new TreeSet<>();
                while (cell.find()) {
                    found.add(cell.group(1));
                    if (!columns.contains(cell.group(1))) {
                        throw new PaperTemplateFaulty(
                                kind.file(),
                                "[%s] is not known in {{%s}}; known are %s".formatted(cell.group(1), table, columns));
                    }
                }
                Set<String> missing = new TreeSet<>(PaperKind.neededColumns(table));
                missing.removeAll(found);
                if (found.isEmpty() || !missing.isEmpty()) {
                    throw new PaperTemplateFaulty(
                            kind.file(),
                            "the row below {{%s}} lacks the column [%s]"
                                    .formatted(
                                            table, missing.stream().findFirst().orElse(columns.get(0))));
                }
                if (BRACKETS.matcher(CELL.matcher(text(row)).replaceAll("")).find()) {
                    throw new PaperTemplateFaulty(
                            kind.file(),
                            "a column below {{%s}} is damaged, write it like [%s]: \"%s\""
                                    .formatted(table, columns.get(0), text(row).strip()));
                }
                return found;
            }
        }
        throw new PaperTemplateFaulty(kind.file(), "{{%s}} stands in no table".formatted(table));
    }

    private static String text(XWPFTableRow row) {
        StringBuilder text = new StringBuilder();
        row.getTableCells().forEach(cell -> text.append(cell.getText()).append(' '));
        return text.toString();
    }

    private static Configure configuration(PaperKind kind) {
        ConfigureBuilder builder = Configure.builder().setValidErrorHandler(new Configure.AbortHandler());
        kind.tables().keySet().forEach(table -> builder.bind(table, new LoopRowTableRenderPolicy()));
        return builder.build();
    }

    /**
     * The document, filled in.
     *
     * @param values by placeholder; of a table a list of rows
     * @throws IllegalStateException when a value is missing
     */
    byte[] fill(PaperKind kind, Map<String, Object> values) {
        for (String field : kind.fields()) {
            if (values.get(field) == null) {
                throw new IllegalStateException("%s is not given for %s".formatted(field, kind));
            }
        }
        kind.tables().forEach((table, columns) -> {
            for (Object row : (List<?>) values.get(table)) {
                if (!((Map<?, ?>) row).keySet().containsAll(columns)) {
                    throw new IllegalStateException("%s of %s lacks one of %s".formatted(row, kind, columns));
                }
            }
        });
        try (XWPFTemplate template =
                        XWPFTemplate.compile(new ByteArrayInputStream(templates.get(kind).bytes), configuration(kind));
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            template.render(values).write(out);
            return out.toByteArray();
        } catch (RenderException | IOException e) {
            throw new IllegalStateException("%s could not be filled in".formatted(kind.file()), e);
        }
    }

    /** The same document with a mark at its head. */
    static byte[] marked(byte[] document, String mark) {
        try (XWPFDocument paper = new XWPFDocument(new ByteArrayInputStream(document));
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            XWPFHeader head = paper.getHeaderList().isEmpty()
                    ? paper.createHeader(HeaderFooterType.DEFAULT)
                    : paper.getHeaderList().get(0);
            XWPFParagraph line = head.createParagraph();
            line.setAlignment(ParagraphAlignment.RIGHT);
            XWPFRun run = line.createRun();
            run.setText(mark);
            run.setBold(true);
            run.setColor(STAMP_COLOUR);
            run.setFontSize(12);
            paper.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

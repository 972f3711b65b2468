package cn.anchang.processes;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineException;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationListener;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedDecisionRule;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.Description;
import org.camunda.bpm.model.dmn.instance.DmnElement;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;

/** One decision table of {@code processes/}, asked at every boundary its rules name and between them. */
final class DecisionTable {

    private static final Path FOLDER = Path.of("processes");
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(?:\\.\\d+)?");
    private static final BigDecimal BESIDE = new BigDecimal("0.0001");

    private final String file;
    private final String xml;
    private final DmnModelInstance model;
    private final Decision decision;
    private final org.camunda.bpm.model.dmn.instance.DecisionTable table;

    private DecisionTable(String file, String xml) {
        this.file = file;
        this.xml = xml;
        this.model = Dmn.readModelFromStream(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
        this.decision = model.getModelElementsByType(Decision.class).iterator().next();
        this.table = model.getModelElementsByType(org.camunda.bpm.model.dmn.instance.DecisionTable.class)
                .iterator()
                .next();
    }

    static List<DecisionTable> all() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".dmn"))
                    .sorted()
                    .map(file -> read(file.getFileName().toString().replace(".dmn", "")))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static DecisionTable read(String id) {
        try {
            return new DecisionTable(id, Files.readString(FOLDER.resolve(id + ".dmn")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same table with something spoilt in it. */
    DecisionTable spoilt(UnaryOperator<String> fault) {
        String other = fault.apply(xml);
        if (other.equals(xml)) {
            throw new IllegalArgumentException("The fault changes nothing in " + file);
        }
        return new DecisionTable(file, other);
    }

    String id() {
        return decision.getId();
    }

    String name() {
        return decision.getName();
    }

    String why() {
        return said(decision);
    }

    List<String> columns() {
        return Stream.concat(
                        table.getInputs().stream().map(Input::getLabel),
                        table.getOutputs().stream().map(Output::getLabel))
                .toList();
    }

    /** @param cells what it looks at and what it says, as written */
    record Row(String id, List<String> cells, String why) {}

    List<Row> rules() {
        return table.getRules().stream()
                .map(rule -> new Row(rule.getId(), cells(rule), said(rule)))
                .toList();
    }

    private static List<String> cells(Rule rule) {
        return Stream.concat(
                        rule.getInputEntries().stream()
                                .map(entry -> entry.getText().getTextContent()),
                        rule.getOutputEntries().stream()
                                .map(entry -> entry.getText().getTextContent()))
                .map(String::strip)
                .toList();
    }

    private static String said(DmnElement element) {
        Description description = element.getDescription();
        return description == null ? "" : description.getTextContent().strip();
    }

    /** What is wrong with how it is written, and every question it answers twice or not at all. */
    List<String> findings() {
        List<String> findings = new ArrayList<>();
        if (model.getModelElementsByType(Decision.class).size() != 1 || !file.equals(id())) {
            findings.add(file + " does not hold exactly the decision of its name");
        }
        if (!matches("P\\d+D", decision.getCamundaHistoryTimeToLiveString())) {
            findings.add("no history time to live in days");
        }
        if (!matches("\\d+", decision.getVersionTag())) {
            findings.add("no version tag");
        }
        if (table.getHitPolicy() != HitPolicy.UNIQUE) {
            findings.add("hit policy " + table.getHitPolicy());
        }
        if (why().isBlank()) {
            findings.add("does not say why");
        }
        columnsOf(findings);
        for (Row rule : rules()) {
            if (!rule.id().matches("rule_[a-z][A-Za-z]*")) {
                findings.add(rule.id() + " does not say what it is");
            }
            if (!rule.why().matches(".*\\p{IsHan}.*")) {
                findings.add(rule.id() + " gives no reason");
            }
        }
        return findings.isEmpty() ? answers() : findings;
    }

    private void columnsOf(List<String> findings) {
        table.getInputs().stream()
                .filter(input -> "string".equals(type(input)) && input.getInputValues() == null)
                .forEach(input -> findings.add(input.getId() + " does not list its values"));
        Stream.concat(
                        table.getInputs().stream().map(Input::getLabel),
                        table.getOutputs().stream().map(Output::getLabel))
                .filter(label -> label == null || label.isBlank())
                .forEach(label -> findings.add("a column has no label"));
    }

    /** Asks every combination of the values at which an answer could change. */
    private List<String> answers() {
        List<String> findings = new ArrayList<>();
        Set<String> spoken = new HashSet<>();
        DmnDecisionTableEvaluationListener hear = event -> event.getMatchingRules().stream()
                .map(DmnEvaluatedDecisionRule::getId)
                .forEach(spoken::add);
        DefaultDmnEngineConfiguration configuration = new DefaultDmnEngineConfiguration();
        configuration.setCustomPostDecisionTableEvaluationListeners(List.of(hear));
        DmnEngine engine = configuration.buildEngine();
        DmnDecision parsed = engine.parseDecision(id(), model);
        for (Map<String, Object> question : questions()) {
            try {
                if (engine.evaluateDecisionTable(parsed, question).isEmpty()) {
                    findings.add("gap at " + question);
                }
            } catch (DmnEngineException e) {
                findings.add("overlap at " + question);
            }
        }
        rules().stream()
                .filter(rule -> !spoken.contains(rule.id()))
                .forEach(rule -> findings.add(rule.id() + " never speaks"));
        return findings;
    }

    /** What it says of this; the ids of the rules stand with the answer. */
    Map<String, Object> ask(Map<String, Object> question) {
        DmnEngine engine = new DefaultDmnEngineConfiguration().buildEngine();
        return engine.evaluateDecisionTable(engine.parseDecision(id(), model), question)
                .getSingleResult()
                .getEntryMap();
    }

    List<Map<String, Object>> questions() {
        List<Map<String, Object>> questions = List.of(Map.of());
        int column = 0;
        for (Input input : table.getInputs()) {
            Collection<?> values = values(input, column++);
            List<Map<String, Object>> longer = new ArrayList<>();
            for (Map<String, Object> question : questions) {
                for (Object value : values) {
                    Map<String, Object> more = new LinkedHashMap<>(question);
                    more.put(
                            input.getInputExpression()
                                    .getText()
                                    .getTextContent()
                                    .strip(),
                            value);
                    longer.add(more);
                }
            }
            questions = longer;
        }
        return questions;
    }

    private Collection<?> values(Input input, int column) {
        return switch (type(input)) {
            case "boolean" -> List.of(true, false);
            case "string" ->
                Arrays.stream(input.getInputValues().getText().getTextContent().split(","))
                        .map(value -> value.strip().replace("\"", ""))
                        .toList();
            case "integer" ->
                around(column, BigDecimal.ONE).stream()
                        .map(BigDecimal::intValueExact)
                        .toList();
            default ->
                around(column, BESIDE).stream().map(BigDecimal::doubleValue).toList();
        };
    }

    /** Each number a rule of this column names, just below it and just above it. */
    private Set<BigDecimal> around(int column, BigDecimal beside) {
        Set<BigDecimal> numbers = new TreeSet<>(List.of(BigDecimal.ZERO));
        for (Rule rule : table.getRules()) {
            Matcher named = NUMBER.matcher(new ArrayList<>(rule.getInputEntries())
                    .get(column)
                    .getText()
                    .getTextContent());
            while (named.find()) {
                BigDecimal number = new BigDecimal(named.group());
                numbers.addAll(List.of(number.subtract(beside), number, number.add(beside)));
            }
        }
        return numbers;
    }

    private static String type(Input input) {
        return input.getInputExpression().getTypeRef();
    }

    private static boolean matches(String pattern, String text) {
        return text != null && text.matches(pattern);
    }

    @Override
    public String toString() {
        return file;
    }
}

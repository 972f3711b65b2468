package cn.anchang.forms;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anchang.approval.DecisionForm;
import cn.anchang.change.ChangeForm;
import cn.anchang.change.ChangeWriteForm;
import cn.anchang.change.ClearanceForm;
import cn.anchang.change.FailureForm;
import cn.anchang.change.ReceiptsBackForm;
import cn.anchang.change.SpecialPriceForm;
import cn.anchang.change.SpecialPriceRevisionForm;
import cn.anchang.collection.ArrearsCallForm;
import cn.anchang.collection.CallForm;
import cn.anchang.collection.DemandForm;
import cn.anchang.collection.DemandSentForm;
import cn.anchang.collection.ReminderRunForm;
import cn.anchang.collection.RescissionForm;
import cn.anchang.collection.WaiverRevisionForm;
import cn.anchang.marketing.PlanActivityForm;
import cn.anchang.marketing.PlanDraftForm;
import cn.anchang.marketing.PlanEvaluationForm;
import cn.anchang.marketing.PlanFilingForm;
import cn.anchang.marketing.PlanItemForm;
import cn.anchang.marketing.PlanStartForm;
import cn.anchang.marketing.PlanSupplierForm;
import cn.anchang.marketing.ReportForm;
import cn.anchang.marketing.ReportScheduleForm;
import cn.anchang.marketing.ReportStartForm;
import cn.anchang.marketing.RevisionDecisionForm;
import cn.anchang.marketing.StageSummaryForm;
import cn.anchang.marketing.SummaryStartForm;
import cn.anchang.mortgage.MortgageForms;
import cn.anchang.mortgage.MortgageForms.AnswerForm;
import cn.anchang.mortgage.MortgageForms.BankForm;
import cn.anchang.mortgage.MortgageForms.LoanContractForm;
import cn.anchang.mortgage.MortgageForms.RefusalForm;
import cn.anchang.mortgage.MortgageForms.ReleaseForm;
import cn.anchang.mortgage.MortgageForms.SubmissionForm;
import cn.anchang.payment.RegistrationForm;
import cn.anchang.payment.ReviewForm;
import cn.anchang.salescase.ChecklistForm;
import cn.anchang.salescase.ContractForm;
import cn.anchang.salescase.FilingForm;
import cn.anchang.salescase.HandoverForm;
import cn.anchang.salescase.MoneyForm;
import cn.anchang.salescase.NegotiationForm;
import cn.anchang.salescase.NegotiationResult;
import cn.anchang.salescase.OverdueDecision;
import cn.anchang.salescase.OverdueForm;
import cn.anchang.salescase.PapersForm;
import cn.anchang.salescase.RefundForm;
import cn.anchang.salescase.RulingForm;
import cn.anchang.salescase.SubscriptionForm;
import cn.anchang.salescase.SummaryForm;
import cn.anchang.salescase.SupervisionForm;
import cn.anchang.salescase.TitleForm;
import cn.anchang.salescase.UnitChoiceForm;
import cn.anchang.salescase.VisitForm;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.support.ResourceBundleMessageSource;

/** The form files and the records their content is read into say the same: a field too many is refused by the desk, one too few is never asked for. */
class FormFilesTest {

    private static final Path FORMS = Path.of("forms");
    private static final Pattern FIELD = Pattern.compile("<div (data-field=\"[^>]*)>");
    private static final Pattern LIST =
            Pattern.compile("<div (data-field=\"[^>]*data-kind=\"rows\"[^>]*)>(.*?)</div>", Pattern.DOTALL);
    private static final Pattern COLUMN = Pattern.compile("<span (data-col=\"[^>]*)></span>");
    private static final Pattern ATTRIBUTE = Pattern.compile("([a-z-]+)(?:=\"([^\"]*)\")?");

    private static final Map<String, Class<? extends Record>> CONTENT = Map.ofEntries(
            Map.entry("approval-round/decision.html", DecisionForm.class),
            Map.entry("sales-case-mortgage/bank.html", BankForm.class),
            Map.entry("sales-case-mortgage/papers.html", MortgageForms.PapersForm.class),
            Map.entry("sales-case-mortgage/submission.html", SubmissionForm.class),
            Map.entry("sales-case-mortgage/answer.html", AnswerForm.class),
            Map.entry("sales-case-mortgage/refusal.html", RefusalForm.class),
            Map.entry("sales-case-mortgage/loan-contract.html", LoanContractForm.class),
            Map.entry("sales-case-mortgage/release.html", ReleaseForm.class),
            Map.entry("payment-reminder/start.html", ReminderRunForm.class),
            Map.entry("payment-reminder/call.html", CallForm.class),
            Map.entry("payment-arrears/call.html", ArrearsCallForm.class),
            Map.entry("payment-arrears/demand.html", DemandForm.class),
            Map.entry("payment-arrears/sending.html", DemandSentForm.class),
            Map.entry("payment-arrears/review.html", RescissionForm.class),
            Map.entry("late-fee-waiver/revision.html", WaiverRevisionForm.class),
            Map.entry("payment-registration/start.html", RegistrationForm.class),
            Map.entry("payment-registration/review.html", ReviewForm.class),
            Map.entry("price-approval/request.html", SpecialPriceForm.class),
            Map.entry("price-approval/revision.html", SpecialPriceRevisionForm.class),
            Map.entry("change-order/start.html", ChangeForm.class),
            Map.entry("change-order/request.html", ChangeWriteForm.class),
            Map.entry("change-order/clearance.html", ClearanceForm.class),
            Map.entry("change-order/receipts.html", ReceiptsBackForm.class),
            Map.entry("change-order/failure.html", FailureForm.class),
            Map.entry("promotion-plan/start.html", PlanStartForm.class),
            Map.entry("promotion-plan/draft.html", PlanDraftForm.class),
            Map.entry("promotion-plan/evaluation.html", PlanEvaluationForm.class),
            Map.entry("promotion-plan/suppliers.html", PlanSupplierForm.class),
            Map.entry("promotion-plan-implementation/filing.html", PlanFilingForm.class),
            Map.entry("promotion-plan-implementation/show-flat.html", PlanItemForm.class),
            Map.entry("promotion-plan-implementation/construction.html", PlanItemForm.class),
            Map.entry("promotion-plan-implementation/activity.html", PlanActivityForm.class),
            Map.entry("sales-case/visit-registration.html", VisitForm.class),
            Map.entry("sales-case/negotiation.html", NegotiationForm.class),
            Map.entry("sales-case/follow-up.html", NegotiationForm.class),
            Map.entry("sales-case/unit-choice.html", UnitChoiceForm.class),
            Map.entry("sales-case/deposit.html", MoneyForm.class),
            Map.entry("sales-case/subscription.html", SubscriptionForm.class),
            Map.entry("sales-case/subscription-supervision.html", SupervisionForm.class),
            Map.entry("sales-case-undoing/refund.html", RefundForm.class),
            Map.entry("sales-case/filing.html", FilingForm.class),
            Map.entry("sales-case/deal-checklist.html", ChecklistForm.class),
            Map.entry("sales-case/sales-summary.html", SummaryForm.class),
            Map.entry("sales-case-signing/first-payment.html", MoneyForm.class),
            Map.entry("sales-case-signing/contract.html", ContractForm.class),
            Map.entry("sales-case-signing/signing-overdue.html", OverdueForm.class),
            Map.entry("sales-case-signing/forfeit-ruling.html", RulingForm.class),
            Map.entry("sales-case-aftercare/deal-papers.html", PapersForm.class),
            Map.entry("sales-case-aftercare/handover.html", HandoverForm.class),
            Map.entry("sales-case-aftercare/title.html", TitleForm.class),
            Map.entry("sales-report/start.html", ReportStartForm.class),
            Map.entry("sales-report/report.html", ReportForm.class),
            Map.entry("sales-report-schedule/start.html", ReportScheduleForm.class),
            Map.entry("stage-summary/summary-start.html", SummaryStartForm.class),
            Map.entry("stage-summary/summary-writing.html", StageSummaryForm.class),
            Map.entry("stage-summary/revision-decision.html", RevisionDecisionForm.class));

    /** Answers that are the form's own question and stand nowhere else. */
    private static final Set<Class<?>> OF_THEIR_OWN = Set.of(
            NegotiationResult.class,
            OverdueDecision.class,
            PlanDraftForm.Step.class,
            SpecialPriceRevisionForm.Outcome.class,
            ChangeWriteForm.Step.class,
            FailureForm.Answer.class,
            RescissionForm.Decision.class,
            WaiverRevisionForm.Outcome.class);

    /** A field as the file describes it: the attributes of its element. */
    record Field(String name, Map<String, String> attributes) {

        boolean isNeeded() {
            return attributes.containsKey("data-need");
        }

        boolean isConditional() {
            return attributes.containsKey("data-when");
        }
    }

    static Stream<String> files() throws IOException {
        try (Stream<Path> files = Files.walk(FORMS)) {
            return files
                    .filter(file -> file.toString().endsWith(".html"))
                    .map(file -> FORMS.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @Test
    void everyFormFileHasItsRecordAndEveryRecordItsFile() throws IOException {
        assertThat(files().toList()).containsExactlyInAnyOrderElementsOf(CONTENT.keySet());
    }

    @ParameterizedTest
    @MethodSource("files")
    void asksForExactlyTheFieldsTheDeskReads(String file) {
        assertThat(fields(file).stream().map(Field::name).toList())
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(components(file, component -> true));
    }

    @ParameterizedTest
    @MethodSource("files")
    void insistsOnWhatTheDeskRequires(String file) {
        Set<String> insisted = fields(file).stream()
                .filter(field -> field.isNeeded() && !field.isConditional())
                .map(Field::name)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(insisted).containsAll(components(file, FormFilesTest::isRequired));
    }

    @ParameterizedTest
    @MethodSource("files")
    void isOnePageOfDeclarationsWithAFewLinesOfScript(String file) {
        String text = read(file);

        assertThat(text.lines().filter(line -> line.contains("<form ")).count()).isEqualTo(1);
        assertThat(text).contains("<script cam-script type=\"text/form-script\">", "anchang.form(camForm, $scope");
        assertThat(text)
                .as("the security policy allows neither")
                .doesNotContain(" style=", " onclick=", "<style", "{{");
        assertThat(text.lines().dropWhile(line -> !line.contains("<script")).count())
                .isLessThan(16);
    }

    @ParameterizedTest
    @MethodSource("files")
    void asksInChineseAndNeverWithoutALabel(String file) {
        assertThat(fields(file)).isNotEmpty().allSatisfy(field -> {
            String label = field.attributes().getOrDefault("data-label", "");
            String shown = label.isEmpty() ? field.attributes().getOrDefault("data-short", "") : label;
            assertThat(shown).as(field.name()).matches("[\\p{IsHan}（）]+");
        });
    }

    /** A line of a list is a record of its own: its columns, and the key that stays with it through all versions. */
    @ParameterizedTest
    @MethodSource("files")
    void asksOnEachLineForExactlyWhatTheDeskReads(String file) {
        lists(file).forEach((list, columns) -> {
            Class<?> line = lineOf(file, list);
            List<Field> answered = columns.stream()
                    .filter(column -> !"shown".equals(column.attributes().get("data-kind")))
                    .toList();
            assertThat(answered.stream().map(Field::name).toList())
                    .as(list)
                    .doesNotHaveDuplicates()
                    .containsExactlyInAnyOrderElementsOf(
                            components(line, component -> !component.getName().equals("key")));
            assertThat(components(line, component -> true)).as(list).contains("key");
            assertThat(answered.stream()
                            .filter(Field::isNeeded)
                            .map(Field::name)
                            .collect(Collectors.toSet()))
                    .as(list)
                    .containsAll(components(
                            line,
                            component -> isRequired(component)
                                    && !component.getName().equals("key")));
            assertThat(columns)
                    .filteredOn(column -> !"hidden".equals(column.attributes().get("data-kind")))
                    .isNotEmpty()
                    .allSatisfy(column -> assertThat(column.attributes().getOrDefault("data-label", ""))
                            .as(list + "." + column.name())
                            .matches("[\\p{IsHan}（）]+"));
        });
    }

    @ParameterizedTest
    @MethodSource("files")
    void takesOfEachFileWhatADocumentKeepsOfIt(String file) {
        fields(file).stream()
                .filter(field -> "files".equals(field.attributes().get("data-kind")))
                .forEach(field -> assertThat(components(lineOf(file, field.name()), component -> true))
                        .as(field.name())
                        .containsExactlyInAnyOrder("id", "name", "size", "sha256"));
    }

    @ParameterizedTest
    @MethodSource("files")
    void whoeverIsAskedYesOrNoIsOfferedBoth(String file) {
        assertThat(fields(file).stream()
                        .filter(field -> "yesno".equals(field.attributes().get("data-kind"))))
                .allSatisfy(field ->
                        assertThat(field.attributes().get("data-choices")).matches("true=\\S.* false=\\S.*"));
    }

    /** One word for one thing: what a form offers is called as papers and pages call it. */
    @ParameterizedTest
    @MethodSource("files")
    void offersEveryChoiceUnderTheNameItHasEverywhere(String file) {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasenames(
                "messages/customer",
                "messages/payment",
                "messages/salescase",
                "messages/marketing",
                "messages/approval",
                "messages/mortgage");
        messages.setDefaultEncoding("UTF-8");
        for (RecordComponent component : CONTENT.get(file).getRecordComponents()) {
            String choices = fields(file).stream()
                    .filter(field -> field.name().equals(component.getName()))
                    .findFirst()
                    .map(field -> field.attributes().get("data-choices"))
                    .orElse(null);
            if (choices != null && component.getType().isEnum() && !OF_THEIR_OWN.contains(component.getType())) {
                String expected = Arrays.stream(component.getType().getEnumConstants())
                        .map(value -> value
                                + "="
                                + messages.getMessage(
                                        component.getType().getSimpleName() + "." + value, null, Locale.CHINA))
                        .collect(Collectors.joining(" "));
                assertThat(choices).as(component.getName()).isEqualTo(expected);
            }
        }
    }

    /** The record a list's lines are read into. */
    private static Class<?> lineOf(String file, String list) {
        return Arrays.stream(CONTENT.get(file).getRecordComponents())
                .filter(component -> component.getName().equals(list))
                .map(component -> (ParameterizedType) component.getGenericType())
                .map(type -> (Class<?>) type.getActualTypeArguments()[0])
                .findFirst()
                .orElseThrow();
    }

    private static Set<String> components(String file, Predicate<RecordComponent> wanted) {
        return components(CONTENT.get(file), wanted);
    }

    private static Set<String> components(Class<?> content, Predicate<RecordComponent> wanted) {
        return Arrays.stream(content.getRecordComponents())
                .filter(wanted)
                .map(RecordComponent::getName)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isRequired(RecordComponent component) {
        return component.getAccessor().isAnnotationPresent(NotNull.class)
                || component.getAccessor().isAnnotationPresent(NotBlank.class)
                || component.getAccessor().isAnnotationPresent(NotEmpty.class);
    }

    private static List<Field> fields(String file) {
        return FIELD.matcher(read(file))
                .results()
                .map(found -> field(found.group(1), "data-field"))
                .toList();
    }

    private static Map<String, List<Field>> lists(String file) {
        return LIST.matcher(read(file))
                .results()
                .collect(Collectors.toMap(
                        found -> field(found.group(1), "data-field").name(),
                        found -> COLUMN.matcher(found.group(2))
                                .results()
                                .map(column -> field(column.group(1), "data-col"))
                                .toList()));
    }

    private static Field field(String declared, String named) {
        Map<String, String> attributes = new HashMap<>();
        Matcher attribute = ATTRIBUTE.matcher(declared);
        while (attribute.find()) {
            attributes.put(attribute.group(1), attribute.group(2));
        }
        return new Field(attributes.get(named), attributes);
    }

    private static String read(String file) {
        try {
            return Files.readString(FORMS.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package cn.anchang.browser;

import cn.anchang.testing.Browser;
import java.time.LocalDate;
import java.util.List;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.support.ui.ExpectedConditions;

/** One of our forms in Tasklist in front of a person, spoken of by the names of its fields. */
final class TaskForm {

    private static final String FORM = "form.anchang";

    private final Browser browser;

    private TaskForm(Browser browser) {
        this.browser = browser;
    }

    /** Reception, opened by the link of the home page. */
    static TaskForm reception(Browser browser) {
        browser.go("/").clickText("登记来访");
        TaskForm form = new TaskForm(browser);
        browser.see(FORM + " [data-field='channel'] .ac-chip");
        return form;
    }

    /** The form that begins a process in Tasklist. */
    static TaskForm start(Browser browser, String process, String firstField) {
        browser.go("/camunda/app/tasklist/default/#/?processStart=" + process);
        TaskForm form = new TaskForm(browser);
        browser.see(FORM + " [data-field='" + firstField + "'] .ac-chip");
        return form;
    }

    /** The form of one task, once its card has been read. */
    static TaskForm ofTask(Browser browser, String taskId) {
        browser.openTask(taskId);
        TaskForm form = new TaskForm(browser);
        browser.see(FORM + " .ac-card");
        return form;
    }

    /** Takes a task of the department into one's own hands. */
    TaskForm claim() {
        browser.click(".task-card .claim");
        browser.until(
                "the form is open to the one who claimed it",
                driver -> driver.findElements(By.cssSelector(FORM + " .ac-body[inert]"))
                                .isEmpty()
                        ? true
                        : null);
        return this;
    }

    TaskForm write(String field, String text) {
        browser.type(input(field), text);
        return this;
    }

    /** Dates are set as the calendar would: what to type depends on the language of the browser. */
    TaskForm day(String field, LocalDate day) {
        browser.run(
                "arguments[0].value = arguments[1]; arguments[0].dispatchEvent(new Event('input', {bubbles: true}));",
                browser.see(input(field)),
                day.toString());
        return this;
    }

    TaskForm choose(String field, String choice) {
        browser.until(choice + " chosen", driver -> {
            List<WebElement> chips =
                    driver.findElements(By.cssSelector(FORM + " [data-field='" + field + "'] .ac-chip"));
            return chips.stream()
                    .filter(chip -> chip.getText().contains(choice))
                    .findFirst()
                    .map(chip -> {
                        click(chip);
                        return true;
                    })
                    .orElse(null);
        });
        return this;
    }

    TaskForm tickAll() {
        browser.see(FORM + " input[type='checkbox']");
        browser.all(FORM + " input[type='checkbox']").forEach(this::click);
        return this;
    }

    /** The bar with the button lies over the lower end of the form, as it does for a person, who scrolls. */
    private void click(WebElement element) {
        browser.run("arguments[0].scrollIntoView({block: 'center'})", element);
        element.click();
    }

    TaskForm picture(String name) {
        browser.picture(name);
        return this;
    }

    String value(String field) {
        return browser.see(input(field)).getDomProperty("value");
    }

    WebElement field(String field) {
        return browser.see(FORM + " [data-field='" + field + "']");
    }

    /** What stands beside the Complete button. */
    String status() {
        return browser.text(".ac-status");
    }

    boolean mayComplete() {
        return browser.see(".form-actions .btn-primary").isEnabled();
    }

    /** Ctrl+Enter, and the form is gone because the engine took it. */
    void complete() {
        WebElement form = browser.see(FORM);
        pressComplete();
        browser.until("the form was accepted", ExpectedConditions.stalenessOf(form));
    }

    /** Ctrl+Enter, and the sentence that says why not. */
    String completeRefused() {
        pressComplete();
        return browser.until("the form was refused", driver -> {
            String said = driver.findElement(By.cssSelector(".ac-refusal")).getText();
            return said.isBlank() ? null : said;
        });
    }

    void pressComplete() {
        new Actions(browser.driver())
                .keyDown(Keys.CONTROL)
                .sendKeys(Keys.ENTER)
                .keyUp(Keys.CONTROL)
                .perform();
    }

    private static String input(String field) {
        return FORM + " [data-field='" + field + "'] .ac-input";
    }
}

package cn.anchang.testing;

import java.time.LocalDate;
import java.util.List;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.Select;

/** One of our forms in Tasklist in front of a person, spoken of by the names of its fields. */
public final class TaskForm {

    private static final String FORM = "form.anchang";

    private final Browser browser;

    private TaskForm(Browser browser) {
        this.browser = browser;
    }

    /** Reception, opened by the link of the home page. */
    public static TaskForm reception(Browser browser) {
        browser.go("/").clickText("登记来访");
        TaskForm form = new TaskForm(browser);
        browser.see(FORM + " [data-field='channel'] .ac-chip");
        return form;
    }

    /** The form that begins a process in Tasklist. */
    public static TaskForm start(Browser browser, String process, String firstField) {
        browser.go("/camunda/app/tasklist/default/#/?processStart=" + process);
        TaskForm form = new TaskForm(browser);
        browser.see(FORM + " [data-field='" + firstField + "'] .ac-chip");
        return form;
    }

    /** The form of one task, once its card has been read. */
    public static TaskForm ofTask(Browser browser, String taskId) {
        browser.openTask(taskId);
        TaskForm form = new TaskForm(browser);
        browser.see(FORM + " .ac-card");
        return form;
    }

    /** Takes a task of the department into one's own hands. */
    public TaskForm claim() {
        browser.click(".task-card .claim");
        browser.until(
                "the form is open to the one who claimed it",
                driver -> driver.findElements(By.cssSelector(FORM + " .ac-body[inert]"))
                                .isEmpty()
                        ? true
                        : null);
        return this;
    }

    public TaskForm write(String field, String text) {
        browser.type(input(field), text);
        return this;
    }

    /** Dates are set as the calendar would: what to type depends on the language of the browser. */
    public TaskForm day(String field, LocalDate day) {
        browser.run(
                "arguments[0].value = arguments[1]; arguments[0].dispatchEvent(new Event('input', {bubbles: true}));",
                browser.see(input(field)),
                day.toString());
        return this;
    }

    /** A new line of a list, numbered from 1. */
    public TaskForm line(String list) {
        click(browser.see(FORM + " [data-field='" + list + "'] .ac-under .ac-chip-button"));
        return this;
    }

    public TaskForm write(String list, int line, String column, String text) {
        WebElement input = cell(list, line, column);
        browser.run("arguments[0].scrollIntoView({block: 'center'})", input);
        input.clear();
        input.sendKeys(text);
        return this;
    }

    public TaskForm day(String list, int line, String column, LocalDate day) {
        browser.run(
                "arguments[0].value = arguments[1]; arguments[0].dispatchEvent(new Event('input', {bubbles: true}));",
                cell(list, line, column),
                day.toString());
        return this;
    }

    public TaskForm choose(String list, int line, String column, String choice) {
        new Select(cell(list, line, column)).selectByVisibleText(choice);
        return this;
    }

    public TaskForm remove(String list, int line) {
        click(browser.all(FORM + " [data-field='" + list + "'] .ac-line-remove").get(line - 1));
        return this;
    }

    private WebElement cell(String list, int line, String column) {
        return browser.all(FORM + " [data-field='" + list + "'] [data-col='" + column + "'] .ac-input")
                .get(line - 1);
    }

    /** Puts the form by on the server. */
    public TaskForm save() {
        browser.click(".ac-save");
        browser.until("the form was put by", driver -> status().contains("已暂存") ? true : null);
        return this;
    }

    public TaskForm choose(String field, String choice) {
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

    public TaskForm tickAll() {
        browser.see(FORM + " input[type='checkbox']");
        browser.all(FORM + " input[type='checkbox']").forEach(this::click);
        return this;
    }

    /** The bar with the button lies over the lower end of the form, as it does for a person, who scrolls. */
    private void click(WebElement element) {
        browser.run("arguments[0].scrollIntoView({block: 'center'})", element);
        element.click();
    }

    public TaskForm picture(String name) {
        browser.picture(name);
        return this;
    }

    /** The form from this part of it on, as one sees it after scrolling there. */
    public TaskForm picture(String name, String css) {
        browser.run("arguments[0].scrollIntoView({block: 'start'})", browser.see(css));
        browser.picture(name);
        return this;
    }

    /** What the card above the form says. */
    public String card() {
        return browser.text(FORM + " .ac-card");
    }

    public String value(String field) {
        return browser.see(input(field)).getDomProperty("value");
    }

    public WebElement field(String field) {
        return browser.see(FORM + " [data-field='" + field + "']");
    }

    /** What stands beside the Complete button. */
    public String status() {
        return browser.text(".ac-status");
    }

    public boolean mayComplete() {
        return browser.see(".form-actions .btn-primary").isEnabled();
    }

    /** Ctrl+Enter, and the form is gone because the engine took it. */
    public void complete() {
        WebElement form = browser.see(FORM);
        pressComplete();
        browser.until("the form was accepted", ExpectedConditions.stalenessOf(form));
    }

    /** Ctrl+Enter, and the sentence that says why not. */
    public String completeRefused() {
        pressComplete();
        return browser.until("the form was refused", driver -> {
            String said = driver.findElement(By.cssSelector(".ac-refusal")).getText();
            return said.isBlank() ? null : said;
        });
    }

    /** By hands that are at the form, which takes the focus once it is open: before, Tasklist would take the key for its own. */
    public void pressComplete() {
        browser.until("the focus is in the form", driver -> (Boolean) browser.run(
                "const form = document.querySelector(arguments[0]);"
                        + "return form !== null && form.contains(document.activeElement)",
                FORM));
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

package cn.anchang.testing;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.support.ui.ExpectedCondition;
import org.openqa.selenium.support.ui.WebDriverWait;

/** Chromium in the hands of one person, speaking of what that person does and sees. Pictures go to {@code target/screenshots}. */
public final class Browser {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** How often one looks while waiting: often enough that no test is spent on waiting. */
    private static final Duration GLANCE = Duration.ofMillis(100);

    private static final Dimension DESK = new Dimension(1500, 950);
    private static final Path PICTURES = Path.of("target", "screenshots");

    /** How an element is looked for. */
    private static final String CSS = "const one = document.querySelector(arguments[0]);";

    private static final String XPATH =
            "const one = document.evaluate(arguments[0], document, null, XPathResult.FIRST_ORDERED_NODE_TYPE).singleNodeValue;";

    /** Chromiums somebody got up from: the next one finds the libraries of Tasklist there already, and nothing else of theirs. */
    private static final Deque<ChromeDriver> FREE = new ArrayDeque<>();

    private final ChromeDriver chrome;
    private final String base;

    private Browser(ChromeDriver chrome, String base) {
        this.chrome = chrome;
        this.base = base;
    }

    /** Skips the test when there is no Chromium here, or fails it where one is required. */
    static Browser open(int port) {
        return new Browser(FREE.isEmpty() ? chromium() : FREE.pop(), "http://localhost:" + port);
    }

    private static ChromeDriver chromium() {
        Optional<File> chromium = program("chromium", "chromium-browser", "google-chrome");
        Optional<File> driver = program("chromedriver");
        if (chromium.isEmpty() || driver.isEmpty()) {
            String missing = "No browser test without Chromium: install chromium and chromium-driver (found %s, %s)"
                    .formatted(chromium.orElse(null), driver.orElse(null));
            if ("true".equals(System.getenv("ANCHANG_BROWSER_REQUIRED"))) {
                fail(missing);
            }
            abort(missing);
        }
        ChromeOptions options = new ChromeOptions();
        options.setBinary(chromium.orElseThrow());
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--lang=zh-CN",
                "--accept-lang=zh-CN",
                "--window-size=%d,%d".formatted(DESK.width, DESK.height));
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(driver.orElseThrow())
                .usingAnyFreePort()
                .build();
        return new ChromeDriver(service, options);
    }

    private static Optional<File> program(String... names) {
        String path = System.getenv().getOrDefault("PATH", "") + File.pathSeparator + "/usr/bin";
        return Stream.of(names)
                .flatMap(name -> Stream.of(path.split(File.pathSeparator)).map(folder -> new File(folder, name)))
                .filter(File::canExecute)
                .findFirst();
    }

    /** Leaves nothing behind but what the browser has cached. */
    void close() {
        try {
            chrome.getWindowHandles().stream().skip(1).toList().forEach(window -> {
                chrome.switchTo().window(window);
                chrome.close();
            });
            chrome.switchTo().window(chrome.getWindowHandles().iterator().next());
            chrome.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
            chrome.executeCdpCommand(
                    "Storage.clearDataForOrigin", Map.of("origin", base, "storageTypes", "local_storage,indexeddb"));
            chrome.executeCdpCommand("Network.clearBrowserCookies", Map.of());
            ((JavascriptExecutor) chrome).executeScript("sessionStorage.clear()");
            chrome.get("about:blank");
            chrome.manage().window().setSize(DESK);
            chrome.manage().logs().get(LogType.BROWSER);
            FREE.push(chrome);
        } catch (WebDriverException e) {
            chrome.quit();
        }
    }

    static void closeAll() {
        FREE.forEach(ChromeDriver::quit);
        FREE.clear();
    }

    public ChromeDriver driver() {
        return chrome;
    }

    // ---- where one is

    public Browser go(String path) {
        chrome.get(base + path);
        return this;
    }

    /** Path and what stands behind the #. */
    public String place() {
        String url = chrome.getCurrentUrl();
        return url.startsWith(base) ? url.substring(base.length()) : "";
    }

    public Browser signIn(String userId) {
        return signIn(userId, userId);
    }

    /** On the sign-in page, wherever one was led to it from. */
    public Browser signIn(String userId, String password) {
        if (!place().startsWith("/login")) {
            go("/login");
        }
        until("the sign-in form is filled", driver -> {
            try {
                type("#username", userId);
                type("#password", password);
                boolean stayed = userId.equals(see("#username").getDomProperty("value"))
                        && password.equals(see("#password").getDomProperty("value"));
                if (stayed) {
                    click("button[type=submit]");
                }
                return stayed ? true : null;
            } catch (StaleElementReferenceException e) {
                return null;
            }
        });
        until(
                "signed in",
                driver ->
                        !place().startsWith("/login") || chrome.getPageSource().contains("role=\"alert\""));
        return this;
    }

    /** Somebody else sits down here. */
    public Browser signInInstead(String userId) {
        go("/").clickText("退出");
        see("#username");
        return signIn(userId);
    }

    /** Opens Tasklist at one task, in the filter of all tasks. */
    public Browser openTask(String taskId) {
        go("/camunda/app/tasklist/default/#/?task=" + taskId);
        see(".task-card, [cam-tasklist-task-meta], .task-details");
        return this;
    }

    // ---- what one sees and does

    public WebElement see(String css) {
        return until(css + " is seen", driver -> visible(CSS, css));
    }

    public List<WebElement> all(String css) {
        return chrome.findElements(By.cssSelector(css));
    }

    public String text(String css) {
        return until(css, driver -> {
            WebElement element = visible(CSS, css);
            return element == null ? null : element.getText();
        });
    }

    /** Waits until the whole page shows this. */
    public Browser seeText(String text) {
        until("the page shows " + text, driver -> bodyOf(driver).contains(text));
        return this;
    }

    public String pageText() {
        return until("the page", Browser::bodyOf);
    }

    /** As the browser itself puts it together: WebDriver's own way goes through every element and holds the page up. */
    private static String bodyOf(WebDriver driver) {
        String text = (String) ((JavascriptExecutor) driver)
                .executeScript("return document.body === null ? '' : document.body.innerText");
        return text.replace('\t', ' ').replace('\u00a0', ' ');
    }

    public Browser type(String css, String text) {
        WebElement field = until(css, driver -> enabled(CSS, css));
        field.clear();
        field.sendKeys(text);
        return this;
    }

    public Browser click(String css) {
        return press(CSS, css);
    }

    /** Presses the button or link that carries this text. */
    public Browser clickText(String text) {
        return press(
                XPATH,
                "//*[self::button or self::a][contains(normalize-space(.), '%s') and not(ancestor-or-self::*[contains(@class,'ng-hide')])]"
                        .formatted(text));
    }

    private Browser press(String how, String what) {
        until(what + " pressed", driver -> {
            WebElement element = enabled(how, what);
            if (element == null) {
                return null;
            }
            try {
                element.click();
                return true;
            } catch (StaleElementReferenceException | org.openqa.selenium.ElementClickInterceptedException e) {
                return null;
            }
        });
        return this;
    }

    /**
     * The first such element when a person can see it, else null; asked of the browser itself, which is cheap while one waits. A choice
     * is seen where its list is.
     */
    private WebElement visible(String how, String what) {
        return (WebElement) run(
                how + "const seen = one && (one.closest('select') || one);"
                        + "return seen && seen.checkVisibility({visibilityProperty: true}) && seen.getClientRects().length > 0"
                        + " ? one : null",
                what);
    }

    private WebElement enabled(String how, String what) {
        WebElement element = visible(how, what);
        return element == null || !element.isEnabled() ? null : element;
    }

    /** The button under a form that hands it in. */
    public Browser complete() {
        return click("button[ng-click*='complete']");
    }

    public Object run(String script, Object... arguments) {
        return ((JavascriptExecutor) chrome).executeScript(script, arguments);
    }

    /** A page may be replaced while it is looked at; then one looks again. */
    public <T> T until(String what, ExpectedCondition<T> condition) {
        return new WebDriverWait(chrome, PATIENCE, GLANCE)
                .withMessage(what)
                .ignoring(StaleElementReferenceException.class)
                .until(condition);
    }

    public Path picture(String name) {
        try {
            Files.createDirectories(PICTURES);
            return Files.write(PICTURES.resolve(name + ".png"), chrome.getScreenshotAs(OutputType.BYTES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

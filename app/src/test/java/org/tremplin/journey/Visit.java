package org.tremplin.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.ViewportSize;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.tremplin.Visitor;
import org.tremplin.platform.TremplinSettings;

/**
 * Somebody in front of a browser window, with cookies of their own.
 *
 * <pre>{@code
 * try (Visit phone = Visit.of(settings).phone().open("/c/jardin")) {
 *     phone.page().getByRole(AriaRole.LINK, …).click();
 *     phone.isAccessible();
 *     phone.picture("campagne-390");
 * }
 * }</pre>
 */
final class Visit implements AutoCloseable {

    private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "RGAAv4");
    private static final Path PICTURES = Path.of("../docs/images");
    private static final int UNDER_THE_BAR = 200;
    private static final int TIMEOUT_MS = 30_000;
    /** Texts of drawings that are cut off by their drawing or smaller than 11 px on the screen. */
    private static final String BAD_DRAWING_TEXTS = """
            () => [...document.querySelectorAll('svg text')].filter(t => t.textContent.trim() && t.getClientRects().length)
              .flatMap(t => {
                const box = t.getBoundingClientRect(), frame = t.ownerSVGElement.getBoundingClientRect();
                const scale = t.getScreenCTM() ? Math.hypot(t.getScreenCTM().a, t.getScreenCTM().b) : 1;
                const size = parseFloat(getComputedStyle(t).fontSize) * scale;
                const cut = getComputedStyle(t.ownerSVGElement).overflow === 'visible'
                  ? box.left < -1 || box.right > innerWidth + 1
                  : box.left < frame.left - 1 || box.right > frame.right + 1
                    || box.top < frame.top - 1 || box.bottom > frame.bottom + 1;
                return size < 10.95 ? [`${t.textContent.trim()}: ${size.toFixed(1)} px`]
                  : cut ? [`${t.textContent.trim()}: cut off`] : [];
              })""";

    private final BrowserContext context;
    private final Page page;
    private final String address;
    private final boolean scripted;
    private final List<String> complaints = new ArrayList<>();

    private Visit(BrowserContext context, String address, boolean scripted) {
        this.context = context;
        this.scripted = scripted;
        this.address = address;
        context.setDefaultTimeout(TIMEOUT_MS);
        this.page = context.newPage();
        page.onConsoleMessage(message -> {
            if ("error".equals(message.type())) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
    }

    static Window of(TremplinSettings settings) {
        return new Window(settings.absolute(""));
    }

    Page page() {
        return page;
    }

    /** Goes to an address of the application and gives the status of the answer. */
    int go(String path) {
        Response response = page.navigate(path.startsWith("http") ? path : address + path);
        return response == null ? 0 : response.status();
    }

    /** A second window of the same person. */
    Page secondPage(String path) {
        Page second = context.newPage();
        second.navigate(address + path);
        return second;
    }

    /** The link with this in its address, of the newest mail that has one; goes through the mailbox of the demonstration. */
    String mailed(String like) {
        for (int look = 0; look < 40; look++) {
            go("/demo/courrier");
            for (String mail : page.locator(".mails a").all().stream()
                    .limit(3)
                    .map(link -> link.getAttribute("href"))
                    .toList()) {
                go(mail);
                Locator link = page.locator(".mail-links a[href*='" + like + "']");
                if (link.count() > 0) {
                    return link.first().getAttribute("href");
                }
            }
            page.waitForTimeout(250);
        }
        throw new AssertionError("No mail with " + like);
    }

    /** What the console complained of: refused styles and scripts, missing files, errors. */
    List<String> complaints() {
        return List.copyOf(complaints);
    }

    /** Accessible, no wider than its window, and without a complaint so far. */
    void isSound() {
        isAccessible();
        fitsTheWindow();
        assertThat(complaints).as("on %s", page.url()).isEmpty();
    }

    /** No violation of the rules a machine can check, and no unreadable text in a drawing. */
    void isAccessible() {
        if (!scripted) {
            // the checker is a script itself; the same page is checked where scripts run
            return;
        }
        // unrolled: else a bar at the bottom covers whatever is under it, and the checker blames that for being small
        ViewportSize window = page.viewportSize();
        int height = ((Number) page.evaluate("() => document.documentElement.scrollHeight")).intValue();
        page.setViewportSize(window.width, Math.max(window.height, height + UNDER_THE_BAR));
        // a page has no frame of another origin, so it is checked where it stands, not by way of a second blank page;
        // what passes is not written down
        AxeRunOptions options = new AxeRunOptions();
        options.setResultTypes(List.of("violations"));
        List<String> violations = new AxeBuilder(page)
                .setLegacyMode(true).options(options).withTags(RULES).analyze().getViolations().stream()
                        .flatMap(rule -> rule.getNodes().stream()
                                .map(node -> rule.getId() + " " + node.getTarget() + " " + node.getHtml()))
                        .toList();
        assertThat(violations).as("axe on %s", page.url()).isEmpty();
        page.setViewportSize(window.width, window.height);
        drawingsAreReadable();
    }

    void drawingsAreReadable() {
        assertThat((List<?>) page.evaluate(BAD_DRAWING_TEXTS))
                .as("texts in drawings on %s", page.url())
                .isEmpty();
    }

    /** Nothing is wider than the window. */
    void fitsTheWindow() {
        assertThat(page.evaluate("() => document.documentElement.scrollWidth <= window.innerWidth"))
                .as("%s is wider than its window", page.url())
                .isEqualTo(true);
    }

    /** Writes a picture of the window to docs/images when the property or variable PICTURES is set. */
    void picture(String name) {
        picture(name, false);
    }

    void picture(String name, boolean wholePage) {
        if (System.getProperty("PICTURES", System.getenv().getOrDefault("PICTURES", ""))
                .isEmpty()) {
            return;
        }
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(PICTURES.resolve(name + ".png"))
                .setFullPage(wholePage));
    }

    @Override
    public void close() {
        context.close();
    }

    /** A window before it is opened. */
    static final class Window {

        private static final int PHONE = 390;
        private static final int PHONE_HEIGHT = 844;
        private static final int DESK = 1280;
        private static final int DESK_HEIGHT = 900;

        private final String address;
        private final Browser.NewContextOptions options = new Browser.NewContextOptions()
                .setLocale("fr-FR")
                .setTimezoneId("Europe/Paris")
                .setReducedMotion(ReducedMotion.REDUCE)
                .setColorScheme(ColorScheme.LIGHT)
                .setViewportSize(DESK, DESK_HEIGHT);
        private final List<Cookie> cookies = new ArrayList<>();
        private boolean scripted = true;

        private Window(String address) {
            this.address = address;
        }

        Window phone() {
            options.setViewportSize(PHONE, PHONE_HEIGHT);
            return this;
        }

        /** With a finger in place of a mouse. */
        Window touch() {
            options.setHasTouch(true);
            return phone();
        }

        Window dark() {
            options.setColorScheme(ColorScheme.DARK);
            return this;
        }

        Window withoutJavaScript() {
            options.setJavaScriptEnabled(false);
            scripted = false;
            return this;
        }

        /** Signed in as one of the {@code Visitors}. */
        Window signedInAs(Visitor visitor) {
            cookies.add(new Cookie("session", Objects.requireNonNull(visitor.session()))
                    .setUrl(address)
                    .setHttpOnly(true));
            return this;
        }

        Visit open(String path) {
            BrowserContext context = Chromium.find().orElseThrow().newContext(options);
            context.addCookies(cookies);
            Visit visit = new Visit(context, address, scripted);
            visit.go(path);
            return visit;
        }
    }
}

package dev.gradus.lab.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.gradus.lab.Lab;
import dev.gradus.lab.LabOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/**
 * A lab and a browser that looks at it; afterwards the page must have had nothing to complain of.
 */
abstract class LabPage {
  static final int LAPTOP = 1366;
  static final int TELEPHONE = 390;

  private static final Path PICTURES = Path.of("target", "screenshots");

  /** One for all tests of a class: each has a lab of its own, and so its page's storage. */
  private static Chromium browser;

  Lab lab;
  Tab tab;

  @BeforeAll
  static void startBrowser() throws IOException {
    Optional<Path> program = Chromium.find();
    assumeTrue(program.isPresent(), "no chromium on the PATH: the page is not tested in a browser");
    browser = Chromium.start(program.get());
  }

  @AfterAll
  static void closeBrowser() {
    if (browser != null) {
      browser.close();
    }
  }

  @BeforeEach
  void open() throws Exception {
    lab = Lab.open(LabOptions.at(0));
    tab = browser.tab();
    tab.dress(LAPTOP, 860, false);
    tab.open(lab.link());
    tab.await("document.querySelector('#run-start') && document.querySelector('.link-state.on')");
  }

  @AfterEach
  void close() throws IOException {
    try {
      assertThat(tab.complaints()).as("what the page complained of").isEmpty();
      assertThat(tab.requests())
          .as("requests to another host")
          .allMatch(address -> address.startsWith(origin()) || address.startsWith("data:"));
    } finally {
      lab.close();
      tab.close();
    }
  }

  /** A second tab of the same browser. */
  Tab another() throws Exception {
    Tab another = browser.tab();
    another.dress(LAPTOP, 860, false);
    return another;
  }

  String origin() {
    return "http://127.0.0.1:" + lab.port() + "/";
  }

  /** Enters a room by its tab. */
  void enter(String room) throws IOException {
    tab.click("#tab-" + room);
    tab.await("!document.querySelector('#panel-" + room + "').hidden");
  }

  /** Keeps what can be seen, as build output. */
  void picture(String name) throws IOException {
    tab.value(
        "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(1))))");
    tab.picture(PICTURES.resolve(name + ".png"));
  }

  /** Waits for what the page's store knows. */
  void awaitStore(String expression) throws IOException {
    tab.value("import('/store.js').then((module) => { window.known = module.store; return 1; })");
    tab.await("((store) => " + expression + ")(window.known)");
  }

  /** An expression of the page's own modules, as a value: {@code store}, {@code get}. */
  Object ofPage(String expression) throws IOException {
    return tab.value(
        "Promise.all([import('/store.js'), import('/session.js')]).then(([{store}, {get}]) => "
            + expression
            + ")");
  }
}

package dev.gradus.lab.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The two languages, the two themes, the two widths, the keyboard. */
class LanguageTest extends LabPage {

  @Test
  void theLanguageIsSwitchedEverywhereAndKept() throws Exception {
    assertThat(tab.text("#tab-learn")).contains("Learn");
    tab.click("#language");
    tab.await("document.documentElement.lang === 'zh-CN'");

    assertThat(tab.text("#tab-learn")).contains("学习");
    assertThat(tab.text("#run-start")).contains("开始");
    for (String room : new String[] {"learn", "step", "check", "use"}) {
      enter(room);
      tab.await(
          "/\\p{Script=Han}/u.test(document.querySelector('#panel-" + room + " h2')?.textContent)");
    }
    tab.value("(() => { window.former = true; location.reload(); })()");
    tab.await("!window.former && document.querySelector('#tab-learn')?.textContent.includes('学习')");
  }

  @Test
  void theKeyboardIsEnough() throws Exception {
    tab.value("document.querySelector('#tab-learn').focus()");
    for (String room : new String[] {"step", "check", "use"}) {
      tab.press("ArrowRight");
      tab.await("document.activeElement.id === 'tab-" + room + "'");
    }
    enter("step");
    tab.awaitThere(".matrix");
    tab.value("document.querySelector('.matrix [tabindex=\"0\"]').focus()");
    tab.press("ArrowRight");
    tab.await("document.activeElement.dataset.column === '1'");
    tab.press("Enter");
    tab.await("document.querySelector('.why strong')");
  }

  /** Each room in both languages and both themes, and on a telephone: to be looked at. */
  @Test
  void picturesOfEachRoomAreKept() throws Exception {
    tab.click("#run-start");
    tab.await("document.querySelector('.run-state').textContent === 'Finished.'");
    for (String language : new String[] {"en", "zh"}) {
      for (boolean dark : new boolean[] {false, true}) {
        tab.dress(LAPTOP, 860, dark);
        rooms(language + (dark ? "-dark" : "-light"));
      }
      tab.dress(TELEPHONE, 844, false);
      rooms(language + "-telephone");
      assertThat(tab.is("document.documentElement.scrollWidth <= innerWidth"))
          .as("nothing sticks out")
          .isTrue();
      tab.click("#language");
      tab.await(
          "document.documentElement.lang !== '" + (language.equals("en") ? "en" : "zh-CN") + "'");
    }
  }

  private void rooms(String kind) throws Exception {
    enter("learn");
    tab.await(
        "document.querySelector('#panel-learn .curve') && document.querySelector('.network-picture')");
    picture("learn-" + kind);
    enter("step");
    tab.click("[data-step=\"h2\"]");
    tab.click("[data-matrix=\"w2\"] [data-row=\"4\"][data-column=\"2\"]");
    tab.awaitThere("#weight-gradient");
    picture("step-" + kind);
    enter("check");
    tab.awaitThere(".heat-cell");
    tab.click("#plant-BIAS_AVERAGED");
    tab.awaitThere("#clinic");
    picture("check-" + kind);
    tab.click("#plant-none");
    enter("use");
    tab.awaitThere("#prediction");
    picture("use-" + kind);
  }
}

package dev.gradus.lab.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the page is made of. */
class PageFilesTest {
  private static final Pattern IMPORT = Pattern.compile("from '(\\.[^']+)'");

  /** Ways to make markup, styles or programs out of text. */
  private static final Pattern MARKUP =
      Pattern.compile(
          "innerHTML|outerHTML|insertAdjacentHTML|document\\.write|DOMParser|createContextualFragment"
              + "|\\beval\\(|new Function|setAttribute\\('style'|javascript:");

  @Test
  void theListNamesEachFileOnceAndNoOther() throws Exception {
    List<String> listed = PageFiles.read("files.txt").lines().toList();

    assertThat(listed).hasSizeGreaterThan(20).doesNotHaveDuplicates();
    assertThat(listed).containsExactlyInAnyOrderElementsOf(PageFiles.names());
  }

  @Test
  void whatAModuleImportsIsThere() throws Exception {
    List<String> names = PageFiles.names();
    List<String> missing = new ArrayList<>();
    int seen = 0;
    for (Map.Entry<String, String> script : PageFiles.scripts().entrySet()) {
      Matcher found = IMPORT.matcher(script.getValue());
      while (found.find()) {
        seen++;
        String wanted =
            java.nio.file.Path.of(script.getKey())
                .resolveSibling(found.group(1))
                .normalize()
                .toString();
        if (!names.contains(wanted)) {
          missing.add(script.getKey() + " imports " + found.group(1));
        }
      }
    }
    assertThat(missing).isEmpty();
    assertThat(seen).isGreaterThan(50);
  }

  /** Column names, cells and file names come from strangers: they are only ever text. */
  @Test
  void noModuleMakesMarkupOfText() throws Exception {
    PageFiles.scripts()
        .forEach((name, text) -> assertThat(MARKUP.matcher(text).find()).as(name).isFalse());
  }

  @Test
  void noFileNamesAnotherHost() throws Exception {
    Pattern address = Pattern.compile("https?://(?!www\\.w3\\.org/)");
    for (String name : PageFiles.names()) {
      assertThat(address.matcher(PageFiles.read(name)).find()).as(name).isFalse();
    }
  }

  /** The policy allows none. */
  @Test
  void thereIsNoScriptAndNoStyleInsideTheHtml() throws Exception {
    String html = PageFiles.read("index.html");

    assertThat(html).contains("<script").doesNotContainPattern("<script[^>]*>[^<]");
    assertThat(html).doesNotContain("<style").doesNotContainPattern("\\s(style|on[a-z]+)=");
  }
}

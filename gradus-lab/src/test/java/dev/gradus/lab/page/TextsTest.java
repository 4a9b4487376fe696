package dev.gradus.lab.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradus.clinic.Mistake;
import dev.gradus.tabular.file.Json;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The texts of the two languages, and the places where they are used. */
class TextsTest {
  private static final Pattern KEY =
      Pattern.compile("(?:\\bt\\(|data-t(?:-label)?=)['\"]([a-z][\\w.]*)['\"]");
  private static final Pattern NAME = Pattern.compile("\\{(\\w+)\\}");

  @SuppressWarnings("unchecked")
  private static Map<String, Object> texts(String language) throws Exception {
    return (Map<String, Object>)
        Json.read(PageFiles.read("text/" + language + ".json").getBytes(StandardCharsets.UTF_8));
  }

  private static Set<String> names(Object sentence) {
    Set<String> names = new TreeSet<>();
    Matcher found = NAME.matcher((String) sentence);
    while (found.find()) {
      names.add(found.group(1));
    }
    return names;
  }

  @Test
  void bothLanguagesHaveTheSameKeysInTheSameOrder() throws Exception {
    assertThat(texts("zh").keySet()).containsExactlyElementsOf(texts("en").keySet());
    assertThat(texts("en")).hasSizeGreaterThan(200);
  }

  @Test
  void aSentenceTakesTheSameNamesInBothLanguages() throws Exception {
    Map<String, Object> chinese = texts("zh");
    texts("en")
        .forEach(
            (key, sentence) ->
                assertThat(names(chinese.get(key))).as(key).isEqualTo(names(sentence)));
  }

  @Test
  void theChineseIsChinese() throws Exception {
    Set<String> same = new LinkedHashSet<>();
    Map<String, Object> english = texts("en");
    texts("zh")
        .forEach(
            (key, sentence) -> {
              boolean han =
                  ((String) sentence)
                      .codePoints()
                      .anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
              if (!han && ((String) english.get(key)).matches(".*[a-z]{4,}.*")) {
                same.add(key);
              }
            });
    assertThat(same).containsExactlyInAnyOrderElementsOf(WORDS_OF_THE_PROGRAM);
  }

  /** Names that are the same in every language. */
  private static final Set<String> WORDS_OF_THE_PROGRAM =
      Set.of("weight.delta", "layers.kind", "check.count", "check.at");

  @Test
  void eachKeyThatTheModulesNameIsThere() throws Exception {
    Set<String> used = new TreeSet<>();
    StringBuilder all = new StringBuilder(PageFiles.read("index.html"));
    PageFiles.scripts().values().forEach(all::append);
    Matcher found = KEY.matcher(all);
    while (found.find()) {
      used.add(found.group(1));
    }
    assertThat(used).hasSizeGreaterThan(80);
    assertThat(texts("en").keySet()).containsAll(used);
  }

  @Test
  void eachMistakeHasItsWords() throws Exception {
    for (Mistake mistake : Mistake.all()) {
      assertThat(texts("en"))
          .containsEntry("mistake." + mistake.name(), mistake.title())
          .containsEntry("mistake." + mistake.name() + ".means", mistake.sentence())
          .containsEntry("mistake." + mistake.name() + ".wants", mistake.wants());
    }
  }
}

package dev.gradus.tabular.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.gradus.error.ModelFormatException;
import dev.gradus.tabular.file.Json.JsonException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class JsonObjectTest {
  private static final String TEXT =
      "{\"t\":\"x\",\"b\":true,\"n\":2,\"r\":1.5,\"o\":{\"p\":[1]},\"l\":[{\"q\":1},{\"q\":2}],"
          + "\"ts\":[\"u\",\"v\"],\"ns\":[1,2.5],\"x-mine\":0}";

  private final JsonObject object;

  JsonObjectTest() throws JsonException {
    object = JsonObject.of("m", "all", Json.read(TEXT.getBytes(StandardCharsets.UTF_8)));
  }

  private static void refused(ThrowingCallable call, String message) {
    assertThatExceptionOfType(ModelFormatException.class)
        .isThrownBy(call)
        .withMessage("m: " + message);
  }

  @Test
  void givesWhatIsThere() {
    assertThat(object.text("t")).isEqualTo("x");
    assertThat(object.truth("b")).isTrue();
    assertThat(object.number("n")).isEqualTo(2);
    assertThat(object.number("r")).isEqualTo(1.5);
    assertThat(object.whole("n", 2, 2)).isEqualTo(2);
    assertThat(object.whole("n")).isEqualTo(2);
    assertThat(object.object("o").numbers("p")).containsExactly(1.0);
    assertThat(object.objects("l")).extracting(entry -> entry.whole("q")).containsExactly(1L, 2L);
    assertThat(object.texts("ts")).containsExactly("u", "v");
    assertThat(object.numbers("ns")).containsExactly(1.0, 2.5);
    assertThat(object.has("z")).isFalse();
    assertThat(object.keys()).startsWith("t", "b", "n");
  }

  @Test
  void namesTheKeyThatIsMissingOrOfAnotherKind() {
    refused(() -> object.text("z"), "all: \"z\" is missing");
    refused(() -> object.text("n"), "all.n: a text is wanted");
    refused(() -> object.truth("t"), "all.t: true or false is wanted");
    refused(() -> object.number("t"), "all.t: a number is wanted");
    refused(() -> object.whole("r"), "all.r: a whole number is wanted");
    refused(() -> object.whole("n", 3, 9), "all.n: wants a whole number from 3 to 9");
    refused(() -> object.whole("r", 1, 9), "all.r: wants a whole number from 1 to 9");
    refused(() -> object.object("l"), "all.l: an object is wanted");
    refused(() -> object.objects("ts"), "all.ts[0]: an object is wanted");
    refused(() -> object.texts("ns"), "all.ns: a list of texts is wanted");
    refused(() -> object.numbers("ts"), "all.ts: a list of numbers is wanted");
    refused(() -> object.numbers("o"), "all.o: a list is wanted");
    refused(() -> JsonObject.of("m", "top", List.of()), "top: an object is wanted");
    refused(() -> object.object("o").text("z"), "all.o: \"z\" is missing");
  }

  @Test
  void refusesUnknownKeysButTheUsersOwn() {
    refused(() -> object.only("t", "b", "n", "r", "o", "l", "ts"), "all: unknown key \"ns\"");
    assertThat(object.only("t", "b", "n", "r", "o", "l", "ts", "ns")).isSameAs(object);
  }

  @Test
  void aHostileKeyIsShownEscaped() {
    refused(
        () -> JsonObject.of("m", "p", java.util.Map.of("\u001b[31m", 1L)).only("a"),
        "p: unknown key \"\\u001b[31m\"");
  }
}

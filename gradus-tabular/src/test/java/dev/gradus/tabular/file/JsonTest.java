package dev.gradus.tabular.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.gradus.tabular.file.Json.JsonException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonTest {
  private static Object read(String text) throws JsonException {
    return Json.read(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String refusal(String text) {
    return refusal(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String refusal(byte[] text) {
    try {
      return "read as " + Json.read(text);
    } catch (JsonException e) {
      return String.valueOf(e.getMessage());
    }
  }

  @Test
  void readsPlainValuesInTheOrderOfTheText() throws JsonException {
    Object value = read(" {\"b\":[1, -2.5, true, \"x\\u00e9\"], \"a\":{}} ");
    Map<String, Object> wanted = new LinkedHashMap<>();
    wanted.put("b", List.of(1L, -2.5, true, "x\u00e9"));
    wanted.put("a", Map.of());
    assertThat(value).isEqualTo(wanted);
    assertThat(Json.write(value)).isEqualTo("{\"b\":[1,-2.5,true,\"x\u00e9\"],\"a\":{}}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"a\":1,\"a\":2}|byte 10: a key that comes twice",
        "[null]|byte 1: null is not wanted here",
        "{\"a\":1} x|malformed JSON",
        "[1] 2|byte 4: more after the end of the JSON",
        "[NaN]|malformed JSON",
        "[Infinity]|malformed JSON",
        "[-Infinity]|malformed JSON",
        "[1e999]|byte 1: a number too large for a double",
        "[0x10]|malformed JSON",
        "[01]|malformed JSON",
        "[+1]|malformed JSON",
        "[.5]|malformed JSON",
        "[1,]|malformed JSON",
        "{'a':1}|malformed JSON",
        "{a:1}|malformed JSON",
        "/* no */1|malformed JSON",
        "[1|malformed JSON",
        "\"a|malformed JSON",
        "``|no JSON at all",
        "`   `|no JSON at all",
      })
  void whatIsNotJsonIsRefusedWithItsPlace(String text, String message) {
    assertThat(refusal(text)).endsWith(message);
  }

  @Test
  void thirtyTwoDeepIsReadAndThirtyThreeIsNot() {
    assertThat(refusal("[".repeat(32) + "]".repeat(32))).startsWith("read as ");
    assertThat(refusal("[".repeat(33) + "]".repeat(33))).isEqualTo("nested more than 32 deep");
    assertThat(refusal("[".repeat(10_000))).isEqualTo("nested more than 32 deep");
    assertThat(refusal("{\"a\":".repeat(10_000))).isEqualTo("nested more than 32 deep");
  }

  @Test
  void aMegabyteIsReadAndOneByteMoreIsNot() {
    String text = "\"" + "x".repeat(Json.MAX_BYTES - 2) + "\"";
    assertThat(refusal(text)).startsWith("read as ");
    assertThat(refusal(text + " ")).isEqualTo("1048577 bytes of JSON; at most 1048576");
  }

  @Test
  void wholeNumbersBeyondLongAreDoublesAndThoseOfAThousandDigitsAreRefused() throws JsonException {
    assertThat(read("9223372036854775807")).isEqualTo(Long.MAX_VALUE);
    assertThat(read("-9223372036854775808")).isEqualTo(Long.MIN_VALUE);
    assertThat(read("9223372036854775808")).isEqualTo(0x1p63);
    assertThat(refusal("[1" + "0".repeat(400) + "]")).endsWith("a number too large for a double");
    assertThat(refusal("1" + "0".repeat(1000))).contains("malformed JSON");
  }

  @Test
  void badUtf8IsRefused() {
    for (byte[] text :
        List.of(
            new byte[] {'"', (byte) 0xff, '"'},
            new byte[] {'"', (byte) 0xc3, '"'},
            new byte[] {'"', (byte) 0xed, (byte) 0xa0, (byte) 0x80, '"'},
            new byte[] {0, '"'},
            new byte[] {(byte) 0xc3})) {
      assertThat(refusal(text)).as("%s", List.of(text)).endsWith("malformed JSON");
    }
  }

  @Test
  void doublesComeBackWithTheirBits() throws JsonException {
    List<Double> numbers =
        new ArrayList<>(
            List.of(
                0.0,
                -0.0,
                0.1,
                1e22,
                Math.nextUp(1e22),
                Double.MIN_VALUE,
                Double.MAX_VALUE,
                2.2250738585072014e-308));
    SplittableRandom random = new SplittableRandom(1);
    while (numbers.size() < 20_000) {
      double number = Double.longBitsToDouble(random.nextLong());
      if (Double.isFinite(number)) {
        numbers.add(number);
      }
    }
    List<?> again = (List<?>) read(Json.write(numbers));
    for (int i = 0; i < numbers.size(); i++) {
      double back = ((Number) again.get(i)).doubleValue();
      assertThat(Double.doubleToRawLongBits(back))
          .as("%s", numbers.get(i))
          .isEqualTo(Double.doubleToRawLongBits(numbers.get(i)));
    }
  }

  @Test
  void textsComeBackWhateverTheyHold() throws JsonException {
    String text = "\u0000\u001b\"\\/\n\u2028\ud83d\ude00 \u0130\u0131";
    assertThat(read(Json.write(List.of(text)))).isEqualTo(List.of(text));
    assertThat(new String(Json.bytes(text), StandardCharsets.UTF_8)).isEqualTo(Json.write(text));
  }

  @Test
  void whatHasNoJsonFormIsNotWritten() {
    assertThatIllegalArgumentException().isThrownBy(() -> Json.write(Double.NaN));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Json.write(List.of(Double.POSITIVE_INFINITY)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Json.write(new Object()))
        .withMessage("no JSON form of class java.lang.Object");
  }

  /** Whatever the bytes are: a value, or a {@link JsonException} with a message. */
  @Test
  void randomBytesNeverGiveAnotherException() {
    byte[] alphabet =
        "{}[]\":,0123456789eE+-.\\u truefalsnx\u00f6\u0000".getBytes(StandardCharsets.UTF_8);
    int read = 0;
    for (int seed = 0; seed < 20_000; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      byte[] text = "{\"a\":[1,-2.5e3,true],\"b\":\"x\\u00e9\"}".getBytes(StandardCharsets.UTF_8);
      for (int changes = random.nextInt(1, 4); changes > 0; changes--) {
        text[random.nextInt(text.length)] = alphabet[random.nextInt(alphabet.length)];
      }
      String said = refusal(text);
      assertThat(said).as("seed %d", seed).isNotEqualTo("null");
      read += said.startsWith("read as ") ? 1 : 0;
    }
    assertThat(read).isBetween(1000, 19_000);
  }

  @Test
  void theExceptionIsChecked() {
    assertThatExceptionOfType(JsonException.class).isThrownBy(() -> read("["));
  }
}

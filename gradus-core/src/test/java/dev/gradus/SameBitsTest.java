package dev.gradus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One hash, whatever machine is imitated: other lanes, no compiler, threads, locales. */
class SameBitsTest {
  private static String expected = "";

  /** What a Java process of its own prints. */
  private static String train(int threads, String... options)
      throws IOException, InterruptedException {
    List<String> arguments = new ArrayList<>();
    arguments.add("-XX:+IgnoreUnrecognizedVMOptions"); // UseAVX is known on x86 alone
    arguments.addAll(List.of(options));
    arguments.addAll(List.of("-cp", System.getProperty("java.class.path")));
    arguments.addAll(List.of(TinyTraining.class.getName(), Integer.toString(threads)));
    JavaProcess process = JavaProcess.run("java", arguments);
    assertThat(process.status()).as(process.output()).isZero();
    return process.output().lines().reduce((first, last) -> last).orElseThrow();
  }

  @BeforeAll
  static void trainPlainly() throws IOException, InterruptedException {
    expected = train(1);
  }

  @Test
  void hashIsOne() {
    assertThat(expected).matches("[0-9a-f]{8,16}");
  }

  @ParameterizedTest
  @CsvSource({
    "1, -Xint",
    "2, -Xint",
    "1, -XX:TieredStopAtLevel=1",
    "1, -XX:-TieredCompilation",
    "2, -XX:-TieredCompilation",
    "1, -XX:UseAVX=0",
    "1, -XX:UseAVX=2",
    "2, -XX:UseAVX=2",
    "1, -XX:-UseSuperWord",
    "1, -Duser.language=tr -Duser.country=TR",
    "2, -Duser.language=ar -Duser.country=EG",
    "2, -XX:+UseSerialGC",
    "3, -XX:+UseSerialGC",
    "1, --add-modules jdk.incubator.vector",
    "4, --add-modules jdk.incubator.vector",
    "8, --add-modules jdk.incubator.vector -XX:+UseParallelGC",
    "2, --add-modules jdk.incubator.vector -XX:UseAVX=1",
    "1, --add-modules jdk.incubator.vector -XX:UseAVX=2",
    "2, --add-modules jdk.incubator.vector -XX:UseAVX=3",
    "2, --add-modules jdk.incubator.vector -XX:TieredStopAtLevel=1",
    "1, --add-modules jdk.incubator.vector -XX:+UnlockDiagnosticVMOptions -XX:-UseLibmIntrinsic",
    "2, --add-modules jdk.incubator.vector -Dgradus.kernel=scalar -Duser.language=de",
  })
  void bitsAreTheSame(int threads, String options) throws IOException, InterruptedException {
    assertThat(train(threads, options.split(" ", -1))).isEqualTo(expected);
  }
}

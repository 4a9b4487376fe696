package dev.gradus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The script {@code ./gradus}, in a copy of its own, with JDKs and a Maven that are scripts too.
 */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {
  private static final String SAYS_ALL = "echo \"$(pwd)|$*\"\n";

  @TempDir Path folder;
  private LauncherCopy copy;

  @BeforeEach
  void copy() throws IOException {
    copy = new LauncherCopy(folder.toRealPath());
  }

  @Test
  void withoutAJdkOneLineSaysWhatIsWantedAndWhereItLooked() throws Exception {
    copy.built();
    Path old = copy.jdk("old", "17.0.1", SAYS_ALL);
    Spoken said = copy.run(Map.of("JAVA_HOME", old.toString()), "train");
    assertThat(said.status()).isEqualTo(69);
    assertThat(said.err())
        .isEqualTo(
            "gradus: error: no JDK 25 or newer found; looked at GRADUS_JAVA_HOME (not set), "
                + "JAVA_HOME (%s), java on the PATH and in %s\n".formatted(old, copy.places()));
  }

  @Test
  void aJavaHomeThatIsTooOldIsPassedOver() throws Exception {
    copy.built();
    copy.jdk("places/eight", "1.8.0_400", "echo 8");
    copy.jdk("places/new", "25.0.3", "echo 25");
    Path old = copy.jdk("old", "24", "echo 24");
    assertThat(copy.run(Map.of("JAVA_HOME", old.toString())).out()).isEqualTo("25\n");
    Path newer = copy.jdk("newer", "26-ea", "echo 26");
    assertThat(copy.run(Map.of("JAVA_HOME", newer.toString())).out()).isEqualTo("26\n");
  }

  @Test
  void aGradusJavaHomeThatCannotBeUsedIsAnError() throws Exception {
    copy.built();
    copy.jdk("places/new", "25.0.3", "echo 25");
    Path noCompiler = copy.jdk("jre", "25.0.3", "echo jre");
    Files.delete(noCompiler.resolve("bin/javac"));
    Spoken said = copy.run(Map.of("GRADUS_JAVA_HOME", noCompiler.toString()));
    assertThat(said.status()).isEqualTo(78);
    assertThat(said.err())
        .startsWith("gradus: error: GRADUS_JAVA_HOME: " + noCompiler)
        .matches("[^\n]+\n");
  }

  @Test
  void aJdkBehindALinkOnThePathIsFound() throws Exception {
    copy.built();
    Path jdk = copy.jdk("far away", "25", "echo far");
    Files.createSymbolicLink(copy.tools().resolve("java"), jdk.resolve("bin/java"));
    assertThat(copy.run(Map.of()).out()).isEqualTo("far\n");
  }

  @Test
  void throughALinkFromAnotherFolderTheFolderAndTheWordsAreKept() throws Exception {
    copy.built();
    copy.jdk("places/new one", "25.0.3", SAYS_ALL);
    Path elsewhere = Files.createDirectories(copy.root().resolve("else where"));
    Path link = Files.createSymbolicLink(elsewhere.resolve("g"), Path.of("../gradus"));
    Files.createSymbolicLink(elsewhere.resolve("h"), Path.of("g"));
    Spoken said = copy.run(elsewhere, elsewhere.resolve("h"), Map.of(), "a b", "*", "");
    assertThat(said.err()).isEmpty();
    assertThat(said.out())
        .isEqualTo("%s|-XX:+UseSerialGC -jar %s a b * \n".formatted(elsewhere, copy.jar()))
        .contains("a root with spaces");
    assertThat(link).exists();
  }

  @Test
  void theExitCodeAndTheProcessAreThoseOfJava() throws Exception {
    copy.built();
    copy.jdk("places/new", "25", "exit 65");
    assertThat(copy.run(Map.of(), "train").status()).isEqualTo(65);
    copy.jdk("places/new", "25", "echo $$; exec sleep 60");
    Process process = copy.start(copy.root(), copy.script(), Map.of());
    assertThat(process.inputReader().readLine()).isEqualTo(Long.toString(process.pid()));
    process.destroy();
    assertThat(process.waitFor()).isEqualTo(143);
  }

  @Test
  void theUsersCollectorReplacesOurs() throws Exception {
    copy.built();
    copy.jdk("places/new", "25", SAYS_ALL);
    assertThat(copy.run(Map.of("JDK_JAVA_OPTIONS", "-XX:+UseZGC")).out()).doesNotContain("Serial");
  }

  @Test
  void itBuildsWhenTheJarIsMissingOrOlderThanASource() throws Exception {
    copy.jdk("places/new", "25", "echo ran");
    copy.maven("mkdir -p gradus-cli/target; : >gradus-cli/target/gradus-cli-0.1.0.jar\n");
    assertThat(copy.run(Map.of()))
        .isEqualTo(new Spoken(0, "ran\n", "gradus: building (once; about a minute)\n"));
    assertThat(copy.run(Map.of())).isEqualTo(new Spoken(0, "ran\n", ""));
    copy.age(copy.jar());
    assertThat(copy.run(Map.of()).err()).isEqualTo("gradus: building (once; about a minute)\n");
    assertThat(copy.run(Map.of()).err()).isEmpty();
  }

  @Test
  void twoAtOnceBuildOnceWithFlockAndWithout() throws Exception {
    copy.jdk("places/new", "25", "echo ran");
    String slow =
        "echo built >>../builds; sleep 1; mkdir -p gradus-cli/target; : >\"$PWD/gradus-cli/target/gradus-cli-0.1.0.jar\"";
    copy.maven(slow);
    for (boolean flock : new boolean[] {true, false}) {
      if (!flock) {
        Files.deleteIfExists(copy.tools().resolve("flock"));
        Path state = copy.root().resolve(".gradus");
        Files.createSymbolicLink(
            state.resolve("lock.pid"), Path.of("99999999")); // its builder died
      }
      Files.deleteIfExists(copy.jar());
      Process first = copy.start(copy.root(), copy.script(), Map.of());
      Process second = copy.start(copy.root(), copy.script(), Map.of());
      assertThat(first.waitFor()).isZero();
      assertThat(second.waitFor()).isZero();
      assertThat(folder.resolve("builds")).hasContent("built");
      Files.delete(folder.resolve("builds"));
    }
    assertThat(copy.root().resolve(".gradus/lock.pid")).doesNotExist();
  }

  @Test
  void aBuildThatFailsShowsItsLogAndNoMavenIsOneLine() throws Exception {
    copy.jdk("places/new", "25", "echo ran");
    Spoken said = copy.run(Map.of());
    assertThat(said.status()).isEqualTo(69);
    assertThat(said.err())
        .isEqualTo(
            "gradus: error: no mvn on the PATH; building Gradus needs Maven 3.8.7 or newer\n");
    copy.maven("echo broken; exit 1");
    said = copy.run(Map.of());
    assertThat(said.status()).isEqualTo(70);
    assertThat(said.err()).contains("broken\ngradus: error: the build failed");
    assertThat(said.out()).isEmpty();
  }

  @Test
  void testIsMavensVerifyWithWhatIsAdded() throws Exception {
    Path jdk = copy.jdk("places/new", "25", "echo ran");
    copy.maven("echo \"$JAVA_HOME|$*\"; exit 3");
    Spoken said = copy.run(Map.of(), "test", "--long", "-Dtest=A B");
    assertThat(said)
        .isEqualTo(
            new Spoken(
                3,
                jdk
                    + "|-B -Dmaven.source.skip=true -Dmaven.javadoc.skip=true verify"
                    + " -Dgradus.long=true -Dtest=A B\n",
                ""));
  }

  @Test
  void benchBuildsItsOwnJarAndRunsWithTheVectorModule() throws Exception {
    copy.jdk("places/new", "25", SAYS_ALL);
    copy.maven(
        "mkdir -p gradus-bench/target; : >gradus-bench/target/gradus-bench-0.1.0.jar; echo \"$*\"");
    Spoken said = copy.run(Map.of(), "same-bits");
    assertThat(said.err()).isEqualTo("gradus: building (once; about a minute)\n");
    assertThat(said.out())
        .contains("--add-modules jdk.incubator.vector")
        .endsWith("-jar %s same-bits\n".formatted(benchJar()));
    assertThat(copy.run(Map.of(), "bench", "W1").err()).isEmpty();
    assertThat(copy.run(Map.of(), "bench", "W1").out()).endsWith("bench W1\n");
  }

  @Test
  void aPeerIsFetchedOnceAndPassedOverIfItCannotBe() throws Exception {
    copy.jdk("places/new", "25", SAYS_ALL);
    Path peer = Files.createDirectories(copy.root().resolve("gradus-bench/peers/one"));
    Files.writeString(peer.resolve("pom.xml"), "<project/>");
    String jar =
        "mkdir -p gradus-bench/target/peers/one; : >gradus-bench/target/gradus-bench-0.1.0.jar\n";
    copy.maven(jar + "case $* in *compile) exit 1;; esac");
    assertThat(copy.run(Map.of(), "bench", "--no-peers").err()).doesNotContain("fetching");
    Spoken said = copy.run(Map.of(), "bench");
    assertThat(said.status()).isZero();
    assertThat(said.err()).contains("fetching one (once)\n", "one cannot be fetched; see ");
    copy.maven(jar);
    assertThat(copy.run(Map.of(), "bench").err()).isEqualTo("gradus: fetching one (once)\n");
    assertThat(copy.run(Map.of(), "bench").err()).isEmpty();
  }

  private Path benchJar() {
    return copy.root().resolve("gradus-bench/target/gradus-bench-0.1.0.jar");
  }
}

package dev.gradus;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.AccessTarget.FieldAccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.elements.ClassesShouldConjunction;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may import whom, and what nobody may call: DESIGN.md, "Packages of the core". */
class ArchitectureTest {
  private static final JavaClasses CORE = core();

  /** What each package may import of the others. */
  private static final Map<String, Set<String>> MAY_IMPORT =
      Map.ofEntries(
          Map.entry("kernel", Set.of()),
          Map.entry("calculus", Set.of()),
          Map.entry("error", Set.of()),
          Map.entry("matrix", Set.of("kernel")),
          Map.entry("optimize", Set.of("matrix")),
          Map.entry("layer", Set.of("matrix", "calculus")),
          Map.entry("loss", Set.of("matrix", "calculus")),
          Map.entry("network", Set.of("matrix", "calculus", "layer", "loss")),
          Map.entry("clinic", Set.of("matrix", "calculus", "layer", "loss", "network")),
          Map.entry("data", Set.of("matrix", "error")),
          Map.entry("train", Set.of("matrix", "loss", "network", "optimize", "data", "error")));

  private static JavaClasses core() {
    try {
      Path classes =
          Path.of(
              dev.gradus.matrix.Matrix.class
                  .getProtectionDomain()
                  .getCodeSource()
                  .getLocation()
                  .toURI());
      return new ClassFileImporter().importPath(classes);
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }

  private static String[] packages(Stream<String> names) {
    return names.map(name -> "dev.gradus." + name + "..").toArray(String[]::new);
  }

  static Stream<String> names() {
    return MAY_IMPORT.keySet().stream().sorted();
  }

  @ParameterizedTest
  @MethodSource("names")
  void eachPackageImportsOnlyWhatTheDesignAllows(String name) {
    Set<String> allowed = Objects.requireNonNull(MAY_IMPORT.get(name));
    Stream<String> forbidden =
        names().filter(other -> !other.equals(name) && !allowed.contains(other));
    noClasses()
        .that()
        .resideInAPackage("dev.gradus." + name + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(packages(forbidden))
        .check(CORE);
  }

  @Test
  void nothingButTheJdkIsNeeded() {
    noClasses()
        .should()
        .dependOnClassesThat(
            DescribedPredicate.not(
                resideInAnyPackage(
                    "dev.gradus..", "java..", "jdk.incubator.vector..", "org.jspecify..")))
        .check(CORE);
  }

  @Test
  void packagesHaveNoCycles() {
    slices().matching("dev.gradus.(*)..").should().beFreeOfCycles().check(CORE);
  }

  private static ArchRule nobodyCalls(
      String what, java.util.function.Predicate<CodeUnitAccessTarget> banned) {
    return noClasses()
        .should()
        .callCodeUnitWhere(describe(what, call -> banned.test(call.getTarget())));
  }

  private static boolean calls(CodeUnitAccessTarget target, Class<?> owner, Set<String> names) {
    return target.getOwner().isAssignableTo(owner) && names.contains(target.getName());
  }

  /** Their bits differ by platform and compiler. */
  private static final ArchRule NO_AMBIGUOUS_MATHEMATICS =
      nobodyCalls(
          "a function of Math whose bits differ",
          target ->
              calls(
                  target,
                  Math.class,
                  Set.of(
                      "sin", "cos", "tan", "asin", "acos", "atan", "atan2", "exp", "log", "log10",
                      "log1p", "expm1", "pow", "cbrt", "sinh", "cosh", "tanh", "hypot")));

  private static final ArchRule NO_NORMALS_OF_THE_JDK =
      nobodyCalls(
          "nextGaussian or nextExponential",
          target -> Set.of("nextGaussian", "nextExponential").contains(target.getName()));

  /** The team measures whether its helpers come late; no number depends on who computes it. */
  private static final ArchRule NO_CLOCK =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName("dev.gradus.kernel.Team")
          .should()
          .callCodeUnitWhere(
              describe(
                  "a clock",
                  call ->
                      calls(call.getTarget(), System.class, Set.of("currentTimeMillis", "nanoTime"))
                          || (call.getTarget().getOwner().getPackageName().equals("java.time")
                              && call.getTarget().getName().equals("now"))));

  private static final ArchRule NO_AMBIENT_CHANCE =
      nobodyCalls(
          "an ambient generator",
          target ->
              calls(target, Math.class, Set.of("random"))
                  || (target.getName().equals("<init>")
                      && target.getOwner().isEquivalentTo(java.util.Random.class)
                      && target.getRawParameterTypes().isEmpty())
                  || target.getOwner().isEquivalentTo(java.util.concurrent.ThreadLocalRandom.class)
                  || target.getOwner().isEquivalentTo(java.security.SecureRandom.class));

  private static final ArchRule NO_PRINTING =
      noClasses()
          .should()
          .accessFieldWhere(
              describe(
                  "System.out, System.err or System.in",
                  access -> {
                    FieldAccessTarget target = access.getTarget();
                    return target.getOwner().isEquivalentTo(System.class);
                  }));

  private static final ArchRule NO_LOGGING =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.util.logging..")
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(System.Logger.class);

  private static final ArchRule NO_SERIALIZATION =
      noClasses()
          .should()
          .dependOnClassesThat()
          .areAssignableTo(java.io.ObjectInputStream.class)
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(java.io.ObjectOutputStream.class);

  private static ClassesShouldConjunction reflection() {
    return noClasses()
        .that()
        .doNotHaveFullyQualifiedName("dev.gradus.kernel.Loop") // copies its own template
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.lang.reflect..")
        .orShould()
        .callCodeUnitWhere(
            describe(
                "a method handle's lookup or a class by its name",
                call ->
                    calls(call.getTarget(), Class.class, Set.of("forName"))
                        || calls(
                            call.getTarget(),
                            java.lang.invoke.MethodHandles.class,
                            Set.of("lookup", "privateLookupIn", "publicLookup"))));
  }

  private static final ArchRule NO_REFLECTION = reflection();

  private static final Map<String, ArchRule> RULES =
      new TreeMap<>(
          Map.of(
              "mathematics", NO_AMBIGUOUS_MATHEMATICS,
              "normals", NO_NORMALS_OF_THE_JDK,
              "clock", NO_CLOCK,
              "chance", NO_AMBIENT_CHANCE,
              "printing", NO_PRINTING,
              "logging", NO_LOGGING,
              "serialization", NO_SERIALIZATION,
              "reflection", NO_REFLECTION));

  @Test
  void nobodyCallsWhatIsBanned() {
    RULES.values().forEach(rule -> rule.check(CORE));
  }

  /** A guard on the guards: every class and package was seen, and every package has its rule. */
  @Test
  void rulesSawTheClasses() {
    Set<String> seen = new TreeSet<>();
    for (JavaClass c : CORE) {
      if (!c.getPackageName().isEmpty()) {
        seen.add(c.getPackageName().substring("dev.gradus.".length()));
      }
    }
    assertThat(seen).isEqualTo(new TreeSet<>(MAY_IMPORT.keySet()));
    assertThat(CORE.size()).isGreaterThan(80);
    assertThat(CORE.contain(dev.gradus.network.Network.class)).isTrue();
    assertThat(CORE.get(dev.gradus.matrix.Matrix.class).getDirectDependenciesFromSelf())
        .anyMatch(d -> d.getTargetClass().getPackageName().equals("dev.gradus.kernel"));
  }

  /** A guard on the guards: each ban finds its own sinner below. */
  @Test
  void eachBanFindsASinner() {
    Map<String, Class<?>> sinners =
        Map.of(
            "mathematics", Sinners.Mathematics.class,
            "normals", Sinners.Normals.class,
            "clock", Sinners.Clock.class,
            "chance", Sinners.Chance.class,
            "printing", Sinners.Printing.class,
            "logging", Sinners.Logging.class,
            "serialization", Sinners.Serialization.class,
            "reflection", Sinners.Reflection.class);
    assertThat(sinners.keySet()).isEqualTo(RULES.keySet());
    sinners.forEach(
        (sin, sinner) -> {
          JavaClasses alone = new ClassFileImporter().importClasses(sinner);
          RULES.forEach(
              (name, rule) -> {
                if (sin.equals(name)) {
                  assertThatThrownBy(() -> rule.check(alone))
                      .as(name)
                      .isInstanceOf(AssertionError.class)
                      .hasMessageContaining(sinner.getSimpleName());
                } else {
                  rule.check(alone);
                }
              });
        });
  }

  /** One class for each ban, that breaks it and no other. */
  @SuppressWarnings("UnusedMethod")
  private static final class Sinners {
    static final class Mathematics {
      double sin(double x) {
        return Arrays.stream(new double[] {x}).map(v -> Math.tanh(v)).sum();
      }
    }

    static final class Normals {
      double sin(java.util.random.RandomGenerator random) {
        return random.nextGaussian();
      }
    }

    static final class Clock {
      long sin() {
        return System.nanoTime();
      }
    }

    static final class Chance {
      double sin() {
        return Math.random();
      }
    }

    static final class Printing {
      void sin() {
        System.err.println();
      }
    }

    static final class Logging {
      String sin(System.Logger logger) {
        return logger.getName();
      }
    }

    static final class Serialization {
      Object sin(java.io.ObjectInputStream in) throws java.io.IOException, ClassNotFoundException {
        return in.readObject();
      }
    }

    static final class Reflection {
      Class<?> sin() throws ClassNotFoundException {
        return Class.forName("dev.gradus.kernel.Loop");
      }
    }
  }
}

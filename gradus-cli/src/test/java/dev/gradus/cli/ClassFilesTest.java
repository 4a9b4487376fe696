package dev.gradus.cli;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * No file that is read can start anything: nothing in the class files of core, tabular, lab and
 * command line reads Java objects, finds a class by its name, starts a process or loads native
 * code. And nothing in it writes numbers as the locale of the process has them.
 */
class ClassFilesTest {
  /** One class of each module. */
  private static final List<Class<?>> MODULES =
      List.of(
          dev.gradus.network.Network.class,
          dev.gradus.tabular.model.Model.class,
          dev.gradus.lab.Lab.class,
          CheckCommand.class);

  private static final JavaClasses MAIN = main();

  private static JavaClasses main() {
    return new ClassFileImporter()
        .importLocations(MODULES.stream().map(ClassFilesTest::location).toList());
  }

  private static Location location(Class<?> one) {
    return Location.of(one.getProtectionDomain().getCodeSource().getLocation());
  }

  private static ArchRule nobodyCalls(Class<?> owner, Set<String> names) {
    return noClasses()
        .should()
        .callCodeUnitWhere(
            describe(
                owner.getSimpleName() + " " + names,
                call -> {
                  CodeUnitAccessTarget target = call.getTarget();
                  return target.getOwner().isAssignableTo(owner)
                      && names.contains(target.getName());
                }));
  }

  private static ArchRule nobodyKnows(Class<?> type) {
    return noClasses().should().dependOnClassesThat().areAssignableTo(type);
  }

  private static final Map<String, ArchRule> RULES =
      new TreeMap<>(
          Map.of(
              "objects", nobodyKnows(java.io.ObjectInputStream.class),
              "names", nobodyCalls(Class.class, Set.of("forName")),
              "loaders", nobodyCalls(ClassLoader.class, Set.of("loadClass", "findClass")),
              "processes", nobodyKnows(ProcessBuilder.class),
              "commands", nobodyCalls(Runtime.class, Set.of("exec")),
              "natives", nobodyCalls(System.class, Set.of("load", "loadLibrary")),
              "libraries", nobodyCalls(Runtime.class, Set.of("load", "loadLibrary")),
              "locales", nobodyFormatsAsTheLocaleHasIt()));

  /** Under ar-EG {@code %d} writes Arabic digits; a program need not set the root locale first. */
  private static ArchRule nobodyFormatsAsTheLocaleHasIt() {
    return noClasses()
        .should()
        .callCodeUnitWhere(
            describe(
                "String formats without a locale",
                call -> {
                  CodeUnitAccessTarget target = call.getTarget();
                  boolean ofLocale =
                      target.getRawParameterTypes().stream()
                          .anyMatch(type -> type.isEquivalentTo(Locale.class));
                  return target.getOwner().isEquivalentTo(String.class)
                      && Set.of("format", "formatted").contains(target.getName())
                      && !ofLocale;
                }));
  }

  @Test
  void nothingInMainCodeIsBanned() {
    RULES.values().forEach(rule -> rule.check(MAIN));
  }

  /** A guard on the guard: the classes of all four were seen. */
  @Test
  void rulesSawTheClasses() {
    assertThat(MODULES).allSatisfy(one -> assertThat(MAIN.contain(one)).isTrue());
    assertThat(MAIN.size()).isGreaterThan(500);
    assertThat(MODULES.stream().map(ClassFilesTest::location).distinct()).hasSize(4);
    assertThat(MAIN.stream().map(JavaClass::getName))
        .allMatch(name -> name.startsWith("dev.gradus.") || name.equals("module-info"));
  }

  /** A guard on the guard: each ban finds its own sinner, and no other's. */
  @Test
  void eachBanFindsASinner() {
    Map<String, Class<?>> sinners =
        Map.of(
            "objects", Sinners.Objects.class,
            "names", Sinners.Names.class,
            "loaders", Sinners.Loaders.class,
            "processes", Sinners.Processes.class,
            "commands", Sinners.Commands.class,
            "natives", Sinners.Natives.class,
            "libraries", Sinners.Libraries.class,
            "locales", Sinners.Locales.class);
    assertThat(sinners.keySet()).isEqualTo(RULES.keySet());
    sinners.forEach(
        (sin, sinner) -> {
          JavaClasses alone = new ClassFileImporter().importClasses(sinner);
          RULES.forEach(
              (name, rule) -> {
                EvaluationResult result = rule.evaluate(alone);
                assertThat(result.hasViolation()).as(name).isEqualTo(sin.equals(name));
              });
        });
  }

  /** One class for each ban, that breaks it and no other. */
  @SuppressWarnings({"UnusedMethod", "restricted"})
  private static final class Sinners {
    static final class Objects {
      Object sin(java.io.ObjectInputStream in) throws java.io.IOException, ClassNotFoundException {
        return in.readObject();
      }
    }

    static final class Names {
      Class<?> sin() throws ClassNotFoundException {
        return Class.forName("dev.gradus.network.Network");
      }
    }

    static final class Loaders {
      Class<?> sin(ClassLoader loader) throws ClassNotFoundException {
        return loader.loadClass("dev.gradus.network.Network");
      }
    }

    static final class Processes {
      Process sin() throws java.io.IOException {
        return new ProcessBuilder("true").start();
      }
    }

    static final class Commands {
      Process sin() throws java.io.IOException {
        return Runtime.getRuntime().exec(new String[] {"true"});
      }
    }

    static final class Natives {
      void sin() {
        System.loadLibrary("gradus");
      }
    }

    static final class Locales {
      String sin() {
        return "%d".formatted(1);
      }
    }

    static final class Libraries {
      void sin() {
        Runtime.getRuntime().load("gradus");
      }
    }
  }
}

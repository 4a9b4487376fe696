package dev.gradus.clinic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gradus.layer.Activation;
import dev.gradus.layer.Dense;
import dev.gradus.loss.StandardLoss;
import dev.gradus.matrix.Compute;
import dev.gradus.network.Network;
import dev.gradus.network.Penalty;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ClinicTest {
  private static final int NETWORKS = 20;

  static List<Mistake> mistakes() {
    return Mistake.all();
  }

  /** A gradient that failed, as a user brings it. */
  @SuppressWarnings("ArrayRecordComponent") // made once, never compared
  private record Patient(Planted planted, Specimen specimen, double[] theta, PlainNetwork plain) {
    double[] gradient() {
      return plain.gradient(planted);
    }

    boolean fails() {
      double[] right = plain.gradient(null);
      return !new Likeness(specimen.network().layout()).isSame(gradient(), right);
    }

    /** By the other program: so where two causes are named, both give these numbers. */
    void assertExplainedBy(Planted cause) {
      Likeness likeness = new Likeness(specimen.network().layout());
      assertThat(likeness.isSame(plain.gradient(cause), gradient()))
          .as("%s for %s", cause, planted)
          .isTrue();
    }

    Diagnosis diagnosis() {
      return new Clinic(specimen, theta).diagnose(gradient(), plain.numeric());
    }
  }

  /** Shape, batch, loss, penalty, weights, the place of the mistake and its η are all drawn. */
  private static List<Patient> patients(Mistake mistake) {
    Specimens specimens = new Specimens(7001L + Mistake.all().indexOf(mistake));
    List<Patient> patients = new ArrayList<>();
    while (patients.size() < NETWORKS) {
      Specimen specimen = specimens.next();
      double[] theta = specimens.theta(specimen);
      List<Planted> plantings = mistake.plantings(specimen);
      if (!plantings.isEmpty()) {
        Planted planted =
            plantings
                .get(specimens.random().nextInt(plantings.size()))
                .withStepSize(0.01 + specimens.random().nextDouble());
        PlainNetwork plain = new PlainNetwork(specimen, theta);
        Patient patient = new Patient(planted, specimen, theta, plain);
        if (patient.fails()) {
          patients.add(patient);
        }
      }
    }
    return patients;
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void namesTheCauseOfAGradientThatAnotherProgramComputed(Mistake mistake) {
    List<Diagnosis> right = new ArrayList<>();
    List<String> wrong = new ArrayList<>();
    for (Patient patient : patients(mistake)) {
      Diagnosis diagnosis = patient.diagnosis();
      boolean named = diagnosis.causes().stream().anyMatch(cause -> cause.mistake() == mistake);
      if (named) {
        right.add(diagnosis);
      } else if (diagnosis.isKnown()) {
        wrong.add(diagnosis.sentence());
      }
      for (Planted cause : diagnosis.causes()) {
        patient.assertExplainedBy(cause);
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(right.size()).isGreaterThanOrEqualTo(NETWORKS * 8 / 10);
  }

  @Test
  void aRightGradientHasNothingToExplain() {
    Specimens specimens = new Specimens(8001);
    for (int i = 0; i < NETWORKS; i++) {
      Specimen specimen = specimens.next();
      double[] theta = specimens.theta(specimen);
      PlainNetwork plain = new PlainNetwork(specimen, theta);
      double[] right = plain.gradient(null);
      Diagnosis diagnosis = new Clinic(specimen, theta).diagnose(right, plain.numeric());
      assertThat(diagnosis.sentence()).isEqualTo("all components agree: nothing to explain");
    }
  }

  /** Mistakes that stand in no table: whatever is said of them must not be a cause. */
  @Test
  void whatIsNotKnownIsNotGuessed() {
    Specimens specimens = new Specimens(8002);
    for (int i = 0; i < 5 * NETWORKS; i++) {
      Specimen specimen = specimens.next();
      double[] theta = specimens.theta(specimen);
      PlainNetwork plain = new PlainNetwork(specimen, theta);
      double[] gradient = plain.gradient(null);
      double greatest = 0;
      for (double g : gradient) {
        greatest = Math.max(greatest, Math.abs(g));
      }
      if (greatest < 1e-3) {
        continue; // softmax of one output, say
      }
      for (int k = 0; k < gradient.length; k++) {
        gradient[k] +=
            switch (i % 5) {
              case 0 -> 0.1 * greatest * (specimens.random().nextDouble() - 0.5); // noise
              case 1 -> 0.37 * gradient[k]; // a factor that is nobody's
              case 2 -> k == 0 ? greatest : 0; // one component
              case 3 -> greatest * 0.01; // a constant
              default -> k == gradient.length / 2 ? Double.NaN : 0;
            };
      }
      Diagnosis diagnosis = new Clinic(specimen, theta).diagnose(gradient, plain.numeric());
      assertThat(diagnosis.causes()).as("%s", diagnosis.sentence()).isEmpty();
      assertThat(diagnosis.sentence()).endsWith(": no pattern known");
    }
  }

  @Test
  void saysWhatAnExpertWouldSeeFirst() {
    Compute compute = Compute.float64();
    Network network = Network.of(1, Dense.dense(1, 1), Activation.TANH, Dense.dense(1, 1));
    Specimen specimen =
        new Specimen(
            network,
            StandardLoss.MSE,
            Penalty.NONE,
            compute.matrix(new double[][] {{1}, {-0.5}, {2}}),
            compute.matrix(new double[][] {{1}, {-2}, {0}}));
    double[] theta = {0.5, 0.25, -1, 0.75};
    PlainNetwork plain = new PlainNetwork(specimen, theta);
    double[] numeric = plain.numeric();
    Clinic clinic = new Clinic(specimen, theta);
    Planted everywhere = LossMistake.BATCH_MEAN_MISSING.plantings(specimen).getFirst();
    assertThat(clinic.diagnose(plain.gradient(everywhere), numeric).sentence())
        .isEqualTo("every ratio is 3, the batch: 1/batch is missing");
    Planted above = DenseMistake.BIAS_AVERAGED.plantings(specimen).get(2);
    assertThat(clinic.diagnose(plain.gradient(above), numeric).sentence())
        .isEqualTo(
            "every ratio of b2 is 0.333333, 1/batch; the rest agrees:"
                + " the bias's gradient is averaged at h2");
    Planted mask = ActivationMistake.DERIVATIVE_MISSING.plantings(specimen).getFirst();
    assertThat(clinic.diagnose(plain.gradient(mask), numeric).sentence())
        .isEqualTo(
            "W1, b1 differ, by no single ratio; the rest agrees:"
                + " the activation's derivative (its mask) is missing at a1");
  }

  @Test
  void theNumericGradientMustBeThisNetworks() {
    Specimens specimens = new Specimens(8003);
    Specimen specimen = specimens.next();
    double[] theta = specimens.theta(specimen);
    double[] gradient = new PlainNetwork(specimen, theta).gradient(null);
    double[] other = gradient.clone();
    for (int k = 0; k < other.length; k++) {
      other[k] /= 3.7;
    }
    assertThat(new Clinic(specimen, theta).diagnose(gradient, other).sentence())
        .isEqualTo(
            "every ratio is 3.7; the numeric gradient is not what this network gives here:"
                + " no pattern known");
    Arrays.fill(other, Double.NaN);
    assertThat(new Clinic(specimen, theta).diagnose(gradient, other).sentence())
        .startsWith("all components agree");
    assertThatThrownBy(() -> new Clinic(specimen, theta).diagnose(new double[1], new double[1]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("1 analytic and 1 numeric values; the network has ");
  }
}

package dev.gradus;

import dev.gradus.calculus.GradientCheck;
import dev.gradus.calculus.GradientReport;
import dev.gradus.data.Xoshiro256;
import dev.gradus.layer.Activation;
import dev.gradus.layer.Dense;
import dev.gradus.layer.StandardInitializer;
import dev.gradus.loss.StandardLoss;
import dev.gradus.matrix.Compute;
import dev.gradus.matrix.Matrix;
import dev.gradus.network.Network;

/**
 * A program of its own, for a table with one more activation: checks it with every loss, and prints
 * the last name in the table and how many parameters passed.
 */
final class NewActivation {
  private NewActivation() {}

  public static void main(String[] arguments) {
    Activation added = Activation.valueOf(arguments[0]);
    int passed = 0;
    for (StandardLoss loss : StandardLoss.values()) {
      passed += check(added, loss).requirePass().passes().size();
    }
    System.out.println(added.kind() + " " + passed);
  }

  private static GradientReport check(Activation activation, StandardLoss loss) {
    Xoshiro256 random = Xoshiro256.seeded(5);
    Compute compute = Compute.float64();
    Matrix x = compute.matrix(7, 3);
    Matrix target = compute.matrix(7, 2);
    StandardInitializer.STANDARD_NORMAL.fill(x, random);
    for (int i = 0; i < 7; i++) {
      target.setRow(i, new double[] {0.125 * i, 1 - 0.125 * i});
    }
    Network network =
        Network.of(
            3, Dense.dense(3, 6), activation, Dense.dense(6, 4), activation, Dense.dense(4, 2));
    double[] theta = network.initialize(compute, random).vector().toArray();
    return GradientCheck.standard().check(network.objective(loss, x, target), theta);
  }
}

import module dev.gradus.core;
import static dev.gradus.layer.Activation.RELU;
import static dev.gradus.layer.Dense.dense;

void main() {
  var network = Network.of(1, dense(1, 16), RELU, dense(16, 32), RELU, dense(32, 1));
  var random = Xoshiro256.seeded(0);
  var θ = network.initialize(Compute.float64(), random);
  var sine = BatchSource.drawn(1, 1, (r, x, y) -> y[0] = StrictMath.sin(x[0] = 10 * r.nextDouble() - 5));
  Trainer.of(network, StandardLoss.MAE).withOptimizer(Adam.adam()).withLength(new Length.Steps(10_000))
      .withLearningRate(LearningRate.linearDecay(1e-2)).train(θ, sine, random, TrainingListener.silent());
  var grid = IntStream.range(0, 1000).mapToDouble(i -> i / 99.9 - 5);
  var errors = grid.map(x -> StrictMath.sin(x)
      - network.predict(θ, Compute.float64().matrix(new double[][] {{x}})).get(0, 0));
  IO.println("mean absolute error on 1,000 points: " + errors.map(Math::abs).average().orElseThrow());
}

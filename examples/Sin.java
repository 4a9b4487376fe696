import module dev.gradus.core;
import static dev.gradus.layer.Activation.RELU;
import static dev.gradus.layer.Dense.dense;
void main() {
  var network = Network.of(1, dense(1, 16), RELU, dense(16, 32), RELU, dense(32, 1));
  var random = Xoshiro256.seeded(0);
  var θ = network.initialize(Compute.float64(), random);
  var sine = BatchSource.drawn(1, 1, (r, x, y) -> y[0] = StrictMath.sin(x[0] = 10 * r.nextDouble() - 5));
  Trainer.of(network, StandardLoss.MAE).withOptimizer(Adam.adam()).withLearningRate(LearningRate.linearDecay(1e-2))
      .withBatchSize(16).withLength(new Length.Steps(10_000)).train(θ, sine, random, TrainingListener.silent());
  var grid = IntStream.range(0, 1000).mapToDouble(i -> i / 99.9 - 5).mapToObj(x -> new double[] {x}).toArray(double[][]::new);
  var fit = network.predict(θ, Compute.float64().matrix(grid));
  var error = IntStream.range(0, 1000).mapToDouble(i -> Math.abs(fit.get(i, 0) - StrictMath.sin(grid[i][0]))).average();
  IO.println("mean absolute error on 1,000 points: " + error.orElseThrow());
}

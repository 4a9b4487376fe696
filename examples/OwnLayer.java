import module dev.gradus.core;
import static dev.gradus.layer.Dense.dense;

/** A layer of one's own: y = x + s x², with one learned s for each feature. */
record Bend() implements Layer {
  public int outputs(int inputs) { return inputs; }

  public List<Block> parameters(int inputs) {
    return List.of(new Block("s", 1, inputs, StandardInitializer.STANDARD_NORMAL, Block.Kind.WEIGHT));
  }

  public String symbol() { return "z"; }

  public String kind() { return "bend"; }

  public void forward(Frame f) {
    for (int i = 0; i < f.x().rows(); i++) {
      for (int j = 0; j < f.x().columns(); j++) {
        double x = f.x().get(i, j);
        f.y().set(i, j, x + f.theta(0).get(0, j) * x * x);
      }
    }
  }

  /** Only yᵢⱼ depends on xᵢⱼ, and every yᵢⱼ of a column on sⱼ: dsⱼ = Σᵢ dyᵢⱼ xᵢⱼ², dx = dy (1 + 2 s x). */
  public void backward(Frame f) {
    for (int j = 0; j < f.x().columns(); j++) {
      double ds = 0;
      for (int i = 0; i < f.x().rows(); i++) {
        double x = f.x().get(i, j), dy = f.dy().get(i, j);
        ds += dy * x * x;
        if (f.wantsDx()) f.dx().set(i, j, dy * (1 + 2 * f.theta(0).get(0, j) * x));
      }
      f.dTheta(0).set(0, j, ds);
    }
  }
}

void main() {
  var network = Network.of(2, dense(2, 4), new Bend(), dense(4, 1));
  var random = Xoshiro256.seeded(0);
  var x = Compute.float64().matrix(new double[][] {{1, 2}, {-1, 0.5}, {0, 3}});
  var y = Compute.float64().matrix(new double[][] {{1}, {0}, {2}});
  var θ = network.initialize(Compute.float64(), random).vector().toArray();
  IO.println(GradientCheck.standard().check(network.objective(StandardLoss.MSE, x, y), θ).summary());
}

package dev.gradus.layer;

import java.util.List;

/**
 * One learned factor a feature, y = x · s: which features matter can be read from it.
 *
 * <p>Shapes: x, y [n × width], s [1 × width], at first 1.
 */
public record Scaling() implements Layer {
  private static final int s = 0;

  @Override
  public int outputs(int inputs) {
    return inputs;
  }

  @Override
  public List<Block> parameters(int inputs) {
    return List.of(new Block("s", 1, inputs, new Constant(1), Block.Kind.WEIGHT));
  }

  @Override
  public String symbol() {
    return "z";
  }

  @Override
  public String kind() {
    return "scaling";
  }

  @Override
  public void forward(Frame f) {
    f.y().setRowScaled(f.x(), f.theta(s)); // yₖⱼ = xₖⱼ sⱼ   [n × width]
  }

  /**
   * sⱼ takes part in column j of every sample, xₖⱼ in yₖⱼ alone:
   *
   * <pre>
   * ∂L/∂sⱼ  = Σₖ ∂L/∂yₖⱼ · ∂yₖⱼ/∂sⱼ = Σₖ dyₖⱼ xₖⱼ
   * ∂L/∂xₖⱼ = ∂L/∂yₖⱼ · ∂yₖⱼ/∂xₖⱼ   = dyₖⱼ sⱼ
   * </pre>
   */
  @Override
  public void backward(Frame f) {
    f.dTheta(s).setColumnSumsOfProduct(f.x(), f.dy()); // ds = Σₖ xₖ · dyₖ   [1 × width]
    if (f.wantsDx()) {
      f.dx().setRowScaled(f.dy(), f.theta(s)); //         dx = dy · s        [n × width]
    }
  }
}

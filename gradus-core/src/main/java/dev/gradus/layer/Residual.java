package dev.gradus.layer;

import dev.gradus.calculus.KinkSink;
import dev.gradus.matrix.ShapeException;
import java.util.List;

/**
 * A residual block: y = x + F(x), with F any stack of layers that keeps the width. What F has to
 * learn is the difference, and the gradient passes the block unhindered.
 *
 * <p>Shapes: x, y [n × width].
 *
 * <p>He, Zhang, Ren, Sun (2016), Deep Residual Learning for Image Recognition, eq. 1.
 *
 * @param inner the layers of F, in the order of the forward pass, at least one
 */
public record Residual(List<Layer> inner) implements Layer {

  /** Copies the list. */
  public Residual {
    inner = List.copyOf(inner);
    if (inner.isEmpty()) {
      throw new ShapeException("residual: wants at least one layer");
    }
  }

  /** The block of these layers. */
  public static Residual residual(Layer... layers) {
    return new Residual(List.of(layers));
  }

  @Override
  public int outputs(int inputs) {
    int width = inputs;
    for (Layer layer : inner) {
      width = layer.outputs(width);
    }
    if (width != inputs) {
      throw new ShapeException(
          "residual: its layers make " + width + " of " + inputs + "; wants the same width");
    }
    return width;
  }

  @Override
  public String symbol() {
    return "r";
  }

  @Override
  public String kind() {
    return "residual";
  }

  @Override
  public void forward(Frame f) {
    for (int i = 0; i < inner.size(); i++) {
      inner.get(i).forward(f.inner().get(i));
    }
    add(f);
  }

  private static void add(Frame f) {
    f.y().set(f.x());
    f.y().addScaled(1, f.inner().getLast().y()); // y = x + F(x)   [n × width]
  }

  /**
   * yₖᵢ = xₖᵢ + F(xₖ)ᵢ, so ∂L/∂F(xₖ)ᵢ = dyₖᵢ, and x has two ways to the loss:
   *
   * <pre>
   * ∂L/∂xₖⱼ = Σᵢ dyₖᵢ (δᵢⱼ + ∂F(xₖ)ᵢ/∂xₖⱼ) = dyₖⱼ + what F's backward makes of dy
   * </pre>
   */
  @Override
  public void backward(Frame f) {
    for (int i = inner.size() - 1; i >= 0; i--) {
      inner.get(i).backward(f.inner().get(i)); // the last one's dy is dy, the first one's dx is dx
    }
    if (f.wantsDx()) {
      f.dx().addScaled(1, f.dy()); // dx = F′ᵀ dy + dy   [n × width]
    }
  }

  @Override
  public void kinks(Frame f, KinkSink sink) {
    for (int i = 0; i < inner.size(); i++) {
      inner.get(i).forward(f.inner().get(i)); // once more, since what is held below changes its x
      inner.get(i).kinks(f.inner().get(i), sink);
    }
    add(f);
  }
}

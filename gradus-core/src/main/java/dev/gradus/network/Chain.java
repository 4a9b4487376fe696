package dev.gradus.network;

import dev.gradus.layer.Frame;
import dev.gradus.layer.Layer;
import dev.gradus.layer.Memory;
import dev.gradus.layer.Pass;
import dev.gradus.matrix.Matrix;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a stack of layers holds for the largest batch: each layer's output, the derivatives between
 * the layers, their memories, and the same again for layers that are made of layers. The ends (the
 * input, its derivative, and that of the last output) belong to whoever holds the stack.
 */
final class Chain {
  private final List<Link> links = new ArrayList<>();

  /**
   * One layer's part.
   *
   * @param dy ∂L/∂y; none behind the last layer
   */
  private record Link(
      Layer layer, int width, Matrix y, @Nullable Matrix dy, List<Matrix> memory, Chain inner) {

    /** Its memories for n rows; a row that serves the whole batch remains one. */
    List<Matrix> memory(int n) {
      List<Memory> wanted = layer.memory(width);
      List<Matrix> views = new ArrayList<>();
      for (int i = 0; i < memory.size(); i++) {
        boolean perSample = wanted.get(i) instanceof Memory.PerSample;
        views.add(perSample ? memory.get(i).firstRows(n) : memory.get(i));
      }
      return views;
    }
  }

  /**
   * Allocates.
   *
   * @param backRows of the derivatives: 0 where nothing goes back
   * @param like how the matrices are computed
   */
  Chain(Network network, int maxRows, int backRows, Matrix like) {
    this(network.layers(), network.inputs(), maxRows, backRows, like);
  }

  private Chain(List<Layer> layers, int width, int maxRows, int backRows, Matrix like) {
    int in = width;
    for (int i = 0; i < layers.size(); i++) {
      Layer layer = layers.get(i);
      int out = layer.outputs(in);
      List<Matrix> memory = new ArrayList<>();
      for (Memory wanted : layer.memory(in)) {
        memory.add(
            switch (wanted) {
              case Memory.PerSample some -> like.like(maxRows, some.columns());
              case Memory.Row row -> like.like(1, row.columns());
            });
      }
      boolean last = i == layers.size() - 1;
      links.add(
          new Link(
              layer,
              in,
              like.like(maxRows, out),
              last ? null : like.like(backRows, out),
              memory,
              new Chain(layer.inner(), in, maxRows, backRows, like)));
      in = out;
    }
  }

  /**
   * The layers' frames for n rows.
   *
   * @param x the first layer's input [n × in]
   * @param dx ∂L/∂x [n × in], if wanted
   * @param dy ∂L/∂ the last layer's output [n × out]
   * @param theta all parameter blocks in their order; takes those of these layers
   * @param dTheta the same of the gradient; nothing where nothing goes back
   */
  List<Frame> frames(
      int n,
      Matrix x,
      @Nullable Matrix dx,
      Matrix dy,
      Pass pass,
      Iterator<Matrix> theta,
      Iterator<Matrix> dTheta) {
    List<Frame> frames = new ArrayList<>();
    Matrix in = x;
    Matrix dIn = dx;
    for (Link link : links) {
      Matrix out = link.y.firstRows(n);
      Matrix dOut = link.dy == null ? dy : link.dy.firstRows(Math.min(n, link.dy.rows()));
      int blocks = link.layer.parameters(link.width).size();
      List<Matrix> own = take(theta, blocks);
      List<Matrix> dOwn = take(dTheta, dTheta.hasNext() ? blocks : 0);
      List<Frame> inner = link.inner.frames(n, in, dIn, dOut, pass, theta, dTheta);
      frames.add(new Frame(in, out, dIn, dOut, own, dOwn, link.memory(n), inner, pass));
      in = out;
      dIn = dOut;
    }
    return frames;
  }

  private static List<Matrix> take(Iterator<Matrix> from, int count) {
    List<Matrix> taken = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      taken.add(from.next());
    }
    return taken;
  }
}

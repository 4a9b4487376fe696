package dev.gradus.network;

import dev.gradus.calculus.KinkSink;
import dev.gradus.layer.Block;
import dev.gradus.layer.Frame;
import dev.gradus.layer.Layer;
import java.util.List;
import java.util.function.BiConsumer;

/** A layer whose forward is right, and whose backward may be followed by a mistake. */
record Wrapped(Layer layer, BiConsumer<Layer, Frame> backwardPass) implements Layer {

  Wrapped(Layer layer) {
    this(layer, Layer::backward);
  }

  @Override
  public int outputs(int inputs) {
    return layer.outputs(inputs);
  }

  @Override
  public List<Block> parameters(int inputs) {
    return layer.parameters(inputs);
  }

  @Override
  public String symbol() {
    return layer.symbol();
  }

  @Override
  public String kind() {
    return layer.kind();
  }

  @Override
  public void forward(Frame f) {
    layer.forward(f);
  }

  @Override
  public void backward(Frame f) {
    backwardPass.accept(layer, f);
  }

  @Override
  public void kinks(Frame f, KinkSink sink) {
    layer.kinks(f, sink);
  }
}

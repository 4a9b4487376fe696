package dev.gradus.lab.plan;

import dev.gradus.layer.Layer;

/**
 * A hidden layer.
 *
 * @param units its width
 * @param activation keeps the width
 */
public record Hidden(int units, Layer activation) {}

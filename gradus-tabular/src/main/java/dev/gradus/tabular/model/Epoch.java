package dev.gradus.tabular.model;

import java.util.OptionalDouble;
import java.util.function.DoubleSupplier;

/**
 * An epoch of a model's training that has ended.
 *
 * @param number from 1
 * @param trainingLoss mean over the training rows, each as it was when its batch came
 * @param validationLoss mean over the validation rows, if there are any
 * @param learningRate of its last step; none where the optimizer finds the length of its steps
 * @param metric of the validation rows as the model now is, R² or accuracy; it costs a pass over
 *     them, and is to be asked before the listener returns
 */
public record Epoch(
    int number,
    double trainingLoss,
    OptionalDouble validationLoss,
    OptionalDouble learningRate,
    DoubleSupplier metric) {}

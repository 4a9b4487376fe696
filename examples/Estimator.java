import module dev.gradus.tabular;

/** Fits a regressor to z = x · y by its builder, and asks the model. */
void main() {
  double[] x = new double[900], y = new double[900], z = new double[900];
  for (int i = 0; i < 900; i++) {
    x[i] = (i % 30 - 15) / 15.0;
    y[i] = (i / 30 - 15) / 15.0;
    z[i] = x[i] * y[i];
  }
  Table table = Table.of("product", NumberColumn.of("x", x), NumberColumn.of("y", y), NumberColumn.of("z", z));
  Model model = MlpRegressor.builder().hiddenLayerSizes(32, 32).randomState(1).build().fit(table, "z");
  double error = 0;
  for (double a = -0.9; a < 1; a += 0.1) {
    error = Math.max(error, Math.abs(a * -0.5 - model.predict(Map.of("x", a, "y", -0.5)).value()));
  }
  IO.println("greatest error along y = -0.5: " + error);
}

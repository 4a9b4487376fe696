import module dev.gradus.tabular;

/** Asks one model on eight threads, as a service would: each thread keeps a row of its own. */
static final int THREADS = 8, REQUESTS = 80_000;

void main(String[] words) throws Exception {
  Model model = Model.load(Path.of(words[0]));
  ThreadLocal<Row> rows = ThreadLocal.withInitial(model::row);
  double[] expected = new double[REQUESTS];
  for (int i = 0; i < REQUESTS; i++) expected[i] = answer(model, rows.get(), i);

  AtomicInteger next = new AtomicInteger(), wrong = new AtomicInteger();
  try (var pool = Executors.newFixedThreadPool(THREADS)) {
    for (int t = 0; t < THREADS; t++) {
      pool.execute(() -> {
        Row row = rows.get(); // made once a thread; a prediction allocates nothing
        for (int i = next.getAndIncrement(); i < REQUESTS; i = next.getAndIncrement()) {
          if (answer(model, row, i) != expected[i]) wrong.incrementAndGet();
        }
      });
    }
  }
  IO.println(REQUESTS + " requests on " + THREADS + " threads, " + wrong + " answers unlike those of one thread");
}

/** Request i: every third cell is missing. */
double answer(Model model, Row row, int i) {
  row.clear();
  for (int column = 0; column < row.columns().size(); column++) {
    if ((i + column) % 3 == 0) continue;
    switch (model.features().list().get(column)) {
      case NumberFeature number -> row.set(column, number.mean() + number.deviation() * (i % 41 - 20) / 10);
      case CategoryFeature category -> row.set(column, category.categories().get(i % category.categories().size()));
    }
  }
  return model.predict(row).value();
}

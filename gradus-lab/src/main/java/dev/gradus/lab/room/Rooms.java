package dev.gradus.lab.room;

import dev.gradus.lab.http.Route;
import dev.gradus.lab.plan.Task;
import dev.gradus.tabular.model.Model;
import dev.gradus.tabular.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The four rooms around one workbench. */
public final class Rooms implements AutoCloseable {
  private final Workbench bench = new Workbench();

  /** With the article's network, no table and no model. */
  public Rooms() {}

  /** Puts a model into the fourth room. */
  public void use(Model model, String name) {
    bench.use(new Workbench.Used(model, "file", name));
  }

  /** Puts a table into the first room, with a network that is to learn it. */
  public void bring(String name, Table table, String target) {
    LearnRoom.bring(bench, name, table, target);
    Task task = bench.task(Task.TABLE, Optional.empty(), Optional.empty());
    try {
      bench.replace(task, task.standard());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Begins to show what happens. */
  public void open() {
    bench.start();
  }

  /** All that can be asked for in them. */
  public List<Route> routes() {
    List<Route> routes = new ArrayList<>();
    routes.addAll(new LearnRoom(bench).routes());
    routes.addAll(new StepRoom(bench).routes());
    routes.addAll(new CheckRoom(bench).routes());
    routes.addAll(new UseRoom(bench).routes());
    return routes;
  }

  @Override
  public void close() {
    bench.close();
  }
}

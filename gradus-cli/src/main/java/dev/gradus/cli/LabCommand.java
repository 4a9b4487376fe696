package dev.gradus.cli;

import dev.gradus.error.ConfigException;
import dev.gradus.error.Location;
import dev.gradus.lab.Lab;
import dev.gradus.lab.LabOptions;
import dev.gradus.tabular.model.Model;
import dev.gradus.tabular.table.CsvSource;
import dev.gradus.tabular.table.Table;
import java.io.IOException;
import java.net.BindException;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** {@code gradus lab}: serves the page until it is interrupted; prints one link. */
final class LabCommand implements Command {

  private final Setting<Integer> port;
  private final Setting<String> model;
  private final Setting<String> data;
  private final Setting<String> target;
  private final Setting<String> bind;
  private final Setting<String> token;
  private final TableFlags reading;

  LabCommand(Settings settings) {
    port = settings.whole("--port", 0, 65535, "any that is free, unless stated").or(0);
    model = settings.file("--model", "MODEL", "a model file, for the room Use").orNothing();
    data = settings.file("--data", "FILE", "a table, for the room Learn").orNothing();
    target = settings.text("--target", "COLUMN", "its column to predict").orNothing();
    bind =
        settings
            .text("--bind", "ADDRESS", "another address than loopback; wants --token")
            .orNothing();
    token = settings.text("--token", "TOKEN", "a stated token; else it is drawn").orNothing();
    reading = new TableFlags(settings);
  }

  @Override
  public ExitStatus run(Terminal terminal) {
    refuseIdleFlags();
    LabOptions options =
        new LabOptions(
            port.value(), bind.given(), token.given(), model.given().map(this::load), table());
    try (Lab lab = open(options)) {
      Page page = new Page(terminal);
      page.say("%s", lab.link());
      page.put("link", lab.link());
      page.put("port", lab.port());
      page.finish();
      terminal.out().flush();
      new CountDownLatch(1).await(); // until the process is told to end
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return ExitStatus.DONE;
  }

  private void refuseIdleFlags() {
    if (bind.isGiven() && !token.isGiven()) {
      throw bind.refused("wants --token TOKEN too: others can reach this address");
    }
    if (token.isGiven() && !token.value().matches("[!-~]+")) {
      throw token.refused("wants printable ASCII without spaces");
    }
    if (data.isGiven() && !target.isGiven()) {
      throw data.refused("wants --target COLUMN too");
    }
    if (target.isGiven() && !data.isGiven()) {
      throw target.refused("wants --data FILE too");
    }
  }

  private LabOptions.Named<Model> load(String file) {
    return new LabOptions.Named<>(nameOf(file), Model.load(Path.of(file)));
  }

  private Optional<LabOptions.Data> table() {
    if (!data.isGiven()) {
      return Optional.empty();
    }
    Table table = Table.read(CsvSource.file(data.value()), reading.options());
    table.requireInFile(target.value(), target.name());
    return Optional.of(new LabOptions.Data(nameOf(data.value()), table, target.value()));
  }

  /** The page shows names and no folders. */
  private static String nameOf(String file) {
    return String.valueOf(Path.of(file).getFileName());
  }

  private Lab open(LabOptions options) {
    try {
      return Lab.open(options);
    } catch (BindException e) {
      throw inUse(e);
    } catch (UnknownHostException e) {
      throw bind.refused("no such address");
    } catch (IOException e) {
      throw new ConfigException(
          "port.refused", port.location(), "cannot be listened at: " + e.getMessage());
    }
  }

  /** The port, or an address that is none of this machine's. */
  private ConfigException inUse(BindException e) {
    String reason = String.valueOf(e.getMessage());
    if (bind.isGiven() && reason.contains("assign")) {
      return bind.refused("is no address of this machine");
    }
    String flag = "--port " + port.value();
    return reason.contains("ermission")
        ? new ConfigException("port.refused", Location.of(flag), "permission denied", "--port 0")
        : new ConfigException("port.in_use", Location.of(flag), "in use", "--port 0");
  }
}

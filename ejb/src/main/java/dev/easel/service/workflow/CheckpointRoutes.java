package dev.easel.service.workflow;

import dev.easel.domain.catalog.Capability;
import dev.easel.domain.catalog.ModelRoute;
import dev.easel.domain.workflow.Servability;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The ways by nodes that take the order itself: a model is served by such a node when one of the
 * checkpoints that stand for the model is on it.
 */
@ApplicationScoped
public class CheckpointRoutes {

  private static final Logger LOG = Logger.getLogger(CheckpointRoutes.class.getName());

  /** Behind the workflows, which can be fitted to a model. */
  private static final int PREFERENCE = 200;

  private static final String SHIPPED = "/nodes/checkpoints.properties";

  private static final List<Capability> USES =
      List.of(Capability.TEXT_TO_IMAGE, Capability.IMAGE_TO_IMAGE, Capability.INPAINTING);

  @Inject @Any Instance<Servability> found;

  @Inject
  @ConfigProperty(name = "easel.nodes.checkpoints-file")
  Optional<String> file;

  List<Servability> fleet = List.of();
  private Map<String, List<String>> checkpoints = Map.of();

  @PostConstruct
  void start() {
    fleet = found.stream().toList();
    read();
  }

  /** A list that is wrong is to be known at the start, not by the first order. */
  void atStart(@Observes @Initialized(ApplicationScoped.class) Object event) {
    LOG.fine(() -> "Checkpoints stand for " + checkpoints.keySet());
  }

  void read() {
    Properties all = new Properties();
    try (Reader shipped = shipped()) {
      all.load(shipped);
      if (file.isPresent()) {
        try (Reader own = Files.newBufferedReader(Path.of(file.get()))) {
          all.load(own);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The list of checkpoints cannot be read", e);
    }
    Map<String, List<String>> read = new TreeMap<>();
    all.stringPropertyNames().forEach(model -> read.put(model, names(all.getProperty(model))));
    checkpoints = read;
  }

  private static Reader shipped() {
    InputStream in = CheckpointRoutes.class.getResourceAsStream(SHIPPED);
    return new InputStreamReader(in, StandardCharsets.UTF_8);
  }

  private static List<String> names(String list) {
    return Arrays.stream(list.split(",")).map(String::trim).filter(n -> !n.isEmpty()).toList();
  }

  /** A route for each model, checkpoint, kind and use that some node can serve. */
  public List<ModelRoute> routes() {
    List<ModelRoute> routes = new ArrayList<>();
    checkpoints.forEach(
        (model, names) -> {
          for (int place = 0; place < names.size(); place++) {
            add(model, names.get(place), PREFERENCE + place, routes);
          }
        });
    return routes;
  }

  private void add(String model, String checkpoint, int preference, List<ModelRoute> into) {
    for (String kind : DirectOrders.KINDS.stream().sorted().toList()) {
      if (fleet.stream()
          .anyMatch(nodes -> nodes.canServe(model, DirectOrders.needs(kind, checkpoint)))) {
        String id = kind + ":" + model + ":" + checkpoint + ":";
        USES.forEach(
            use ->
                into.add(ModelRoute.of(use, id + use.key(), model, kind, checkpoint, preference)));
      }
    }
  }
}

package dev.easel.service.toolbox;

import dev.easel.domain.generation.Operation;
import dev.easel.domain.provider.CallProvider;
import dev.easel.domain.provider.RenderListener;
import dev.easel.domain.provider.RenderOrder;
import dev.easel.domain.provider.RenderOutcome;
import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Does work on given images in the server itself, with a tool for each kind. */
@ApplicationScoped
public class ToolboxProvider implements CallProvider {

  private static final Logger LOG = Logger.getLogger(ToolboxProvider.class.getName());

  @Inject @Any Instance<Tool> found;

  private final Map<Operation, Tool> tools = new EnumMap<>(Operation.class);

  @PostConstruct
  void index() {
    found.forEach(tool -> tools.put(tool.operation(), tool));
  }

  @Override
  public String adapter() {
    return "toolbox";
  }

  @Override
  public RenderOutcome render(RenderOrder order, RenderListener listener) {
    Tool tool = tools.get(order.work().operation());
    if (tool == null) {
      return new RenderOutcome.Failed("There is no tool for " + order.work().operation());
    }
    try {
      RenderOutcome.Completed done = tool.run(new ToolJob(order, listener));
      listener.progress(1);
      return done;
    } catch (CancellationException e) {
      return new RenderOutcome.Cancelled();
    } catch (LinkageError e) {
      LOG.log(
          Level.WARNING, e, () -> "The tool for " + order.work().operation() + " cannot be loaded");
      return new RenderOutcome.Failed("This server cannot load what that takes");
    } catch (FailureException e) {
      if (e.code() == FailureCode.INVALID_IMAGE) {
        throw e;
      }
      return new RenderOutcome.Failed(e.getMessage());
    }
  }
}

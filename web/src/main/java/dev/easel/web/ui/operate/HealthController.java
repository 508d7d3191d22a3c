package dev.easel.web.ui.operate;

import dev.easel.domain.asset.DataDisk;
import dev.easel.service.dispatch.QueueDesk;
import dev.easel.service.generation.RunningRenders;
import dev.easel.service.health.Checkup;
import dev.easel.service.ledger.audit.LedgerWatch;
import dev.easel.web.openapi.OpenApi;
import dev.easel.web.ui.session.Visit;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.lang.management.MemoryUsage;
import java.util.Map;

/** How the server does. */
@Controller
@RequestScoped
@Path("operate/health")
@Produces("text/html;charset=UTF-8")
public class HealthController {

  private static final String UP = "up";

  @Inject Checkup checkup;
  @Inject QueueDesk queue;
  @Inject RunningRenders running;
  @Inject LedgerWatch ledger;
  @Inject OpenApi api;
  @Inject OperatorNames names;
  @Inject Visit visit;
  @Inject Models models;

  @GET
  public String show() {
    visit.requireOperator();
    Map<String, String> checks = checkup.checks();
    models.put("checks", checks);
    models.put("ready", checks.values().stream().allMatch(UP::equals));
    models.put("names", names);
    putServer();
    if (UP.equals(checks.get("database"))) {
      putDatabase();
    }
    return "operate/health.html";
  }

  private void putServer() {
    MemoryUsage heap = checkup.heap();
    DataDisk.Space disk = checkup.disk();
    models.put("version", api.version());
    models.put("uptime", checkup.uptime().toSeconds());
    models.put("heapUsed", heap.getUsed());
    models.put("heapMost", heap.getMax());
    models.put("diskFree", disk.usable());
    models.put("diskTotal", disk.total());
    models.put("connections", checkup.connections().orElse(null));
    models.put("rendering", running.count());
  }

  private void putDatabase() {
    models.put("databaseMillis", checkup.databaseTime().toNanos() / 1e6);
    models.put("tally", queue.tally());
    models.put("verdict", ledger.verdict());
    models.put("chores", checkup.chores());
  }
}

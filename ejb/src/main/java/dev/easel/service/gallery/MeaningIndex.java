package dev.easel.service.gallery;

import dev.easel.domain.gallery.Meaning;
import dev.easel.domain.gallery.MeaningRepository;
import dev.easel.domain.gallery.MeaningRepository.Placed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Sketches of meanings in memory, read from the database when a tenant searches, and on from there
 * the next time. It only says where to look: what became of the items since, the database knows.
 */
@ApplicationScoped
class MeaningIndex {

  private static final int AT_ONCE = 5000;

  /** Places may be seen in another order than they were given, if two servers give them. */
  private static final int OVERLAP = 100;

  @Inject MeaningRepository meanings;

  @Inject
  @ConfigProperty(name = "easel.gallery.meaning.items", defaultValue = "1000000")
  int most = 1_000_000;

  private final Map<String, Tenant> tenants = new LinkedHashMap<>(16, 0.75f, true);

  private static final class Tenant {
    final MeaningSketches sketches = new MeaningSketches();
    long last;
  }

  /** Places of a tenant's meanings that are near the wanted one. */
  List<Long> nearest(String tenantId, Meaning wanted, int count) {
    Tenant tenant = tenant(tenantId);
    List<Long> nearest;
    synchronized (tenant) {
      readOn(tenantId, tenant);
      nearest = tenant.sketches.nearest(wanted, count);
    }
    makeRoom();
    return nearest;
  }

  private Tenant tenant(String id) {
    synchronized (tenants) {
      return tenants.computeIfAbsent(id, i -> new Tenant());
    }
  }

  private void readOn(String id, Tenant tenant) {
    Set<Long> known = tenant.sketches.recent();
    long from = Math.max(0, tenant.last - OVERLAP);
    List<Placed> some;
    do {
      some = meanings.after(id, from, AT_ONCE);
      some.stream().filter(one -> !known.contains(one.place())).forEach(tenant.sketches::add);
      from = some.isEmpty() ? from : some.get(some.size() - 1).place();
      tenant.sketches.shrink(most);
    } while (some.size() == AT_ONCE);
    tenant.last = Math.max(tenant.last, from);
  }

  /** Tenants that have not searched for longest are forgotten. */
  private void makeRoom() {
    synchronized (tenants) {
      long all = tenants.values().stream().mapToLong(tenant -> tenant.sketches.size()).sum();
      var eldest = tenants.values().iterator();
      while (all > most && tenants.size() > 1) {
        all -= eldest.next().sketches.size();
        eldest.remove();
      }
    }
  }
}

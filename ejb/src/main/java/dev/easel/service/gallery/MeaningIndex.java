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
 * Sketches of meanings in memory, read from the database after a start and when a tenant searches,
 * and on from there the next time. It only says where to look: what became of the items since, the
 * database knows.
 */
@ApplicationScoped
class MeaningIndex {

  /** A moment's reading: a search waits for one, and others for no more. */
  private static final int AT_ONCE = 5000;

  private static final int MOST_TENANTS = 1000;

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

  /**
   * Where to look.
   *
   * @param places of those of a tenant's meanings that are near the wanted one
   * @param all whether all there are have been read; {@link #read} reads the others
   */
  record Nearest(List<Long> places, boolean all) {}

  /** Of what has been read of a tenant's, and a piece more. */
  Nearest nearest(String tenantId, Meaning wanted, int count) {
    Tenant tenant = tenant(tenantId);
    boolean all = readOn(tenantId, tenant);
    List<Long> nearest;
    synchronized (tenant) {
      nearest = tenant.sketches.nearest(wanted, count);
    }
    makeRoom();
    return new Nearest(nearest, all);
  }

  /** Reads all there are of a tenant's, in pieces, between which others search. */
  void read(String tenantId) {
    Tenant tenant = tenant(tenantId);
    boolean all = false;
    while (!all && tenant(tenantId) == tenant) { // unless it was forgotten
      all = readOn(tenantId, tenant);
      makeRoom();
    }
  }

  /**
   * Reads the tenants of most meanings, as many as there is room for, or the newest of the first.
   */
  void readLargest() {
    long room = most;
    for (MeaningRepository.Counted tenant : meanings.largest(MOST_TENANTS)) {
      if (tenant.meanings() <= room || room == most) {
        room -= tenant.meanings();
        read(tenant.tenantId());
      }
    }
  }

  private Tenant tenant(String id) {
    synchronized (tenants) {
      return tenants.computeIfAbsent(id, i -> new Tenant());
    }
  }

  /** Whether that was all. */
  private boolean readOn(String id, Tenant tenant) {
    synchronized (tenant) {
      Set<Long> known = tenant.sketches.recent();
      long from = Math.max(0, tenant.last - OVERLAP);
      List<Placed> some = meanings.after(id, from, AT_ONCE);
      some.stream().filter(one -> !known.contains(one.place())).forEach(tenant.sketches::add);
      tenant.sketches.shrink(most);
      if (!some.isEmpty()) {
        tenant.last = Math.max(tenant.last, some.get(some.size() - 1).place());
      }
      return some.size() < AT_ONCE;
    }
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

package dev.easel.adapter.persistence;

import dev.easel.adapter.persistence.GallerySql.Sieve;
import dev.easel.domain.gallery.GalleryFilter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/** Counts what the sets of a filter hold, before items are read by them. */
@ApplicationScoped
class GallerySieves {

  /**
   * Of what so many items have, it is quicker to read them all than to come upon a page of them.
   */
  private static final int RARE = 2000;

  @Inject Sql sql;

  /**
   * @param rare whose items are looked up
   * @param common which items that are come upon are asked for
   */
  record Sorted(List<Sieve> rare, List<Sieve> common) {}

  Sorted of(GalleryFilter filter) {
    Sorted sorted = new Sorted(new ArrayList<>(), new ArrayList<>());
    for (Sieve sieve : GallerySql.sieves(filter)) {
      // Of what everybody may see nothing is looked up: the tenants' own would have to be read too.
      boolean rare = filter.tenant().isPresent() && isRare(sieve);
      (rare ? sorted.rare() : sorted.common()).add(sieve);
    }
    return sorted;
  }

  private boolean isRare(Sieve sieve) {
    List<Object> values = new ArrayList<>(sieve.idValues());
    values.add(RARE + 1);
    String text = "select count(*) from (" + sieve.ids() + " limit ?) as few";
    return sql.list(row -> row.getLong(1), text, values.toArray()).get(0) <= RARE;
  }
}

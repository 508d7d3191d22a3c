package dev.easel.adapter.persistence;

import dev.easel.domain.gallery.GalleryFilter;
import dev.easel.domain.gallery.Meaning;
import dev.easel.domain.gallery.MeaningRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/**
 * What items mean, by SQL alone: an item that somebody changes at this moment is not written back,
 * and whoever changes it meets no version that is not a user's.
 */
@ApplicationScoped
public class JpaMeaningRepository implements MeaningRepository {

  @Inject Sql sql;
  @Inject GalleryPlans plans;

  @Override
  public List<Described> missing(int most) {
    return sql.list(
        row ->
            new Described(
                row.getString(1),
                row.getString(2),
                row.getLong(3),
                row.getString(4),
                row.getString(5),
                Optional.ofNullable(row.getString(6)).orElse("")),
        "select i.id, i.tenant_id, i.version, i.title, i.tags, g.prompt from gallery_item i"
            + " left join generation g on g.id = i.generation_id where i.meant = ? limit ?",
        false,
        most);
  }

  @Override
  public void put(Described item, Meaning meaning) {
    int unchanged =
        sql.update(
            "update gallery_item set meant = ? where id = ? and version = ? and meant = ?",
            true,
            item.itemId(),
            item.version(),
            false);
    if (unchanged == 1) {
      sql.update("delete from gallery_meaning where item_id = ?", item.itemId());
      sql.update(
          "insert into gallery_meaning (item_id, tenant_id, vector) values (?, ?, ?)",
          item.itemId(),
          item.tenantId(),
          meaning.bytes());
    }
  }

  @Override
  public Optional<Meaning> of(String itemId) {
    return sql
        .list(
            row -> Meaning.read(row.getBytes(1)),
            "select vector from gallery_meaning where item_id = ?",
            itemId)
        .stream()
        .findFirst();
  }

  @Override
  public List<Placed> after(String tenantId, long place, int most) {
    return sql.list(
        row -> new Placed(row.getLong(1), Meaning.read(row.getBytes(2))),
        "select place, vector from gallery_meaning where tenant_id = ? and place > ?"
            + " order by tenant_id, place limit ?",
        tenantId,
        place,
        most);
  }

  @Override
  public List<Counted> largest(int most) {
    return sql.list(
        row -> new Counted(row.getString(1), row.getLong(2)),
        "select tenant_id, count(*) as meanings from gallery_meaning"
            + " group by tenant_id order by meanings desc, tenant_id limit ?",
        most);
  }

  @Override
  public List<Found> at(List<Long> places, GalleryFilter filter) {
    return places.isEmpty() ? List.of() : read(GallerySql.meaningsAt(filter, places));
  }

  @Override
  public List<Found> all(GalleryFilter filter, int most) {
    return read(plans.meanings(filter, most));
  }

  private List<Found> read(GallerySql text) {
    return sql.list(
        row -> new Found(row.getString(1), row.getString(2), Meaning.read(row.getBytes(3))),
        text.text(),
        text.values());
  }
}

package dev.easel.service.gallery;

import dev.easel.domain.audit.Action;
import dev.easel.domain.gallery.CollectionRepository;
import dev.easel.domain.gallery.GalleryCollection;
import dev.easel.domain.gallery.GalleryFilter;
import dev.easel.domain.gallery.GalleryItem;
import dev.easel.domain.gallery.GalleryQuery;
import dev.easel.domain.gallery.GalleryRepository;
import dev.easel.domain.gallery.VisitKind;
import dev.easel.domain.identity.Caller;
import dev.easel.domain.shared.FailureException;
import dev.easel.domain.shared.Page;
import dev.easel.service.audit.AuditTrail;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What everybody may see of all tenants, if the operator lets them. */
@Stateless
public class PublicGallery {

  @Inject GalleryRepository gallery;
  @Inject CollectionRepository collections;
  @Inject GalleryEntries entries;
  @Inject Visits visits;
  @Inject AuditTrail audit;

  @Inject
  @ConfigProperty(name = "easel.gallery.public", defaultValue = "true")
  boolean open = true;

  /**
   * @param query of everybody's
   */
  public Page<GalleryEntry> list(GalleryQuery query) {
    requireOpen();
    if (query.filter().tenant().isPresent()) {
      throw new IllegalArgumentException("Not everybody's gallery");
    }
    Page<GalleryItem> page = gallery.list(query);
    return new Page<>(entries.of(page.items(), Optional.empty()), page.next());
  }

  /** Of this filter, counted up to {@link GalleryDesk#COUNTED}. */
  public long count(GalleryFilter filter) {
    return gallery.count(filter, GalleryDesk.COUNTED);
  }

  /** A collection strangers may see, by its id. */
  public GalleryCollection collection(String id) {
    requireOpen();
    return collections
        .find(id)
        .filter(GalleryCollection::isPublic)
        .orElseThrow(() -> FailureException.notFound("collection", id));
  }

  /** An item, looked at from this address. */
  public GalleryEntry view(String id, String address) {
    visits.countStranger(shown(id), VisitKind.VIEW, address);
    return entry(id);
  }

  /** An item whose file is taken to this address. */
  public GalleryEntry download(String id, String address) {
    visits.countStranger(shown(id), VisitKind.DOWNLOAD, address);
    return entry(id);
  }

  /** Puts a public item in front of the others or back among them, for an operator. */
  public GalleryEntry feature(Caller operator, String id, boolean inFront) {
    GalleryItem item = shown(id);
    item.feature(inFront);
    Action action = inFront ? Action.ITEM_FEATURED : Action.ITEM_UNFEATURED;
    audit.note(operator, action, id, item.title());
    return entry(id);
  }

  /** Takes an item from the public, for an operator; its tenant keeps it. */
  public void withdraw(Caller operator, String id) {
    GalleryItem item = shown(id);
    item.publish(false);
    audit.note(operator, Action.ITEM_WITHDRAWN, id, item.title());
  }

  private GalleryItem shown(String id) {
    requireOpen();
    return gallery.find(id).filter(GalleryItem::isPublic).orElseThrow(() -> none(id));
  }

  private GalleryEntry entry(String id) {
    return entries.of(List.of(shown(id)), Optional.empty()).stream()
        .findFirst()
        .orElseThrow(() -> none(id));
  }

  /** Whether strangers, and members of other tenants, see anything at all. */
  public boolean isOpen() {
    return open;
  }

  private void requireOpen() {
    if (!open) {
      throw FailureException.notFound("public gallery", "on this server");
    }
  }

  private static FailureException none(String id) {
    return FailureException.notFound("gallery item", id);
  }
}

package dev.easel.service.gallery;

import dev.easel.domain.audit.Action;
import dev.easel.domain.gallery.CollectionRepository;
import dev.easel.domain.gallery.GalleryCollection;
import dev.easel.domain.gallery.GalleryItem;
import dev.easel.domain.gallery.GalleryQuery;
import dev.easel.domain.gallery.GalleryRepository;
import dev.easel.domain.gallery.GalleryShare;
import dev.easel.domain.gallery.ShareRepository;
import dev.easel.domain.gallery.VisitKind;
import dev.easel.domain.identity.Caller;
import dev.easel.domain.shared.FailureException;
import dev.easel.domain.shared.Page;
import dev.easel.service.audit.AuditTrail;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** The transactions about shares; in none of them a password is hashed. */
@Stateless
public class ShareSteps {

  @Inject ShareRepository shares;
  @Inject GalleryRepository gallery;
  @Inject CollectionRepository collections;
  @Inject CollectionNames names;
  @Inject GalleryEntries entries;
  @Inject Visits visits;
  @Inject AuditTrail audit;
  @Inject Clock clock;

  public GalleryShare item(Caller caller, String id, ShareWish wish, Optional<String> hash) {
    GalleryItem item =
        gallery
            .find(id)
            .filter(found -> found.tenantId().equals(caller.tenantId()))
            .orElseThrow(() -> FailureException.notFound("gallery item", id));
    return add(caller, GalleryShare.of(item, caller.userId(), clock.instant()), wish, hash);
  }

  public GalleryShare collection(
      Caller caller, String name, ShareWish wish, Optional<String> hash) {
    GalleryCollection collection = names.get(caller, name);
    return add(caller, GalleryShare.of(collection, caller.userId(), clock.instant()), wish, hash);
  }

  private GalleryShare add(
      Caller caller, GalleryShare share, ShareWish wish, Optional<String> hash) {
    share.allow(true, true);
    write(share, wish, hash);
    shares.add(share);
    audit.note(caller, Action.SHARE_CREATED, share.id(), about(share));
    return share;
  }

  public GalleryShare change(Caller caller, String id, ShareWish wish, Optional<String> hash) {
    GalleryShare share = own(caller, id);
    write(share, wish, hash);
    audit.note(caller, Action.SHARE_CHANGED, id, about(share));
    return share;
  }

  /** What is shared; never how one gets in. */
  private static String about(GalleryShare share) {
    return "of " + share.itemId().or(share::collectionId).orElseThrow();
  }

  private static void write(GalleryShare share, ShareWish wish, Optional<String> hash) {
    wish.password().ifPresent(password -> share.protect(hash));
    wish.expires().ifPresent(share::expire);
    share.allow(
        wish.download().orElse(share.allowsDownload()),
        wish.metadata().orElse(share.showsMetadata()));
  }

  private GalleryShare own(Caller caller, String id) {
    return shares
        .find(id)
        .filter(found -> found.tenantId().equals(caller.tenantId()))
        .orElseThrow(() -> FailureException.notFound("share", id));
  }

  public Page<GalleryShare> list(Caller caller, Optional<String> after, int limit) {
    return shares.list(caller.tenantId(), after, limit);
  }

  public GalleryShare get(Caller caller, String id) {
    return own(caller, id);
  }

  public void remove(Caller caller, String id) {
    GalleryShare share = own(caller, id);
    audit.note(caller, Action.SHARE_REMOVED, id, about(share));
    shares.remove(share.id());
  }

  public Optional<GalleryShare> ofToken(String token) {
    return shares.ofToken(token);
  }

  public Optional<GalleryCollection> collectionOf(GalleryShare share) {
    return share.collectionId().flatMap(collections::find);
  }

  /** Items of a share's own list. */
  public List<GalleryEntry> entries(List<GalleryItem> items) {
    return entries.of(items, Optional.empty());
  }

  /** Items a share shows, if they are among these. */
  public List<GalleryEntry> shown(GalleryShare share, List<GalleryItem> items) {
    return entries.of(items.stream().filter(item -> isOf(share, item)).toList(), Optional.empty());
  }

  public List<GalleryItem> one(String itemId) {
    return gallery.all(List.of(itemId));
  }

  public Page<GalleryItem> items(GalleryQuery query) {
    return gallery.list(query);
  }

  public GalleryEntry visit(GalleryShare share, String itemId, VisitKind kind, String address) {
    GalleryItem item =
        gallery
            .find(itemId)
            .filter(found -> isOf(share, found))
            .orElseThrow(() -> FailureException.notFound("gallery item", itemId));
    visits.countStranger(item, kind, address);
    return shown(share, gallery.all(List.of(itemId))).stream()
        .findFirst()
        .orElseThrow(() -> FailureException.notFound("gallery item", itemId));
  }

  /** Counts as a download what is taken in an archive. */
  public void taken(GalleryShare share, String itemId, String address) {
    gallery
        .find(itemId)
        .filter(found -> isOf(share, found))
        .ifPresent(item -> visits.countStranger(item, VisitKind.DOWNLOAD, address));
  }

  private boolean isOf(GalleryShare share, GalleryItem item) {
    if (item.isTrashed() || !item.tenantId().equals(share.tenantId())) {
      return false;
    }
    return share
        .itemId()
        .map(item.id()::equals)
        .orElseGet(
            () ->
                collections.ofItems(List.of(item.id())).getOrDefault(item.id(), List.of()).stream()
                    .anyMatch(c -> share.collectionId().filter(c.id()::equals).isPresent()));
  }
}

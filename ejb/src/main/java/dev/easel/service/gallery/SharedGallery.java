package dev.easel.service.gallery;

import dev.easel.domain.asset.UrlSigner;
import dev.easel.domain.gallery.GalleryCollection;
import dev.easel.domain.gallery.GalleryFilter;
import dev.easel.domain.gallery.GalleryItem;
import dev.easel.domain.gallery.GalleryPlace;
import dev.easel.domain.gallery.GalleryQuery;
import dev.easel.domain.gallery.GalleryShare;
import dev.easel.domain.gallery.GallerySort;
import dev.easel.domain.gallery.VisitKind;
import dev.easel.domain.identity.PasswordHasher;
import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import dev.easel.domain.shared.Page;
import dev.easel.service.limit.StrangerLimits;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What strangers see of what is shared with them. A share that was closed, is over or never was is
 * one answer. Where there is a password it is told once, for a pass that is good for hours: to
 * compare passwords takes long, and is throttled.
 */
@ApplicationScoped
public class SharedGallery {

  private static final Duration PASS = Duration.ofHours(12);
  private static final int FORM = 2;

  @Inject ShareSteps steps;
  @Inject PasswordHasher passwords;
  @Inject UrlSigner signer;
  @Inject StrangerLimits limits;
  @Inject Clock clock;

  /**
   * Admission to a share with a password.
   *
   * @param text what is shown for it from now on
   */
  public record Pass(String text, Instant expires) {}

  /**
   * @throws FailureException {@code NOT_FOUND} if there is no such share, {@code UNAUTHENTICATED}
   *     if the password is wrong, {@code RATE_LIMITED} after too many tries
   */
  public Pass unlock(String token, String password, String address) {
    GalleryShare share = find(token);
    Instant now = clock.instant();
    Instant usual = now.plus(PASS);
    Instant expires = share.expiresAt().filter(usual::isAfter).orElse(usual);
    if (share.passwordHash().isPresent()) {
      limits.guess(share.id(), address);
      if (!passwords.matches(password, share.passwordHash().get())) {
        throw locked("The password is wrong", "password_wrong");
      }
      limits.right(share.id(), address);
    }
    String[] signed = signer.sign(share.id(), lock(share), expires).split("[=&]");
    return new Pass(signed[1] + "." + signed[FORM + 1], expires);
  }

  /**
   * A share one may look at.
   *
   * @param pass text of a {@link Pass}; null if there is none
   * @throws FailureException {@code NOT_FOUND} if there is none, {@code UNAUTHENTICATED} if it has
   *     a password and the pass is none of it
   */
  public GalleryShare open(String token, String pass) {
    GalleryShare share = find(token);
    if (share.passwordHash().isPresent() && !admits(share, pass)) {
      throw locked("This share has a password", "password_required");
    }
    return share;
  }

  /** As {@link #open}, to take whole images. */
  public GalleryShare openForDownload(String token, String pass) {
    GalleryShare share = open(token, pass);
    if (!share.allowsDownload()) {
      throw FailureException.of(FailureCode.FORBIDDEN, "Downloads are not allowed here")
          .with("reason", "download_not_allowed");
    }
    return share;
  }

  /** The collection that is shared; empty if it is one item. */
  public Optional<GalleryCollection> collection(GalleryShare share) {
    return steps.collectionOf(share);
  }

  /** What is shared, the newest first. */
  public Page<GalleryEntry> list(GalleryShare share, Optional<GalleryPlace> after, int limit) {
    GalleryFilter.Wish wish = new GalleryFilter.Wish();
    if (share.itemId().isPresent()) {
      return new Page<>(steps.shown(share, steps.one(share.itemId().get())), Optional.empty());
    }
    wish.in(share.collectionId().orElseThrow());
    Page<GalleryItem> page =
        steps.items(
            new GalleryQuery(
                wish.of(share.tenantId(), "", false),
                GallerySort.CREATED_AT,
                true,
                after,
                0,
                limit));
    return new Page<>(steps.entries(page.items()), page.next());
  }

  /** One of its items, looked at from this address. */
  public GalleryEntry view(GalleryShare share, String itemId, String address) {
    return steps.visit(share, itemId, VisitKind.VIEW, address);
  }

  /** One of its items, whose file is taken to this address. */
  public GalleryEntry download(GalleryShare share, String itemId, String address) {
    return steps.visit(share, itemId, VisitKind.DOWNLOAD, address);
  }

  /** Counts as a download what is taken in an archive to this address. */
  public void taken(GalleryShare share, String itemId, String address) {
    steps.taken(share, itemId, address);
  }

  private GalleryShare find(String token) {
    return steps
        .ofToken(token)
        .filter(share -> !share.isOver(clock.instant()))
        .orElseThrow(() -> FailureException.of(FailureCode.NOT_FOUND, "There is no such share"));
  }

  private boolean admits(GalleryShare share, String pass) {
    String[] parts = pass == null ? new String[0] : pass.split("\\.");
    return parts.length == FORM
        && signer.verify(share.id(), lock(share), parts[0], parts[1], clock.instant());
  }

  /** A pass is good for the password it was given for, and for none that came later. */
  private static String lock(GalleryShare share) {
    return "share/" + share.passwordHash().orElse("");
  }

  private static FailureException locked(String message, String reason) {
    return FailureException.of(FailureCode.UNAUTHENTICATED, message).with("reason", reason);
  }
}

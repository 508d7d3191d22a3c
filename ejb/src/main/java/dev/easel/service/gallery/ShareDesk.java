package dev.easel.service.gallery;

import dev.easel.domain.gallery.GalleryShare;
import dev.easel.domain.identity.Caller;
import dev.easel.domain.identity.PasswordHasher;
import dev.easel.domain.shared.FailureException;
import dev.easel.domain.shared.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** What a tenant does with its shares. Passwords are hashed before a transaction begins. */
@ApplicationScoped
public class ShareDesk {

  @Inject ShareSteps steps;
  @Inject PasswordHasher passwords;

  /**
   * Shares an item.
   *
   * @throws FailureException {@code NOT_FOUND} if the caller has none
   */
  public GalleryShare item(Caller caller, String id, ShareWish wish) {
    return steps.item(caller, id, wish, hash(wish));
  }

  /**
   * Shares a collection, by id or slug, and all that is in it at any time.
   *
   * @throws FailureException {@code NOT_FOUND} if the caller has none
   */
  public GalleryShare collection(Caller caller, String name, ShareWish wish) {
    return steps.collection(caller, name, wish, hash(wish));
  }

  /** Newest first; those that are over, too. */
  public Page<GalleryShare> list(Caller caller, Optional<String> after, int limit) {
    return steps.list(caller, after, limit);
  }

  public GalleryShare get(Caller caller, String id) {
    return steps.get(caller, id);
  }

  public GalleryShare change(Caller caller, String id, ShareWish wish) {
    return steps.change(caller, id, wish, hash(wish));
  }

  public void remove(Caller caller, String id) {
    steps.remove(caller, id);
  }

  private Optional<String> hash(ShareWish wish) {
    return wish.password().filter(password -> !password.isEmpty()).map(passwords::hash);
  }
}

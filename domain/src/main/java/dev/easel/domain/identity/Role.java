package dev.easel.domain.identity;

import java.util.EnumSet;
import java.util.Set;

/** What a member may do in a tenant. */
public enum Role {
  /** Everything, also with other owners. */
  OWNER,
  /** Everything but with owners. */
  ADMIN,
  /** Make and keep images. */
  MEMBER,
  /** See what is there. */
  VIEWER;

  /** What a signed-in member of this role may do; {@link Scope#ADMIN} is the user's own matter. */
  public Set<Scope> scopes() {
    return switch (this) {
      case OWNER, ADMIN -> EnumSet.complementOf(EnumSet.of(Scope.ADMIN));
      case MEMBER ->
          EnumSet.of(
              Scope.IMAGES_GENERATE,
              Scope.IMAGES_PROCESS,
              Scope.GALLERY_READ,
              Scope.GALLERY_WRITE,
              Scope.USAGE_READ,
              Scope.PROFILE_READ);
      case VIEWER -> EnumSet.of(Scope.GALLERY_READ, Scope.USAGE_READ, Scope.PROFILE_READ);
    };
  }
}

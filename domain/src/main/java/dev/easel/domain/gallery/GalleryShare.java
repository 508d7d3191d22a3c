package dev.easel.domain.gallery;

import dev.easel.domain.shared.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/**
 * An address under which strangers see an item or a collection, whether that is public or not. Its
 * token has 256 random bits; to delete the row is to close it.
 */
@Entity
@Table(name = "gallery_share")
public class GalleryShare {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int BYTES = 32;

  @Id private String id;

  @Column(name = "tenant_id")
  private String tenantId;

  @Column(name = "user_id")
  private String userId;

  private String token;

  @Column(name = "item_id")
  private String itemId;

  @Column(name = "collection_id")
  private String collectionId;

  @Column(name = "password_hash")
  private String passwordHash;

  @Column(name = "expires_at")
  private Instant expiresAt;

  @Column(name = "allow_download")
  private boolean download;

  @Column(name = "show_metadata")
  private boolean metadata;

  @Column(name = "created_at")
  private Instant createdAt;

  @Version private long version;

  protected GalleryShare() {} // for JPA

  private GalleryShare(String tenantId, String userId, Instant now) {
    byte[] bits = new byte[BYTES];
    RANDOM.nextBytes(bits);
    this.id = Ids.random("shr");
    this.token = Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    this.tenantId = tenantId;
    this.userId = userId;
    this.createdAt = now;
  }

  /** Of an item. */
  public static GalleryShare of(GalleryItem item, String userId, Instant now) {
    GalleryShare share = new GalleryShare(item.tenantId(), userId, now);
    share.itemId = item.id();
    return share;
  }

  /** Of a collection and all that is in it at any time. */
  public static GalleryShare of(GalleryCollection collection, String userId, Instant now) {
    GalleryShare share = new GalleryShare(collection.tenantId(), userId, now);
    share.collectionId = collection.id();
    return share;
  }

  /**
   * @param newHash of the password; empty for none
   */
  public void protect(Optional<String> newHash) {
    passwordHash = newHash.orElse(null);
  }

  /**
   * @param time empty for never
   */
  public void expire(Optional<Instant> time) {
    expiresAt = time.orElse(null);
  }

  /** Whether whole images may be taken, and whether it is told how they were made. */
  public void allow(boolean newDownload, boolean newMetadata) {
    download = newDownload;
    metadata = newMetadata;
  }

  public boolean isOver(Instant now) {
    return expiresAt != null && !now.isBefore(expiresAt);
  }

  public String id() {
    return id;
  }

  public String tenantId() {
    return tenantId;
  }

  public String userId() {
    return userId;
  }

  /** What stands in the address. */
  public String token() {
    return token;
  }

  public Optional<String> itemId() {
    return Optional.ofNullable(itemId);
  }

  public Optional<String> collectionId() {
    return Optional.ofNullable(collectionId);
  }

  public Optional<String> passwordHash() {
    return Optional.ofNullable(passwordHash);
  }

  public Optional<Instant> expiresAt() {
    return Optional.ofNullable(expiresAt);
  }

  /**
   * Whether whole images may be taken; else small ones are shown. A whole image carries how it was
   * made, so it may only where that is told.
   */
  public boolean allowsDownload() {
    return download && metadata;
  }

  /** Whether it is told how the images were made. */
  public boolean showsMetadata() {
    return metadata;
  }

  public Instant createdAt() {
    return createdAt;
  }
}

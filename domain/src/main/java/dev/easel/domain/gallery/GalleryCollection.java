package dev.easel.domain.gallery;

import dev.easel.domain.shared.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/** Items that belong together. An item may be in many. */
@Entity
@Table(name = "gallery_collection")
public class GalleryCollection {

  public static final int LONGEST_NAME = 120;
  public static final int LONGEST_DESCRIPTION = 2000;

  private static final String PREFIX = "coll";
  private static final Pattern ID = Pattern.compile(PREFIX + "_[0-9a-f]{24}");

  @Id private String id;

  @Column(name = "tenant_id")
  private String tenantId;

  @Column(name = "user_id")
  private String userId;

  private String name;
  private String slug;
  private String description;

  @Column(name = "is_public")
  private boolean open;

  @Column(name = "cover_image_id")
  private String coverImageId;

  @Column(name = "created_at")
  private Instant createdAt;

  @Version private long version;

  protected GalleryCollection() {} // for JPA

  public GalleryCollection(String tenantId, String userId, String name, String slug, Instant now) {
    this.id = Ids.random(PREFIX);
    this.tenantId = tenantId;
    this.userId = userId;
    this.name = name;
    this.slug = slug;
    this.description = "";
    this.createdAt = now;
  }

  /** Whether the text has the form of an id of one. */
  public static boolean isId(String text) {
    return ID.matcher(text).matches();
  }

  /** Its slug stays what it is, for others may have it in their addresses. */
  public void describe(String newName, String newDescription) {
    name = newName;
    description = newDescription;
  }

  public void publish(boolean toEverybody) {
    open = toEverybody;
  }

  /** Empty for whatever item is the newest. */
  public void cover(Optional<String> imageId) {
    coverImageId = imageId.orElse(null);
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

  public String name() {
    return name;
  }

  /** Its name in addresses, unique within the tenant. */
  public String slug() {
    return slug;
  }

  /** Empty if it has none. */
  public String description() {
    return description;
  }

  /** Whether everybody may see it, and what of it is public. */
  public boolean isPublic() {
    return open;
  }

  /** The image that was chosen for it. */
  public Optional<String> coverImageId() {
    return Optional.ofNullable(coverImageId);
  }

  public Instant createdAt() {
    return createdAt;
  }
}

package dev.easel.domain.gallery;

import dev.easel.domain.asset.Image;
import dev.easel.domain.generation.Generation;
import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import dev.easel.domain.shared.StoredText;
import dev.easel.domain.shared.Utc;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The place of one delivered image in its tenant's gallery. There is one for each image at most,
 * and its id is made of the image's, so that two who file the same image at once file it once. Put
 * into the trash it can be brought back for a while; then it goes, and its image with it.
 *
 * <p>Views, likes and downloads are counted by statements of their own: an item that was read some
 * time ago and is written back never overwrites them.
 */
@Entity
@Table(name = "gallery_item")
public class GalleryItem {

  public static final int LONGEST_TITLE = 200;
  public static final int LONGEST_DESCRIPTION = 2000;

  private static final String PREFIX = "gallery_item_";
  private static final String OF_IMAGE = "img_";
  private static final int SORTED_BY = 100;

  @Id private String id;

  @Column(name = "tenant_id")
  private String tenantId;

  @Column(name = "user_id")
  private String userId;

  @Column(name = "image_id")
  private String imageId;

  @Column(name = "generation_id")
  private String generationId;

  @Column(name = "model_id")
  private String modelId;

  private String title;

  @Column(name = "sort_title")
  private String sortTitle;

  private String description;
  private String tags;

  @Column(name = "is_public")
  private boolean open;

  @Column(name = "is_featured")
  private boolean featured;

  private boolean trashed;

  @Column(name = "made_month")
  private int month;

  private long views;
  private long likes;
  private long downloads;

  private boolean indexed;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "added_at")
  private Instant addedAt;

  @Column(name = "deleted_at")
  private Instant deletedAt;

  @Version private long version;

  protected GalleryItem() {} // for JPA

  /**
   * @param userId who files it
   */
  public GalleryItem(Image image, Generation generation, String userId, Instant now) {
    this.id = idOf(image.id());
    this.tenantId = image.tenantId();
    this.userId = userId;
    this.imageId = image.id();
    this.generationId = image.generationId();
    this.modelId = generation.modelId();
    this.title = "";
    this.description = "";
    this.tags = "";
    this.sortTitle = sorted(generation.prompt());
    YearMonth made = Utc.month(image.createdAt());
    this.month = made.getYear() * 100 + made.getMonthValue();
    this.createdAt = image.createdAt();
    this.addedAt = now;
  }

  /** The id of the place an image has or would have. */
  public static String idOf(String imageId) {
    return PREFIX + imageId.substring(OF_IMAGE.length());
  }

  /** Says what it shows. Without a title it is sorted by what was asked for. */
  public void describe(String newTitle, String newDescription, String prompt) {
    title = newTitle;
    description = newDescription;
    sortTitle = sorted(newTitle.isEmpty() ? prompt : newTitle);
  }

  public void tag(List<String> names) {
    tags = Tags.joined(names);
  }

  /** Shows it to everybody, or to nobody but its tenant; what is not public is not featured. */
  public void publish(boolean toEverybody) {
    open = toEverybody;
    featured = featured && toEverybody;
  }

  /**
   * Puts it in front of the public gallery.
   *
   * @throws FailureException {@code CONFLICT} if it is not public
   */
  public void feature(boolean inFront) {
    if (inFront && !isPublic()) {
      throw FailureException.of(FailureCode.CONFLICT, "Only a public item can be featured");
    }
    featured = inFront;
  }

  /** Puts it into the trash; what is there stays there as long as it would have. */
  public void trash(Instant now) {
    if (!trashed) {
      trashed = true;
      deletedAt = now;
    }
  }

  public void restore() {
    trashed = false;
    deletedAt = null;
  }

  /** Its words can be searched for from now on. */
  public void wasIndexed() {
    indexed = true;
  }

  private static String sorted(String text) {
    return StoredText.fitting(text.strip().toLowerCase(Locale.ROOT), SORTED_BY);
  }

  public String id() {
    return id;
  }

  public String tenantId() {
    return tenantId;
  }

  /** Who filed it. */
  public String userId() {
    return userId;
  }

  public String imageId() {
    return imageId;
  }

  public String generationId() {
    return generationId;
  }

  public String modelId() {
    return modelId;
  }

  /** Empty if it has none. */
  public String title() {
    return title;
  }

  /** What it is sorted by where titles are. */
  public String sortTitle() {
    return sortTitle;
  }

  /** Empty if it has none. */
  public String description() {
    return description;
  }

  /** In the order they were given. */
  public List<String> tags() {
    return Tags.split(tags);
  }

  /** Whether everybody may see it; what is in the trash nobody else sees. */
  public boolean isPublic() {
    return open && !trashed;
  }

  /** Whether it would be public if it were not in the trash. */
  public boolean isMeantToBePublic() {
    return open;
  }

  public boolean isFeatured() {
    return featured;
  }

  public boolean isTrashed() {
    return trashed;
  }

  public boolean isIndexed() {
    return indexed;
  }

  /** Year times 100 and month, in UTC, of the image. */
  public int month() {
    return month;
  }

  public long views() {
    return views;
  }

  public long likes() {
    return likes;
  }

  public long downloads() {
    return downloads;
  }

  /** When the image was made. */
  public Instant createdAt() {
    return createdAt;
  }

  /** When it was filed. */
  public Instant addedAt() {
    return addedAt;
  }

  /** Since when it is in the trash. */
  public Optional<Instant> deletedAt() {
    return Optional.ofNullable(deletedAt);
  }
}

package dev.easel.domain.asset;

import dev.easel.domain.shared.StoredText;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;

/**
 * One delivered image. Its row is written in the transaction that completes the generation, after
 * its files are durable.
 */
@Entity
@Table(name = "image")
public class Image {

  private static final int LONGEST_PROMPT = 96_000;

  @Id private String id;

  @Column(name = "generation_id")
  private String generationId;

  @Column(name = "tenant_id")
  private String tenantId;

  @Column(name = "image_index")
  private int index;

  private long seed;
  private int width;
  private int height;

  @Enumerated(EnumType.STRING)
  @Column(name = "image_format")
  private ImageFormat format;

  @Column(name = "size_bytes")
  private long sizeBytes;

  private String sha256;

  @Column(name = "blob_key")
  private String blobKey;

  @Column(name = "thumbnail_key")
  private String thumbnailKey;

  @Column(name = "revised_prompt")
  private String revisedPrompt;

  @Enumerated(EnumType.STRING)
  @Column(name = "image_role")
  private ImageRole role;

  private String facts;

  @Column(name = "nsfw_score")
  private Double nsfwScore;

  private Double brisque;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "deleted_at")
  private Instant deletedAt;

  protected Image() {} // for JPA

  public Image(String generationId, String tenantId, StoredImage stored, Instant createdAt) {
    this.id = ImageId.of(generationId, stored.index()).value();
    this.generationId = generationId;
    this.tenantId = tenantId;
    this.index = stored.index();
    this.seed = stored.seed();
    this.width = stored.width();
    this.height = stored.height();
    this.format = stored.format();
    this.sizeBytes = stored.sizeBytes();
    this.sha256 = stored.sha256();
    this.blobKey = stored.blobKey();
    this.thumbnailKey = stored.thumbnailKey();
    this.revisedPrompt = StoredText.fitting(stored.revisedPrompt(), LONGEST_PROMPT);
    this.role = stored.role();
    this.facts = stored.facts().isEmpty() ? null : stored.facts();
    this.nsfwScore = stored.scores().nsfw();
    this.brisque = stored.scores().brisque();
    this.createdAt = createdAt;
  }

  /** Takes the image from its owner's sight; the files follow after the commit. */
  public void delete(Instant now) {
    deletedAt = now;
  }

  public String id() {
    return id;
  }

  public String generationId() {
    return generationId;
  }

  public String tenantId() {
    return tenantId;
  }

  public int index() {
    return index;
  }

  public long seed() {
    return seed;
  }

  public int width() {
    return width;
  }

  public int height() {
    return height;
  }

  public ImageFormat format() {
    return format;
  }

  public long sizeBytes() {
    return sizeBytes;
  }

  public String sha256() {
    return sha256;
  }

  public String blobKey() {
    return blobKey;
  }

  public String thumbnailKey() {
    return thumbnailKey;
  }

  public Optional<String> revisedPrompt() {
    return Optional.ofNullable(revisedPrompt).filter(text -> !text.isEmpty());
  }

  public ImageRole role() {
    return role;
  }

  /** What is to be told of it, as a JSON object. */
  public Optional<String> facts() {
    return Optional.ofNullable(facts);
  }

  public Scores scores() {
    return new Scores(nsfwScore, brisque);
  }

  public Instant createdAt() {
    return createdAt;
  }

  public boolean isDeleted() {
    return deletedAt != null;
  }
}

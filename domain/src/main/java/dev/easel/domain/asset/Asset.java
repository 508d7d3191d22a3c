package dev.easel.domain.asset;

import dev.easel.domain.shared.Ids;
import dev.easel.domain.shared.StoredText;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A picture that was given to us, one for each content and tenant. Its row is there before its file
 * and is marked as stored after it, so that a file without a row is nobody's. Deleted and expired
 * ones go some time later, for an accepted job may still read them; until then the same upload
 * brings them back.
 */
@Entity
@Table(name = "asset")
public class Asset {

  public static final String PREFIX = "ast";

  /** Name of the small JPEG in an asset's folder. */
  public static final String THUMBNAIL = "thumbnail.jpeg";

  private static final Pattern ID = Pattern.compile(PREFIX + "_[0-9a-f]{24}");
  private static final int LONGEST_NAME = 200;
  private static final String ROOT = "assets/";

  @Id private String id;

  @Column(name = "tenant_id")
  private String tenantId;

  private String sha256;

  @Enumerated(EnumType.STRING)
  @Column(name = "asset_source")
  private AssetSource source;

  @Enumerated(EnumType.STRING)
  @Column(name = "image_format")
  private InputFormat format;

  private int width;
  private int height;

  @Column(name = "size_bytes")
  private long sizeBytes;

  @Column(name = "file_name")
  private String fileName;

  private boolean stored;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "last_used_at")
  private Instant lastUsedAt;

  @Column(name = "deleted_at")
  private Instant deletedAt;

  protected Asset() {} // for JPA

  /**
   * One whose file is about to be written.
   *
   * @param fileName what its sender calls it; null if it has no name
   */
  public Asset(
      String tenantId,
      String sha256,
      AssetSource source,
      ImageFacts facts,
      long sizeBytes,
      String fileName,
      Instant now) {
    this.id = Ids.random(PREFIX);
    this.tenantId = tenantId;
    this.sha256 = sha256;
    this.source = source;
    this.format = facts.format();
    this.width = facts.width();
    this.height = facts.height();
    this.sizeBytes = sizeBytes;
    this.fileName = fileName == null ? null : StoredText.fitting(fileName, LONGEST_NAME);
    this.createdAt = now;
    this.lastUsedAt = now;
  }

  /** Whether the text has the form of an id of one. */
  public static boolean isId(String text) {
    return ID.matcher(text).matches();
  }

  /** Id of the asset a file belongs to; empty for keys of another form. */
  public static Optional<String> idOfBlob(String key) {
    String[] parts = key.split("/");
    return parts.length == 4 ? Optional.of(parts[2]).filter(Asset::isId) : Optional.empty();
  }

  /** Where the files of those whose id ends with these two characters are. */
  public static String shelf(String end) {
    return ROOT + end;
  }

  /** Below this key are all files of it, and of nothing else. */
  public static String folder(String id) {
    return shelf(id.substring(id.length() - 2)) + "/" + id;
  }

  /** The file as it came. */
  public String blobKey() {
    return folder(id) + "/source." + format.wire();
  }

  /** A small JPEG of it. */
  public String thumbnailKey() {
    return folder(id) + "/" + THUMBNAIL;
  }

  public String id() {
    return id;
  }

  public String tenantId() {
    return tenantId;
  }

  /** Of the file as it came, hex. */
  public String sha256() {
    return sha256;
  }

  public AssetSource source() {
    return source;
  }

  public InputFormat format() {
    return format;
  }

  /** In pixels, of the upright picture. */
  public int width() {
    return width;
  }

  public int height() {
    return height;
  }

  public long sizeBytes() {
    return sizeBytes;
  }

  public Optional<String> fileName() {
    return Optional.ofNullable(fileName).filter(name -> !name.isBlank());
  }

  /** Whether its files are durable. */
  public boolean isStored() {
    return stored;
  }

  public Instant createdAt() {
    return createdAt;
  }

  /** When it was last uploaded or named in a request. */
  public Instant lastUsedAt() {
    return lastUsedAt;
  }

  public boolean isDeleted() {
    return deletedAt != null;
  }
}

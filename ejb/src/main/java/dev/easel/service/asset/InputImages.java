package dev.easel.service.asset;

import dev.easel.domain.asset.Asset;
import dev.easel.domain.asset.AssetRepository;
import dev.easel.domain.asset.AssetSource;
import dev.easel.domain.asset.BlobStore.MissingBlobException;
import dev.easel.domain.asset.Image;
import dev.easel.domain.asset.ImageCodec;
import dev.easel.domain.asset.ImageId;
import dev.easel.domain.asset.ImageRepository;
import dev.easel.domain.asset.InlineContent;
import dev.easel.domain.asset.Input;
import dev.easel.domain.asset.InputLimits;
import dev.easel.domain.fetch.FetchException;
import dev.easel.domain.fetch.SafeFetcher;
import dev.easel.domain.identity.Caller;
import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The pictures requests name, in whichever form: a data URL, base64, the id of an asset or of a
 * delivered image, the signed address of one, or a public address. {@link #resolve} and {@link
 * #keep} are for accepting a request; they read networks and files and so run outside transactions.
 * A job then stores {@link Input#id} alone and comes back with {@link #find} and {@link #pixels}.
 *
 * <p>Nobody reaches what is another tenant's: that is answered as if there were nothing.
 */
@ApplicationScoped
public class InputImages {

  private static final String ANY_FORM =
      "must be an https address, a data URL, base64, or the id of an image or an asset";

  @Inject AssetShelf shelf;
  @Inject AssetSteps steps;
  @Inject AssetRepository assets;
  @Inject ImageRepository images;
  @Inject ImageFiles files;
  @Inject OwnLinks ownLinks;
  @Inject SafeFetcher fetcher;
  @Inject ImageCodec codec;
  @Inject DecodingPermits permits;

  @Inject
  @ConfigProperty(name = "easel.inputs.most-bytes", defaultValue = "" + InputLimits.MOST_BYTES)
  int mostBytes = InputLimits.MOST_BYTES;

  @Inject
  @ConfigProperty(name = "easel.inputs.most-pixels", defaultValue = "" + InputLimits.MOST_PIXELS)
  long mostPixels = InputLimits.MOST_PIXELS;

  /**
   * What a reference means, stored durably for the caller's tenant.
   *
   * @param field neutral name of the request's field, for the refusal
   * @param reference as the caller wrote it
   * @throws FailureException {@code INVALID_REQUEST} if it has no known form, else {@code
   *     INVALID_IMAGE}; on the field
   */
  public Input resolve(Caller caller, String field, String reference) {
    String text = reference.strip();
    if (InlineContent.isDataUrl(text)) {
      return inline(caller, field, text);
    }
    if (Asset.isId(text) || ImageId.parse(text).isPresent()) {
      return own(caller, field, text);
    }
    if (isAddress(text)) {
      return ofAddress(caller, field, text);
    }
    if (InlineContent.isBase64(text)) {
      return inline(caller, field, text);
    }
    throw FailureException.invalid(field, ANY_FORM);
  }

  /**
   * A file that came in the request itself.
   *
   * @throws FailureException {@code INVALID_IMAGE} on the field
   */
  public Input keep(Caller caller, String field, byte[] content) {
    return keep(caller, field, content, AssetSource.INLINE, null);
  }

  /** As {@link #keep(Caller, String, byte[])}, of a certain source. */
  public Input keep(
      Caller caller, String field, byte[] content, AssetSource source, String fileName) {
    try {
      Input.Kind kind = source == AssetSource.URL ? Input.Kind.URL : Input.Kind.INLINE;
      return Input.of(shelf.keep(caller.tenantId(), content, source, fileName), kind);
    } catch (FailureException e) {
      if (e.code() != FailureCode.INVALID_IMAGE) {
        throw e;
      }
      throw e.onField(field, e.getMessage());
    }
  }

  /** What {@link Input#id} named, if it is the tenant's and still there. */
  public Optional<Input> find(String tenantId, String id) {
    return Asset.isId(id) ? asset(tenantId, id) : image(tenantId, id).map(Input::of);
  }

  /**
   * The picture in sRGB, upright.
   *
   * @throws FailureException {@code INVALID_IMAGE} if its file is gone
   */
  public BufferedImage pixels(Input input) {
    byte[] content = content(input);
    return permits.with(() -> codec.decode(content));
  }

  /**
   * The file as it came, with all its metadata.
   *
   * @throws FailureException {@code INVALID_IMAGE} if it is gone
   */
  public byte[] content(Input input) {
    try {
      return files.read(input.blobKey());
    } catch (MissingBlobException e) {
      FailureException gone = refusal(input.id(), "is not there any more");
      gone.initCause(e);
      throw gone;
    }
  }

  /** Whether a picture of that size can be given to a request. */
  public boolean reads(int width, int height) {
    return (long) width * height <= mostPixels;
  }

  private Input inline(Caller caller, String field, String text) {
    return keep(caller, field, decoded(field, text));
  }

  /**
   * The file in a data URL or in base64.
   *
   * @throws FailureException {@code INVALID_IMAGE} on the field if there is none
   */
  public byte[] decoded(String field, String text) {
    try {
      return InlineContent.decode(text, mostBytes);
    } catch (InlineContent.MalformedException e) {
      throw refusal(field, e.getMessage());
    }
  }

  private Input own(Caller caller, String field, String id) {
    Input found =
        find(caller.tenantId(), id).orElseThrow(() -> refusal(field, "names no image " + id));
    judgeSize(found, field);
    if (found.kind() == Input.Kind.ASSET) {
      steps.use(id);
    }
    return found;
  }

  /** What was enlarged here may be larger than what can be read. */
  private void judgeSize(Input found, String field) {
    if (!reads(found.width(), found.height())) {
      throw refusal(
          field,
          "is of %dx%d pixels, more than the %d this server reads"
              .formatted(found.width(), found.height(), mostPixels));
    }
  }

  private Input ofAddress(Caller caller, String field, String address) {
    OwnLinks.Target target = ownLinks.target(address).orElse(null);
    if (target == null) {
      return fetched(caller, field, address);
    }
    Input found = own(caller, field, target.id());
    return target.thumbnail() ? thumbnail(caller, field, found) : found;
  }

  /** Whoever names the small picture means the small picture. */
  private Input thumbnail(Caller caller, String field, Input of) {
    String key =
        of.kind() == Input.Kind.ASSET
            ? Asset.folder(of.id()) + "/" + Asset.THUMBNAIL
            : image(caller.tenantId(), of.id()).map(Image::thumbnailKey).orElseThrow();
    return keep(caller, field, files.read(key));
  }

  private Input fetched(Caller caller, String field, String address) {
    if (address.startsWith("/")) {
      throw FailureException.invalid(field, ANY_FORM);
    }
    try {
      byte[] content = fetcher.fetch(address, mostBytes);
      return keep(caller, field, content, AssetSource.URL, null);
    } catch (FetchException e) {
      FailureException refused = refusal(field, e.getMessage()).with("reason", e.reason().wire());
      refused.initCause(e);
      throw refused;
    }
  }

  private Optional<Input> asset(String tenantId, String id) {
    return assets
        .find(id)
        .filter(found -> found.tenantId().equals(tenantId))
        .map(found -> Input.of(found, Input.Kind.ASSET));
  }

  private Optional<Image> image(String tenantId, String id) {
    return images.find(id).filter(found -> found.tenantId().equals(tenantId));
  }

  private static boolean isAddress(String text) {
    return text.startsWith("/files/") || text.contains("://");
  }

  private static FailureException refusal(String field, String reason) {
    return FailureException.of(FailureCode.INVALID_IMAGE, field + " " + reason)
        .onField(field, reason);
  }
}

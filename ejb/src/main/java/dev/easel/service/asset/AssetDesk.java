package dev.easel.service.asset;

import dev.easel.domain.asset.Asset;
import dev.easel.domain.asset.AssetRepository;
import dev.easel.domain.asset.AssetSource;
import dev.easel.domain.asset.Input;
import dev.easel.domain.identity.Caller;
import dev.easel.domain.shared.FailureException;
import dev.easel.domain.shared.Page;
import dev.easel.domain.shared.Sha256;
import dev.easel.service.plan.StorageNotice;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What a tenant does with its assets. Those of others are not there. */
@ApplicationScoped
public class AssetDesk {

  @Inject AssetShelf shelf;
  @Inject AssetSteps steps;
  @Inject AssetRepository assets;
  @Inject InputImages inputs;
  @Inject StorageNotice storage;
  @Inject Clock clock;

  @Inject
  @ConfigProperty(name = "easel.assets.retention", defaultValue = "P30D")
  Duration retention = Duration.ofDays(30);

  /**
   * An asset as an upload left it.
   *
   * @param isNew whether its content was not there before
   */
  public record Uploaded(Asset asset, boolean isNew) {}

  /**
   * @param fileName what its sender calls it; null if it has no name
   * @throws FailureException {@code INVALID_IMAGE} on the field, {@code INSUFFICIENT_CREDITS} if
   *     the plan has no room
   */
  public Uploaded upload(Caller caller, String field, byte[] content, String fileName) {
    Optional<Asset> known = assets.ofContent(caller.tenantId(), Sha256.hex(content));
    if (known.isEmpty()) {
      storage.requireRoom(caller, content.length);
    }
    Input stored = inputs.keep(caller, field, content, AssetSource.UPLOAD, fileName);
    return new Uploaded(get(caller, stored.id()), known.isEmpty());
  }

  /** As {@link #upload}, of a data URL or base64. */
  public Uploaded uploadText(Caller caller, String field, String text, String fileName) {
    return upload(caller, field, inputs.decoded(field, text), fileName);
  }

  /** An asset of whatever a reference names, delivered images included. */
  public Uploaded take(Caller caller, String field, String reference) {
    storage.requireRoom(caller, 1);
    Instant before = clock.instant().truncatedTo(ChronoUnit.MILLIS); // as databases keep it
    Input input = inputs.resolve(caller, field, reference);
    if (input.kind() == Input.Kind.IMAGE) {
      return upload(caller, field, inputs.content(input), null);
    }
    Asset asset = get(caller, input.id());
    return new Uploaded(asset, !asset.createdAt().isBefore(before));
  }

  public Asset get(Caller caller, String id) {
    return own(caller, assets.find(id)).orElseThrow(() -> FailureException.notFound("asset", id));
  }

  /** By the SHA-256 of its file, hex in lower case. */
  public Asset ofContent(Caller caller, String sha256) {
    return assets
        .ofContent(caller.tenantId(), sha256)
        .orElseThrow(() -> FailureException.notFound("asset", sha256));
  }

  public Page<Asset> list(Caller caller, Optional<String> after, int limit) {
    return assets.list(caller.tenantId(), after, limit);
  }

  /** Takes it from sight; requests accepted before can still read it for a while. */
  public void delete(Caller caller, String id) {
    steps.delete(get(caller, id).id());
  }

  /** When it goes unless it is used again. */
  public Instant expires(Asset asset) {
    return asset.lastUsedAt().plus(retention);
  }

  private static Optional<Asset> own(Caller caller, Optional<Asset> found) {
    return found.filter(asset -> asset.tenantId().equals(caller.tenantId()));
  }
}

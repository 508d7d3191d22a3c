package dev.easel.service.asset;

import dev.easel.adapter.imaging.ImageIoCodec;
import dev.easel.domain.asset.Image;
import dev.easel.domain.asset.ImageFormat;
import dev.easel.domain.asset.StoredImage;
import dev.easel.domain.asset.UrlSigner;
import dev.easel.domain.fetch.FetchException;
import dev.easel.domain.fetch.FetchException.Reason;
import dev.easel.domain.identity.Caller;
import dev.easel.domain.identity.Plan;
import dev.easel.fake.InMemoryAssets;
import dev.easel.fake.InMemoryBlobs;
import dev.easel.fake.InMemoryDatabase;
import dev.easel.fake.InMemoryIdentities;
import dev.easel.fake.InMemoryImages;
import dev.easel.fake.MovableClock;
import dev.easel.fake.Stored;
import dev.easel.service.plan.PlanServices;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import javax.imageio.ImageIO;

/** The shelves of two tenants on fakes, with the real codec. */
final class Shelves {

  static final Caller ANN = new Caller("ten_ann", "user_ann", "key_ann", "tiny", false);
  static final Caller BOB = new Caller("ten_bob", "user_bob", "key_bob", "tiny", false);

  final InMemoryDatabase database = new InMemoryDatabase();
  final InMemoryBlobs blobs = new InMemoryBlobs();
  final MovableClock clock = new MovableClock();
  final InMemoryAssets assets = new InMemoryAssets(database);
  final InMemoryImages images = new InMemoryImages(database);
  final InputImages inputs = new InputImages();
  final AssetDesk desk = new AssetDesk();
  final AssetExpiry expiry = new AssetExpiry();
  final StorageAudit audit = new StorageAudit();

  /** What the public internet holds. */
  final Map<String, byte[]> web = new HashMap<>();

  Shelves() {
    database.add(Stored.of(Plan.class, Map.of("id", "tiny", "storageMb", 1)));
    AssetShelf shelf = new AssetShelf();
    AssetSteps steps = new AssetSteps();
    steps.assets = assets;
    steps.clock = clock;
    ImageIoCodec codec = new ImageIoCodec();
    DecodingPermits permits = new DecodingPermits();
    permits.open();
    shelf.assets = assets;
    shelf.steps = steps;
    shelf.blobs = blobs;
    shelf.codec = codec;
    shelf.permits = permits;
    shelf.clock = clock;
    openInputs(shelf, steps, codec, permits);
    desk.shelf = shelf;
    desk.steps = steps;
    desk.assets = assets;
    desk.inputs = inputs;
    desk.clock = clock;
    desk.storage = PlanServices.storage(images, new InMemoryIdentities(database), clock);
    expiry.assets = assets;
    expiry.steps = steps;
    expiry.blobs = blobs;
    expiry.clock = clock;
    audit.blobs = blobs;
    audit.assets = assets;
    audit.images = images;
  }

  private void openInputs(
      AssetShelf shelf, AssetSteps steps, ImageIoCodec codec, DecodingPermits permits) {
    OwnLinks links = new OwnLinks();
    links.signer = SIGNER;
    links.clock = clock;
    inputs.shelf = shelf;
    inputs.steps = steps;
    inputs.assets = assets;
    inputs.images = images;
    inputs.files = AssetServices.files(blobs, codec, null, clock);
    inputs.ownLinks = links;
    inputs.fetcher = (address, most) -> page(address);
    inputs.codec = codec;
    inputs.permits = permits;
  }

  private byte[] page(String address) {
    if (!web.containsKey(address)) {
      throw new FetchException(Reason.URL_NOT_ALLOWED, "leads to an address that is not public");
    }
    return web.get(address);
  }

  /** A delivered image with its files. */
  Image delivered(Caller owner, byte[] png) {
    StoredImage stored =
        new StoredImage(
            0, 7, 4, 3, ImageFormat.PNG, png.length, "ab", "images/67/x/1/0.png", "x-thumb", "");
    Image image =
        new Image("gen_0123456789abcdef01234567", owner.tenantId(), stored, Instant.EPOCH);
    blobs.put(image.blobKey(), png);
    blobs.put(image.thumbnailKey(), png(2, 2));
    images.add(image);
    return image;
  }

  String signed(String id, String name) {
    return "https://easel.example/files/" + id + "/" + name + "?" + SIGNER.sign(id, name, null);
  }

  static byte[] png(int width, int height) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static final UrlSigner SIGNER =
      new UrlSigner() {
        @Override
        public String sign(String imageId, String name, Instant expires) {
          return "exp=1&sig=" + imageId + "~" + name;
        }

        @Override
        public boolean verify(String id, String name, String exp, String sig, Instant now) {
          return (id + "~" + name).equals(sig);
        }
      };
}

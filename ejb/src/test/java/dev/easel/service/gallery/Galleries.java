package dev.easel.service.gallery;

import dev.easel.adapter.limit.MovableTime;
import dev.easel.adapter.limit.RateLimiters;
import dev.easel.domain.asset.ImageRepository;
import dev.easel.domain.asset.UrlSigner;
import dev.easel.domain.generation.GenerationRepository;
import dev.easel.domain.identity.IdentityRepository;
import dev.easel.fake.InMemoryCollections;
import dev.easel.fake.InMemoryDatabase;
import dev.easel.fake.InMemoryGallery;
import dev.easel.fake.InMemoryMeanings;
import dev.easel.fake.InMemoryShares;
import dev.easel.fake.LetterEmbedder;
import dev.easel.fake.MarkedPasswords;
import dev.easel.service.audit.RecordingTrail;
import dev.easel.service.limit.LimitServices;
import java.time.Clock;
import java.time.Instant;

/** The gallery on fakes. */
public final class Galleries {

  public final InMemoryCollections collections;
  public final InMemoryGallery gallery;
  public final GalleryFiling filing = new GalleryFiling();
  public final GalleryDesk desk = new GalleryDesk();
  public final CollectionDesk shelves = new CollectionDesk();
  public final ShareDesk shares = new ShareDesk();
  public final SharedGallery shared = new SharedGallery();
  public final MeaningSearch meaning = new MeaningSearch();
  public final MeaningFilling filling = new MeaningFilling();
  public final Meanings meanings = new Meanings();
  final MeaningSteps meaningSteps = new MeaningSteps();
  final MeaningIndex index = new MeaningIndex();
  final MeaningReading reading = new MeaningReading();
  public final PublicGallery publicly = new PublicGallery();
  public final RecordingTrail audit = new RecordingTrail();
  final GalleryCounts counts = new GalleryCounts();
  final ShareSteps shareSteps = new ShareSteps();
  final GallerySteps steps = new GallerySteps();
  final CollectionNames names = new CollectionNames();
  final GalleryEntries entries = new GalleryEntries();
  final Visits visits = new Visits();

  public Galleries(
      InMemoryDatabase database,
      ImageRepository images,
      GenerationRepository generations,
      IdentityRepository identities,
      Clock clock) {
    collections = new InMemoryCollections(database);
    gallery = new InMemoryGallery(database, collections);
    filing.gallery = gallery;
    filing.identities = identities;
    filing.clock = clock;
    visits.gallery = gallery;
    visits.marks = (who, day) -> day + who;
    visits.clock = clock;
    names.collections = collections;
    names.clock = clock;
    entries.gallery = gallery;
    entries.collections = collections;
    entries.images = images;
    entries.generations = generations;
    desk.gallery = gallery;
    desk.collections = collections;
    desk.names = names;
    desk.entries = entries;
    desk.filing = filing;
    desk.images = images;
    desk.generations = generations;
    desk.publicly = publicly;
    counts.gallery = gallery;
    desk.counts = counts;
    desk.visits = visits;
    desk.audit = audit;
    names.audit = audit;
    shelves.audit = audit;
    shareSteps.audit = audit;
    steps.audit = audit;
    publicly.audit = audit;
    desk.clock = clock;
    shelves.collections = collections;
    shelves.names = names;
    shelves.gallery = gallery;
    shelves.images = images;
    shelves.clock = clock;
    shareSteps.shares = new InMemoryShares(database);
    shareSteps.gallery = gallery;
    shareSteps.collections = collections;
    shareSteps.names = names;
    shareSteps.entries = entries;
    shareSteps.visits = visits;
    shareSteps.clock = clock;
    shares.steps = shareSteps;
    shares.passwords = new MarkedPasswords();
    shared.steps = shareSteps;
    shared.passwords = new MarkedPasswords();
    shared.limits = LimitServices.strangers(RateLimiters.on(new MovableTime()));
    shared.signer = new PlainSigner();
    shared.clock = clock;
    meaningSteps.meanings = new InMemoryMeanings(database, gallery);
    meaningSteps.gallery = gallery;
    meaningSteps.entries = entries;
    meanings.embedder = new LetterEmbedder();
    index.meanings = meaningSteps.meanings;
    meaning.meanings = meanings;
    meaning.index = index;
    reading.index = index;
    reading.meanings = meanings;
    meaning.reading = reading;
    meaning.steps = meaningSteps;
    meaning.desk = desk;
    filling.meanings = meanings;
    filling.steps = meaningSteps;
    filling.headroom = () -> true;
    steps.gallery = gallery;
    steps.generations = generations;
    steps.clock = clock;
  }

  /** Signs with what is signed. */
  private static final class PlainSigner implements UrlSigner {
    @Override
    public String sign(String id, String name, Instant expires) {
      String exp = Long.toString(expires.getEpochSecond());
      return "exp=" + exp + "&sig=" + signature(id, name, exp);
    }

    @Override
    public boolean verify(String id, String name, String exp, String sig, Instant now) {
      return signature(id, name, exp).equals(sig) && now.getEpochSecond() < Long.parseLong(exp);
    }

    private static String signature(String id, String name, String exp) {
      return Integer.toHexString((id + name + exp).hashCode());
    }
  }
}

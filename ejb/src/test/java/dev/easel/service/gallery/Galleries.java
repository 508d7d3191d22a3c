package dev.easel.service.gallery;

import dev.easel.domain.asset.ImageRepository;
import dev.easel.domain.generation.GenerationRepository;
import dev.easel.domain.identity.IdentityRepository;
import dev.easel.fake.InMemoryCollections;
import dev.easel.fake.InMemoryDatabase;
import dev.easel.fake.InMemoryGallery;
import java.time.Clock;

/** The gallery on fakes. */
public final class Galleries {

  public final InMemoryCollections collections;
  public final InMemoryGallery gallery;
  public final GalleryFiling filing = new GalleryFiling();
  public final GalleryDesk desk = new GalleryDesk();
  public final CollectionDesk shelves = new CollectionDesk();
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
    desk.visits = visits;
    desk.clock = clock;
    shelves.collections = collections;
    shelves.names = names;
    shelves.gallery = gallery;
    shelves.images = images;
    shelves.clock = clock;
    steps.gallery = gallery;
    steps.generations = generations;
    steps.clock = clock;
  }
}

package dev.easel.service.gallery;

import dev.easel.domain.asset.Image;
import dev.easel.domain.asset.ImageRepository;
import dev.easel.domain.generation.Generation;
import dev.easel.domain.generation.GenerationRepository;
import dev.easel.domain.generation.Reference;
import dev.easel.domain.identity.Caller;
import dev.easel.domain.shared.FailureException;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Where an image comes from, and what was made of it. */
@Stateless
public class Lineage {

  private static final int MOST = 100;

  @Inject ImageRepository images;
  @Inject GenerationRepository generations;

  /**
   * An image of a family.
   *
   * @param sources ids of the images and uploads it was made of; some may be gone
   */
  public record Relative(Image image, Generation generation, List<String> sources) {}

  /**
   * The family of an image, the nearest first; at most a hundred of each.
   *
   * @param ancestors what it was made of, and what those were made of
   * @param descendants what was made of it, and of those
   */
  public record Family(Relative self, List<Relative> ancestors, List<Relative> descendants) {}

  /**
   * @throws FailureException {@code NOT_FOUND} if the caller has no such image
   */
  public Family of(Caller caller, String imageId) {
    Image image =
        images
            .find(imageId)
            .filter(found -> found.tenantId().equals(caller.tenantId()))
            .orElseThrow(() -> FailureException.notFound("image", imageId));
    Relative self = relative(image);
    return new Family(self, ancestors(self), descendants(self));
  }

  private List<Relative> ancestors(Relative self) {
    Map<String, Relative> found = new LinkedHashMap<>();
    Deque<String> wanted = new ArrayDeque<>(self.sources());
    while (!wanted.isEmpty() && found.size() < MOST) {
      String id = wanted.poll();
      if (!found.containsKey(id) && !id.equals(self.image().id())) {
        images
            .find(id)
            .filter(image -> image.tenantId().equals(self.image().tenantId()))
            .map(this::relative)
            .ifPresent(
                parent -> {
                  found.put(id, parent);
                  wanted.addAll(parent.sources());
                });
      }
    }
    return List.copyOf(found.values());
  }

  private List<Relative> descendants(Relative self) {
    Map<String, Relative> found = new LinkedHashMap<>();
    Deque<String> makers = new ArrayDeque<>(List.of(self.image().id()));
    while (!makers.isEmpty() && found.size() < MOST) {
      for (Relative child : children(self.image().tenantId(), makers.poll())) {
        boolean isNew = !child.image().id().equals(self.image().id());
        if (isNew && found.size() < MOST && found.putIfAbsent(child.image().id(), child) == null) {
          makers.add(child.image().id());
        }
      }
    }
    return List.copyOf(found.values());
  }

  private List<Relative> children(String tenantId, String imageId) {
    List<Generation> made = generations.madeFrom(tenantId, imageId, MOST);
    List<Relative> children = new ArrayList<>();
    for (Generation generation : made) {
      images
          .ofGeneration(generation.id())
          .forEach(image -> children.add(new Relative(image, generation, sources(generation))));
    }
    return children;
  }

  private Relative relative(Image image) {
    Generation generation = generations.find(image.generationId()).orElseThrow();
    return new Relative(image, generation, sources(generation));
  }

  private static List<String> sources(Generation generation) {
    return Stream.concat(
            generation.initImageId().stream(),
            generation.edit().references().stream().map(Reference::imageId))
        .distinct()
        .toList();
  }
}

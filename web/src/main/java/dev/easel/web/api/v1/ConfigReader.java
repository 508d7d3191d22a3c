package dev.easel.web.api.v1;

import dev.easel.domain.asset.Asset;
import dev.easel.domain.asset.ImageId;
import dev.easel.domain.catalog.ImageModel;
import dev.easel.domain.catalog.Size;
import dev.easel.domain.generation.Operation;
import dev.easel.domain.identity.Caller;
import dev.easel.domain.shared.FailureException;
import dev.easel.service.asset.InputImages;
import dev.easel.service.catalog.CatalogService;
import dev.easel.service.generation.GenerationRequest;
import dev.easel.service.identity.IdentityService;
import dev.easel.web.api.JsonInput;
import dev.easel.web.api.WireJson;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Decodes the body of {@code generate-image}. Source: seed 000; B3–B6. */
@ApplicationScoped
public class ConfigReader {

  /** Pixels, as on v2. */
  private static final int MASK_BLUR = 4;

  @Inject CatalogService catalog;
  @Inject InputImages inputs;
  @Inject IdentityService identities;

  /** What to submit, and what to keep of the client's own words. */
  record Decoded(GenerationRequest request, String requested) {}

  /**
   * @throws FailureException if members are missing or of the wrong type, or the model is unknown
   */
  Decoded read(Caller caller, JsonInput body) {
    ConfigMembers members = ConfigMembers.of(body);
    String name = members.with("generation_config_name").text("generation_config_name");
    JsonInput prompted = members.with("prompt");
    String prompt = prompted.text("prompt");
    if (!prompted.has("prompt")) {
      prompted.violate("prompt", "is required");
    }
    body.check();
    References references = References.of(members);
    ImageModel model = model(caller, name, references.operation());
    GenerationRequest request =
        new GenerationRequest()
            .model(model.id())
            .prompt(prompt)
            .negativePrompt(members.with("negative_prompt").text("negative_prompt"))
            .style("preset", style(members));
    references.onto(request);
    readNumbers(members, request);
    readFrame(caller, members, model, references, request);
    noteEnhance(members);
    String requested = Requested.of(members);
    body.check();
    members.remarks().forEach(request::remark);
    return new Decoded(request, requested);
  }

  private ImageModel model(Caller caller, String name, Operation operation) {
    if (name != null) {
      return catalog.current().get(name).model();
    }
    String own = identities.user(caller).defaultModel();
    return operation == Operation.TEXT_TO_IMAGE
        ? catalog.defaultEntry(own).model()
        : catalog.defaultEntry(own, operation.capability()).model();
  }

  private static String style(ConfigMembers members) {
    String name = members.with("style_name").text("style_name");
    return name == null || name.isBlank() ? null : name;
  }

  private static void readNumbers(ConfigMembers members, GenerationRequest request) {
    String count = members.has("n") ? "n" : "batch_size";
    request
        .count(members.with(count).integer(count))
        .seed(members.with("seed").longInteger("seed"))
        .steps(members.with("steps").integer("steps"))
        .guidance(members.with("guidance_scale").number("guidance_scale"))
        .strength(members.with("strength").number("strength"));
  }

  private void readFrame(
      Caller caller,
      ConfigMembers members,
      ImageModel model,
      References references,
      GenerationRequest request) {
    JsonInput object = members.with("quality");
    String word = object.text("quality");
    Optional<Quality> quality = Optional.ofNullable(word).flatMap(Quality::parse);
    if (word != null && quality.isEmpty()) {
      object.violate("quality", "must be one of: full_hd, hd, sd");
    }
    Optional<Size> source = sizeOf(caller, references.source());
    Size size = new Frame(members, model, source).size(quality);
    request.size(size);
    if (references.operation() == Operation.INPAINT) {
      request.settings(inpainting(size == null));
    }
    quality.ifPresent(wanted -> request.quality(wanted.wire()));
    if (!members.has("steps")) {
      quality.ifPresent(wanted -> request.steps(wanted.steps(model)));
    }
  }

  /** White is repainted, with a soft edge; without any wish the size of the source is kept. */
  private static String inpainting(boolean keepSize) {
    return WireJson.object()
        .add("mask", "light")
        .add("mask_blur", MASK_BLUR)
        .add("keep_size", keepSize)
        .build()
        .toString();
  }

  /** Empty if it is no picture of the caller's; that is refused later, with everything else. */
  private Optional<Size> sizeOf(Caller caller, String id) {
    return Optional.ofNullable(id)
        .filter(known -> Asset.isId(known) || ImageId.parse(known).isPresent())
        .flatMap(known -> inputs.find(caller.tenantId(), known))
        .map(input -> new Size(input.width(), input.height()));
  }

  private static void noteEnhance(ConfigMembers members) {
    if (Boolean.TRUE.equals(members.with("enhance").flag("enhance"))) {
      members.remark(
          "enhance_ignored", "No prompt enhancer is configured; the prompt was used as it is");
    }
  }
}

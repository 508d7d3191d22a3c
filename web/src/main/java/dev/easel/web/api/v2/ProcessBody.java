package dev.easel.web.api.v2;

import dev.easel.domain.asset.ImageFormat;
import dev.easel.domain.catalog.Size;
import dev.easel.domain.generation.Operation;
import dev.easel.service.generation.GenerationRequest;
import dev.easel.service.generation.InputWish;
import dev.easel.web.api.Attachments;
import dev.easel.web.api.JsonInput;
import dev.easel.web.api.SentBody;
import jakarta.json.JsonObjectBuilder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What the bodies of all requests have in common that work on a given image. Source: seed 001
 * "Filter and Processing Endpoints"; product decision C14.
 */
class ProcessBody implements OrderBody {

  static final String SOURCE = "image_url";

  /** As some clients name the source. */
  private static final String SHORT_SOURCE = "image";

  private static final Set<String> MEMBERS =
      Set.of(SOURCE, SHORT_SOURCE, "model", "webhook_url", "metadata");
  private static final Set<String> RESULT_MEMBERS =
      Set.of("output", "output_format", "output_quality");
  private static final int LONGEST_NAME = 200;
  private static final int MOST_QUALITY = 100;

  final SentBody sent;
  final JsonInput body;
  final GenerationRequest request = new GenerationRequest();
  final Given given = new Given();

  /** Members nobody knows, by their paths. */
  final List<String> strangers = new ArrayList<>();

  private final Set<String> known = new HashSet<>(MEMBERS);
  private final String model;
  private final String metadata;
  private final String webhookUrl;
  private Optional<ImageFormat> format = Optional.empty();

  /**
   * Reads what is common. Who extends this reads the rest and then calls {@link #finish}.
   *
   * @param further members the operation has besides
   */
  ProcessBody(Operation operation, SentBody sent, Set<String> further) {
    this.sent = sent;
    this.body = sent.json();
    known.addAll(further);
    request.operation(operation).source(source());
    model = body.text("model", LONGEST_NAME);
    request.model(model);
    given.keep("model", model);
    metadata = Attachments.metadata(body);
    webhookUrl = Attachments.webhookUrl(body);
    if (operation.makesImages()) {
      readOutput();
    }
  }

  /**
   * @param settings the operation's own parameters with their defaults
   * @param strict whether unknown members are refused rather than reported
   * @throws dev.easel.domain.shared.FailureException {@code INVALID_REQUEST} with everything that
   *     is wrong
   */
  final void finish(JsonObjectBuilder settings, boolean strict) {
    strangers.addAll(0, body.strangers(known));
    Strangers.judge(body, strangers, strict, request);
    body.check();
    request.settings(settings.build().toString());
  }

  /** The format asked for; empty for the usual PNG. */
  final Optional<ImageFormat> format() {
    return format;
  }

  /** Reads one of some words, which are kept; the first is the default. */
  final String word(String name, List<String> words) {
    String word = body.text(name);
    given.keep(name, word);
    if (word != null && !words.contains(word)) {
      body.violate(name, "must be one of: " + String.join(", ", words));
    }
    return word == null ? words.get(0) : word;
  }

  final boolean flag(String name, boolean fallback) {
    Boolean flag = body.flag(name);
    given.keep(name, flag);
    return flag == null ? fallback : flag;
  }

  /** Reads a number between 0 and 1. */
  final double share(String name, double fallback) {
    Double share = body.number(name);
    given.keep(name, share);
    if (share != null && !(share >= 0 && share <= 1)) {
      body.violate(name, "must be between 0 and 1");
    }
    return share == null ? fallback : share;
  }

  @Override
  public String model() {
    return model;
  }

  @Override
  public GenerationRequest request(Supplier<Size> modelSize) {
    return request;
  }

  @Override
  public String given() {
    return given.json();
  }

  @Override
  public String metadata() {
    return metadata;
  }

  @Override
  public String webhookUrl() {
    return webhookUrl;
  }

  private InputWish source() {
    Optional<InputWish> brief = PictureMembers.optional(sent, SHORT_SOURCE, given);
    if (brief.isEmpty()) {
      return PictureMembers.required(sent, SOURCE, given);
    }
    if (PictureMembers.optional(sent, SOURCE, given).isPresent()) {
      body.violate(SHORT_SOURCE, "must not be given beside image_url");
    }
    return brief.get();
  }

  /** The short printed member wins over the section all operations have. */
  private void readOutput() {
    known.addAll(RESULT_MEMBERS);
    OutputMembers output = new OutputMembers(body);
    output.read(request, given);
    strangers.addAll(output.strangers());
    format = OutputMembers.format(body, "output_format");
    format.ifPresent(request::format);
    given.keep("output_format", format.map(ImageFormat::wire).orElse(null));
    if (format.isEmpty()) {
      format = OutputMembers.format(body.object("output"), "format");
    }
    Integer quality = body.integer("output_quality");
    if (quality != null && (quality < 1 || quality > MOST_QUALITY)) {
      body.violate("output_quality", "must be between 1 and " + MOST_QUALITY);
    } else if (quality != null) {
      request.encodingQuality(quality);
      given.keep("output_quality", quality);
    }
  }
}

import com.openai.azure.AzureUrlPathMode;
import com.openai.azure.credential.AzureApiKeyCredential;
import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.JsonValue;
import com.openai.core.http.StreamResponse;
import com.openai.errors.BadRequestException;
import com.openai.errors.NotFoundException;
import com.openai.errors.OpenAIServiceException;
import com.openai.errors.RateLimitException;
import com.openai.errors.SseException;
import com.openai.errors.UnauthorizedException;
import com.openai.errors.UnprocessableEntityException;
import com.openai.models.images.ImageCreateVariationParams;
import com.openai.models.images.ImageEditParams;
import com.openai.models.images.ImageEditStreamEvent;
import com.openai.models.images.ImageGenStreamEvent;
import com.openai.models.images.ImageGenerateParams;
import com.openai.models.images.ImagesResponse;
import com.openai.models.models.Model;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.function.IntBinaryOperator;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;

/** The official Java SDK, unchanged, against Easel. Prints one line per check. */
class JavaSdk {

  private static final String DEMO = System.getenv("DEMO_URL");
  private static final String KEY = System.getenv("DEMO_KEY");
  private static final String PROXY = System.getenv("PROXY_URL");
  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G'};

  private static final OpenAIClient CLIENT = client(DEMO + "/v1", KEY);

  interface Body {
    void run() throws Exception;
  }

  public static void main(String[] args) throws Exception {
    answers();
    streams();
    edits();
    errors();
    retries();
    System.exit(0); // the client's idle threads would keep the process for a minute
  }

  private static void answers() {
    check("dall-e-3 answers with an address that serves a PNG", () -> {
      ImagesResponse made = CLIENT.images().generate(order("dall-e-3", "A lake").build()).validate();
      isTrue(png(get(made.data().get().get(0).url().get())), "no PNG");
      isTrue(made.data().get().get(0).b64Json().isEmpty(), "inline too");
      isTrue(made.data().get().get(0).revisedPrompt().isPresent(), "no revised prompt");
      same("1024x1024", made.size().get().asString());
      same("opaque", made.background().get().asString());
    });
    check("gpt-image answers inline and with an address", () -> {
      ImagesResponse made =
          CLIENT.images().generate(order("gpt-image-1-mini", "A hill").build()).validate();
      isTrue(png(decoded(made.data().get().get(0).b64Json().get())), "no PNG");
      isTrue(made.data().get().get(0).url().isPresent(), "no address");
    });
    check("usage is whole and says what it cost", () -> {
      ImagesResponse made = small("dall-e-2", "A sea", 2);
      ImagesResponse.Usage usage = made.usage().get().validate();
      isTrue(usage.inputTokens() > 0, "no input tokens");
      same(usage.totalTokens(), usage.inputTokensDetails().textTokens());
      same(0L, usage.outputTokens());
      same(JsonValue.from(0.04), usage._additionalProperties().get("cost"));
      same(JsonValue.from("256x256"), usage._additionalProperties().get("image_size"));
      same(2, made.data().get().size());
    });
    check("fields of our own go as additional properties", () -> {
      ImagesResponse made =
          CLIENT
              .images()
              .generate(
                  order("sketch", "A city")
                      .size("256x256")
                      .putAdditionalBodyProperty("seed", JsonValue.from(7))
                      .putAdditionalBodyProperty("provider", JsonValue.from("easel"))
                      .putAdditionalBodyProperty("negative_prompt", JsonValue.from("people"))
                      .build())
              .validate();
      isTrue(id(made).startsWith("gen_"), id(made));
      same(JsonValue.from(List.of()), made._additionalProperties().get("warnings"));
    });
    check("the request id", () -> {
      var raw =
          CLIENT
              .images()
              .withRawResponse()
              .generate(
                  order("easel/sketch", "A sea")
                      .size("256x256")
                      .putAdditionalHeader("X-Request-ID", "mine-3")
                      .build());
      same("mine-3", raw.requestId().get());
      raw.parse().validate();
    });
    check("models are listed and found", () -> {
      List<String> ids = new ArrayList<>();
      CLIENT.models().list().autoPager().forEach(model -> ids.add(model.validate().id()));
      isTrue(ids.containsAll(List.of("dall-e-3", "easel/sketch")), ids.toString());
      Model one = CLIENT.models().retrieve("dall-e-3").validate();
      same("openai", one.ownedBy());
      same("2026-05-12", one.shutdownDate().get().toString());
    });
    check("Azure, legacy address: the deployment is the model", () -> {
      OpenAIClient azure = azure(DEMO, AzureUrlPathMode.LEGACY);
      isTrue(azure.images().generate(order("dall-e-3", "A sea").build()).validate().data().isPresent(), "");
    });
    check("Azure, v1 address", () -> {
      OpenAIClient azure = azure(DEMO + "/openai/v1", AzureUrlPathMode.UNIFIED);
      isTrue(azure.images().generate(order("dall-e-3", "A sea").build()).validate().data().isPresent(), "");
    });
  }

  private static void streams() {
    check("a stream sends partial images, then the finished one", () -> {
      List<ImageGenStreamEvent> events = stream(order("gpt-image-1", "A lighthouse").partialImages(2));
      int last = events.size() - 1;
      isTrue(last >= 1 && last <= 2, last + " partial images");
      for (int i = 0; i < last; i++) {
        same((long) i, events.get(i).asGenerationPartialImage().partialImageIndex());
        isTrue(png(decoded(events.get(i).asGenerationPartialImage().b64Json())), "no PNG");
      }
      var completed = events.get(last).asGenerationCompleted();
      isTrue(png(decoded(completed.b64Json())), "no PNG");
      isTrue(completed.usage().totalTokens() > 0, "no tokens");
      same(JsonValue.from(0.042), completed.usage()._additionalProperties().get("cost"));
    });
    check("one completed event for each image", () -> {
      List<ImageGenStreamEvent> events = stream(order("easel/sketch", "A sea").size("256x256").n(2));
      same(2L, events.stream().filter(ImageGenStreamEvent::isGenerationCompleted).count());
    });
    check("a stream that breaks off is an SseException with a reason", () -> {
      var request = order("easel/sketch", "A city").size("1024x1024").n(10).partialImages(1).build();
      try (var events = CLIENT.images().generateStreaming(request)) {
        events.stream().forEach(event -> cancelNewest(event.validate().isGenerationPartialImage()));
      } catch (SseException e) {
        isTrue(e.getMessage().contains("was cancelled"), e.toString());
        return;
      }
      throw new AssertionError("no exception");
    });
    check("a stream that cannot begin is an ordinary error", () -> {
      var error = failure(() -> stream(order("dall-e-3", "x").size("3x3")));
      isTrue(error instanceof BadRequestException, error.toString());
      same("size", error.param().get());
    });
  }

  private static void edits() {
    byte[] hill = picture((x, y) -> 0xff000080 | x % 256 << 16 | y << 8);
    byte[] hole = picture((x, y) -> x < 160 ? 0 : 0xff000000);
    check("an edit of a stream of bytes, which has no name and no type", () -> {
      ImagesResponse made =
          CLIENT
              .images()
              .edit(edit("gpt-image-1-mini").image(new ByteArrayInputStream(hill)).n(1).build())
              .validate();
      isTrue(png(decoded(made.data().get().get(0).b64Json().get())), "no PNG");
    });
    check("an edit of a list of streams", () -> {
      ImagesResponse made =
          CLIENT
              .images()
              .edit(
                  edit("easel/sketch")
                      .imageOfInputStreams(
                          List.of(new ByteArrayInputStream(hill), new ByteArrayInputStream(hole)))
                      .build())
              .validate();
      same("320x192", made.size().get().asString());
    });
    check("what the mask keeps is kept to the pixel", () -> {
      ImagesResponse made =
          CLIENT
              .images()
              .edit(
                  edit("easel/sketch")
                      .image(new ByteArrayInputStream(hill))
                      .mask(new ByteArrayInputStream(hole))
                      .responseFormat(ImageEditParams.ResponseFormat.B64_JSON)
                      .build())
              .validate();
      BufferedImage before = ImageIO.read(new ByteArrayInputStream(hill));
      BufferedImage after =
          ImageIO.read(new ByteArrayInputStream(decoded(made.data().get().get(0).b64Json().get())));
      int painted = 0;
      for (int y = 0; y < 192; y++) {
        for (int x = 0; x < 320; x++) {
          boolean differs = before.getRGB(x, y) != after.getRGB(x, y);
          isTrue(!differs || x < 160, "changed at " + x + "," + y);
          painted += differs ? 1 : 0;
        }
      }
      isTrue(painted > 1000, "nothing was painted");
    });
    check("an edit as a stream", () -> {
      var request = edit("easel/sketch").image(new ByteArrayInputStream(hill)).partialImages(2).build();
      try (StreamResponse<ImageEditStreamEvent> events = CLIENT.images().editStreaming(request)) {
        List<ImageEditStreamEvent> all =
            events.stream().map(ImageEditStreamEvent::validate).toList();
        ImageEditStreamEvent last = all.get(all.size() - 1);
        isTrue(png(decoded(last.asCompleted().b64Json())), "no PNG");
        isTrue(all.stream().limit(all.size() - 1L).allMatch(ImageEditStreamEvent::isPartialImage), "");
      }
    });
    check("a variation", () -> {
      var request =
          ImageCreateVariationParams.builder()
              .model("dall-e-2")
              .image(new ByteArrayInputStream(hill))
              .size(ImageCreateVariationParams.Size._256X256)
              .build();
      ImagesResponse made = CLIENT.images().createVariation(request).validate();
      isTrue(made.data().get().get(0).url().isPresent(), "no address");
    });
  }

  private static ImageEditParams.Builder edit(String model) {
    return ImageEditParams.builder().model(model).prompt("A hill in winter");
  }

  private static byte[] picture(IntBinaryOperator pixel) {
    BufferedImage image = new BufferedImage(320, 192, BufferedImage.TYPE_INT_ARGB);
    for (int y = 0; y < 192; y++) {
      for (int x = 0; x < 320; x++) {
        image.setRGB(x, y, pixel.applyAsInt(x, y));
      }
    }
    var out = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static void errors() {
    fails("a wrong size", BadRequestException.class, "invalid_parameter", "size",
        order("dall-e-3", "x").size("100x100"));
    fails("an unknown provider", BadRequestException.class, "invalid_parameter", "provider",
        order("dall-e-3", "x").putAdditionalBodyProperty("provider", JsonValue.from("acme")));
    fails("a prohibited prompt", BadRequestException.class, "content_policy_violation", "prompt",
        order("dall-e-3", "child pornography"));
    fails("an unknown model", NotFoundException.class, "model_not_found", "model",
        order("no-such-model", "x"));
    fails("too few credits", RateLimitException.class, "insufficient_quota", null,
        order("google-cloud/imagen4", "x").n(10));
    check("a wrong key is an UnauthorizedException after one attempt", () -> {
      var client = client(PROXY + "/java-wrong-key/pass/v1", "esk_live_wrong");
      var error = failure(() -> client.models().list());
      isTrue(error instanceof UnauthorizedException, error.toString());
      same(1, log("wrong-key", "retry").size());
    });
    check("a model nobody configured is a NotFoundException", () -> {
      var plain = client(System.getenv("EASEL_URL") + "/v1", System.getenv("EASEL_API_KEY"));
      var error = failure(() -> plain.images().generate(order("dall-e-3", "x").build()));
      isTrue(error instanceof NotFoundException, error.toString());
      same("model_not_found", error.code().get());
    });
  }

  private static void retries() {
    for (String mode : List.of("cut", "lost")) {
      check("a retry after a " + mode + " answer joins what was paid for", () -> {
        ImagesResponse made =
            through(mode, mode)
                .images()
                .generate(order("dall-e-2", "Java, " + mode).size("512x512").build());
        same(List.of("0", "1"), log(mode, "retry"));
        same(List.of(id(made), id(made)), log(mode, "id"));
      });
    }
    check("an idempotency key makes one image of two requests, and one only", () -> {
      String key = "java-" + System.getenv("RUN_ID");
      same(id(keyed(key, "A sea")), id(keyed(key, "A sea")));
      var error = failure(() -> keyed(key, "Another sea"));
      isTrue(error instanceof UnprocessableEntityException, error.toString());
      same("idempotency_error", error.type().get());
    });
  }

  /** The request fails as this exception, with all four words, after one attempt. */
  private static void fails(
      String what,
      Class<? extends OpenAIServiceException> kind,
      String code,
      String param,
      ImageGenerateParams.Builder request) {
    check(what + " is a " + kind.getSimpleName() + " after one attempt", () -> {
      String label = what.replace(' ', '-');
      var error = failure(() -> through(label, "pass").images().generate(request.build()));
      isTrue(kind.isInstance(error), error.toString());
      same(code, error.code().get());
      same(param, error.param().orElse(null));
      isTrue(error.type().isPresent(), "no type");
      same(1, log(label, "retry").size());
    });
  }

  private static ImageGenerateParams.Builder order(String model, String prompt) {
    return ImageGenerateParams.builder().model(model).prompt(prompt);
  }

  private static ImagesResponse small(String model, String prompt, long n) {
    return CLIENT
        .images()
        .generate(order(model, prompt).size("256x256").n(n).build())
        .validate();
  }

  private static ImagesResponse keyed(String key, String prompt) {
    return CLIENT
        .images()
        .generate(
            order("easel/sketch", prompt)
                .size("256x256")
                .putAdditionalHeader("Idempotency-Key", key)
                .build());
  }

  private static List<ImageGenStreamEvent> stream(ImageGenerateParams.Builder request) {
    try (StreamResponse<ImageGenStreamEvent> events =
        CLIENT.images().generateStreaming(request.build())) {
      return events.stream().map(ImageGenStreamEvent::validate).toList();
    }
  }

  /** Makes the newest generation fail, by the way of /api/v2. */
  private static void cancelNewest(boolean partial) {
    isTrue(partial, "an image was completed");
    String list = v2("GET", "generations?limit=1");
    var newest = Pattern.compile("gen_[0-9a-f]{24}").matcher(list);
    isTrue(newest.find(), list);
    v2("POST", "generations/" + newest.group() + "/cancel");
  }

  private static String v2(String method, String path) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(DEMO + "/api/v2/" + path))
            .header("X-API-Key", KEY)
            .method(method, HttpRequest.BodyPublishers.noBody())
            .build();
    try {
      return HttpClient.newHttpClient()
          .send(request, HttpResponse.BodyHandlers.ofString())
          .body();
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static OpenAIClient client(String baseUrl, String key) {
    return OpenAIOkHttpClient.builder().baseUrl(baseUrl).apiKey(key).build();
  }

  private static OpenAIClient azure(String baseUrl, AzureUrlPathMode mode) {
    return OpenAIOkHttpClient.builder()
        .baseUrl(baseUrl)
        .azureUrlPathMode(mode)
        .credential(AzureApiKeyCredential.create(KEY))
        .build();
  }

  /** A client whose requests are counted under the label. */
  private static OpenAIClient through(String label, String mode) {
    return client("%s/java-%s/%s/v1".formatted(PROXY, label, mode), KEY);
  }

  private static List<String> log(String label, String field) throws Exception {
    String log = new String(get(PROXY + "/log/java-" + label));
    return Pattern.compile("\"" + field + "\":\"?([^\",}]*)")
        .matcher(log)
        .results()
        .map(found -> found.group(1))
        .toList();
  }

  private static String id(ImagesResponse made) {
    return made._additionalProperties().get("id").asStringOrThrow();
  }

  private static byte[] get(String url) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(URI.create(url)).build();
    return HttpClient.newHttpClient()
        .send(request, HttpResponse.BodyHandlers.ofByteArray())
        .body();
  }

  private static byte[] decoded(String b64) {
    return Base64.getDecoder().decode(b64);
  }

  private static boolean png(byte[] content) {
    return Arrays.equals(PNG, Arrays.copyOf(content, 4));
  }

  private static OpenAIServiceException failure(Supplier<?> call) {
    try {
      call.get();
    } catch (OpenAIServiceException e) {
      return e;
    }
    throw new AssertionError("no exception");
  }

  private static void same(Object expected, Object actual) {
    isTrue(
        expected == null ? actual == null : expected.equals(actual),
        "expected " + expected + " but was " + actual);
  }

  private static void isTrue(boolean holds, String otherwise) {
    if (!holds) {
      throw new AssertionError(otherwise);
    }
  }

  private static void check(String what, Body body) {
    try {
      body.run();
      System.out.println("ok - java: " + what);
    } catch (Exception | AssertionError e) {
      System.out.println("not ok - java: " + what);
      StringWriter trace = new StringWriter();
      e.printStackTrace(new PrintWriter(trace));
      trace.toString().lines().limit(8).forEach(line -> System.out.println("  # " + line));
    }
  }
}

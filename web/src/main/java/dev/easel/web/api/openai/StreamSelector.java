package dev.easel.web.api.openai;

import static jakarta.json.stream.JsonParser.Event.KEY_NAME;

import dev.easel.web.api.BodyAhead;
import dev.easel.web.api.FormPeek;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParserFactory;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/**
 * OpenAI's clients ask for a stream in the body and leave {@code Accept} at JSON (or the reverse).
 * This makes the header say what the body says, before a method is chosen.
 */
@PreMatching
public class StreamSelector implements ContainerRequestFilter {

  private static final JsonParserFactory PARSERS = Json.createParserFactory(Map.of());
  private static final String FIELD = "stream";

  /** The only forms that are answered by streams. */
  private static final String FORMS = "images/edits";

  @Inject BodyAhead bodies;

  @Override
  public void filter(ContainerRequestContext request) throws IOException {
    MediaType type = request.getMediaType();
    if (type == null || !request.getMethod().equals(HttpMethod.POST)) {
      return;
    }
    if (type.isCompatible(MediaType.APPLICATION_JSON_TYPE)) {
      answer(request, bodies.matches(request, StreamSelector::asksForStream));
    } else if (type.isCompatible(MediaType.MULTIPART_FORM_DATA_TYPE)) {
      boolean form = request.getUriInfo().getPath().replaceAll("/+$", "").endsWith(FORMS);
      answer(request, form && bodies.matches(request, body -> formAsks(request, body)));
    }
  }

  private static void answer(ContainerRequestContext request, boolean stream) {
    request
        .getHeaders()
        .putSingle(
            HttpHeaders.ACCEPT, stream ? MediaType.SERVER_SENT_EVENTS : MediaType.APPLICATION_JSON);
  }

  private static boolean formAsks(ContainerRequestContext request, InputStream body) {
    return FormPeek.field(request.getHeaders(), request.getMediaType(), body, FIELD)
        .map(FormFields::flag)
        .orElse(false);
  }

  /** What is wrong with the body is for its reader to tell. */
  static boolean asksForStream(InputStream body) {
    int depth = 0;
    boolean named = false;
    boolean stream = false;
    try (JsonParser parser = PARSERS.createParser(body)) {
      while (parser.hasNext()) {
        JsonParser.Event event = parser.next();
        depth += change(event);
        stream = named ? event == JsonParser.Event.VALUE_TRUE : stream;
        named = depth == 1 && event == KEY_NAME && parser.getString().equals(FIELD);
      }
    } catch (RuntimeException e) {
      // Not only JsonException: the parser has its own limits of depth and of numbers.
      return false;
    }
    return stream;
  }

  private static int change(JsonParser.Event event) {
    return switch (event) {
      case START_OBJECT, START_ARRAY -> 1;
      case END_OBJECT, END_ARRAY -> -1;
      default -> 0;
    };
  }
}

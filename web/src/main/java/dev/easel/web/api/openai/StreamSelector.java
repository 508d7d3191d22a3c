package dev.easel.web.api.openai;

import static jakarta.json.stream.JsonParser.Event.KEY_NAME;

import jakarta.json.Json;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParserFactory;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Map;

/**
 * OpenAI's clients ask for a stream in the body and leave {@code Accept} at JSON (or the reverse).
 * This makes the header say what the body says, before a method is chosen.
 */
@PreMatching
public class StreamSelector implements ContainerRequestFilter {

  private static final JsonParserFactory PARSERS = Json.createParserFactory(Map.of());
  private static final int MOST_BYTES = 1 << 20;

  @Override
  public void filter(ContainerRequestContext request) throws IOException {
    MediaType type = request.getMediaType();
    boolean json = type != null && type.isCompatible(MediaType.APPLICATION_JSON_TYPE);
    if (!json || !request.getMethod().equals(HttpMethod.POST)) {
      return;
    }
    InputStream body = request.getEntityStream();
    byte[] read = body.readNBytes(MOST_BYTES);
    request.setEntityStream(new SequenceInputStream(new ByteArrayInputStream(read), body));
    request
        .getHeaders()
        .putSingle(
            HttpHeaders.ACCEPT,
            asksForStream(read) ? MediaType.SERVER_SENT_EVENTS : MediaType.APPLICATION_JSON);
  }

  /** What is wrong with the body is for its reader to tell. */
  static boolean asksForStream(byte[] body) {
    int depth = 0;
    boolean named = false;
    boolean stream = false;
    try (JsonParser parser = PARSERS.createParser(new ByteArrayInputStream(body))) {
      while (parser.hasNext()) {
        JsonParser.Event event = parser.next();
        depth += change(event);
        stream = named ? event == JsonParser.Event.VALUE_TRUE : stream;
        named = depth == 1 && event == KEY_NAME && parser.getString().equals("stream");
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

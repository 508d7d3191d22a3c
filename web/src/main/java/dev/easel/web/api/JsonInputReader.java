package dev.easel.web.api;

import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import dev.easel.domain.shared.Sha256;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonConfig;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonParsingException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Reads request bodies within limits of size and depth, and tells where JSON is broken. */
@Consumes(MediaType.APPLICATION_JSON)
public class JsonInputReader implements MessageBodyReader<JsonInput> {

  private static final int MOST_BYTES = 1 << 20;

  @Inject
  @ConfigProperty(name = "easel.inputs.most-body-bytes", defaultValue = "73400320")
  int mostLargeBytes;

  private static final int MOST_DEPTH = 64;

  /** Which of two members of one name counts, nobody can know. */
  private static final JsonReaderFactory READERS =
      Json.createReaderFactory(Map.of(JsonConfig.KEY_STRATEGY, JsonConfig.KeyStrategy.NONE));

  @Override
  public boolean isReadable(
      Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
    return type == JsonInput.class;
  }

  @Override
  public JsonInput readFrom(
      Class<JsonInput> type,
      Type genericType,
      Annotation[] annotations,
      MediaType mediaType,
      MultivaluedMap<String, String> headers,
      InputStream body)
      throws IOException {
    boolean large = Arrays.stream(annotations).anyMatch(LargeBody.class::isInstance);
    int most = large ? mostLargeBytes : MOST_BYTES;
    byte[] content = body.readNBytes(most + 1);
    if (content.length > most) {
      throw FailureException.of(
          FailureCode.PAYLOAD_TOO_LARGE,
          "The request body must be at most " + (most >> 20) + " MiB");
    }
    return JsonInput.of(parse(content), Sha256.hex(content));
  }

  /**
   * @throws FailureException {@code INVALID_REQUEST} if it is no JSON object within our limits
   */
  static JsonObject parse(byte[] content) {
    checkUtf8(content);
    checkDepth(content);
    try (JsonReader reader =
        READERS.createReader(new ByteArrayInputStream(content), StandardCharsets.UTF_8)) {
      JsonValue value = reader.readValue();
      if (value.getValueType() != JsonValue.ValueType.OBJECT) {
        throw invalid("The request body must be a JSON object");
      }
      NumberLimits.check(value.asJsonObject());
      return value.asJsonObject();
    } catch (JsonParsingException e) {
      throw invalid(
          "The request body %s: line %d, column %d"
              .formatted(
                  isDuplicate(e) ? "has a member given twice" : "is not valid JSON",
                  e.getLocation().getLineNumber(),
                  e.getLocation().getColumnNumber()));
    } catch (JsonException e) {
      throw invalid("The request body is not valid JSON");
    } catch (ArithmeticException | NumberFormatException | UnsupportedOperationException e) {
      throw invalid("A number in the request body is out of range");
    }
  }

  /** The parser has one exception for all it dislikes; only its words differ. */
  private static boolean isDuplicate(JsonParsingException e) {
    return e.getMessage().startsWith("Duplicate key");
  }

  private static void checkUtf8(byte[] content) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content));
    } catch (CharacterCodingException e) {
      throw invalid("The request body is not valid UTF-8");
    }
  }

  /** Before parsing: a parser that recurses must not meet a thousand open brackets. */
  private static void checkDepth(byte[] content) {
    int depth = 0;
    boolean quoted = false;
    for (int i = 0; i < content.length; i++) {
      byte c = content[i];
      if (quoted) {
        i += c == '\\' ? 1 : 0;
        quoted = c != '"';
      } else if (c == '"') {
        quoted = true;
      } else if (c == '{' || c == '[') {
        depth++;
      } else if (c == '}' || c == ']') {
        depth--;
      }
      if (depth > MOST_DEPTH) {
        throw invalid("The request body is nested deeper than " + MOST_DEPTH + " levels");
      }
    }
  }

  private static FailureException invalid(String message) {
    return FailureException.of(FailureCode.INVALID_REQUEST, message);
  }
}

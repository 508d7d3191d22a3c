package dev.easel.fake.comfy;

import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.form.FormData;
import io.undertow.server.handlers.form.FormDataParser;
import io.undertow.server.handlers.form.FormParserFactory;
import io.undertow.server.handlers.form.MultiPartParserDefinition;
import java.io.IOException;
import java.io.InputStream;

/** {@code POST /upload/image}. */
final class FakeUpload {

  private static final FormParserFactory PARSERS = parsers();

  private FakeUpload() {}

  private static FormParserFactory parsers() {
    MultiPartParserDefinition inMemory = new MultiPartParserDefinition();
    inMemory.setFileSizeThreshold(64 << 20);
    return FormParserFactory.builder(false).addParser(inMemory).build();
  }

  static void answer(HttpServerExchange exchange, FakeFiles files) throws IOException {
    try (FormDataParser parser = PARSERS.createParser(exchange)) {
      FormData form = parser.parseBlocking();
      FormData.FormValue image = form.getFirst("image");
      String subfolder = value(form, "subfolder", "");
      if (image == null || image.getFileName() == null || subfolder.contains("..")) {
        FakeReply.empty(exchange, 400);
        return;
      }
      String type = value(form, "type", "input");
      String name;
      try (InputStream in = image.getFileItem().getInputStream()) {
        name = files.upload(type, subfolder, image.getFileName(), in.readAllBytes());
      }
      FakeReply.json(
          exchange,
          200,
          FakeJson.object()
              .add("name", name)
              .add("subfolder", subfolder)
              .add("type", type)
              .build());
    }
  }

  private static String value(FormData form, String name, String otherwise) {
    FormData.FormValue value = form.getFirst(name);
    return value == null ? otherwise : value.getValue();
  }
}

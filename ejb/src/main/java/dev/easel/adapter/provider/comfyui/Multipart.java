package dev.easel.adapter.provider.comfyui;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;

/** A form with one file, as the node's upload reads it. */
final class Multipart {

  private final String boundary;
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();

  /**
   * @param unlikely something that is in none of the parts, such as a UUID
   */
  Multipart(String unlikely) {
    boundary = "easel-" + unlikely;
  }

  Multipart field(String name, String value) {
    part("name=\"" + name + "\"", "");
    write(value + "\r\n");
    return this;
  }

  /** The filename comes from us: letters, digits, dots and hyphens. */
  Multipart png(String name, String filename, byte[] content) {
    part("name=\"" + name + "\"; filename=\"" + filename + "\"", "Content-Type: image/png\r\n");
    body.writeBytes(content);
    write("\r\n");
    return this;
  }

  private void part(String disposition, String headers) {
    write("--" + boundary + "\r\nContent-Disposition: form-data; " + disposition + "\r\n");
    write(headers + "\r\n");
  }

  private void write(String text) {
    body.writeBytes(text.getBytes(UTF_8));
  }

  String contentType() {
    return "multipart/form-data; boundary=" + boundary;
  }

  BodyPublisher publisher() {
    write("--" + boundary + "--\r\n");
    return BodyPublishers.ofByteArray(body.toByteArray());
  }
}

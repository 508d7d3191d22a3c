package dev.easel.web.ui.docs;

import java.util.List;

/**
 * One operation as the page shows it; members ending in Html are safe to print as they are.
 *
 * @param alsoAt other addresses that answer the same
 */
public record Operation(
    String id,
    String method,
    String path,
    String summary,
    String descriptionHtml,
    List<Parameter> parameters,
    List<Parameter> body,
    List<Sample> requests,
    List<Answer> answers,
    List<Trouble> troubles,
    List<String> alsoAt) {

  /** A parameter or a member of the body. */
  public record Parameter(
      String name, String place, String type, boolean required, String textHtml) {}

  /** A request to copy. */
  public record Sample(String title, String text) {}

  /** An answer that is no error; {@code exampleHtml} may be empty. */
  public record Answer(String status, String descriptionHtml, String exampleHtml) {}

  /** An error it can answer with. */
  public record Trouble(String status, String code, String title) {}
}

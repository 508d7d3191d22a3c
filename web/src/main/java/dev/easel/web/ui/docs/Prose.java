package dev.easel.web.ui.docs;

/** Plain text of the document as HTML: escaped, with code between backticks. */
final class Prose {

  private Prose() {}

  static String html(String text) {
    return escaped(text).replaceAll("`([^`]+)`", "<code>$1</code>");
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}

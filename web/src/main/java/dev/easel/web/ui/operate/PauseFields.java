package dev.easel.web.ui.operate;

/** What stands in the fields of the form that holds something back. */
public record PauseFields(String scope, String subject, String note) {

  static PauseFields empty() {
    return new PauseFields("ALL", "", "");
  }
}

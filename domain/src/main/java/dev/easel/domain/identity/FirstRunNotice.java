package dev.easel.domain.identity;

/** Tells the operator, once, what the first run created. */
public interface FirstRunNotice {

  /** Keeps the credentials where only the operator can read them. */
  void publish(String adminEmail, String adminPassword, String apiKey);
}

package dev.easel.domain.identity;

/** Tells the operator, once, what the first run created, or what it needs to go on. */
public interface FirstRunNotice {

  /** Keeps the credentials where only the operator can read them. */
  void publish(String adminEmail, String adminPassword, String apiKey);

  /** Whether what {@link #publish} kept is still there to be read. */
  boolean isKept();

  /** Keeps what the set-up page asks for where only the operator can read it. */
  void askForOwner(String token);

  /** Takes away what {@link #askForOwner} kept, if it did. */
  void ownerCame();
}

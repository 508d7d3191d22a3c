package dev.easel.domain.moderation;

import java.util.Optional;

/** Judges a prompt before anything is paid or queued. */
public interface ContentPolicy {

  /** Empty if the prompt may pass, else the machine-readable reason it may not. */
  Optional<String> objection(String prompt);
}

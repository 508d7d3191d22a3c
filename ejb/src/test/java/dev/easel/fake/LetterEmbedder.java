package dev.easel.fake;

import dev.easel.domain.gallery.Meaning;
import dev.easel.domain.gallery.TextEmbedder;

/** Takes texts of the same letters to mean the same. */
public final class LetterEmbedder implements TextEmbedder {

  @Override
  public boolean isAvailable() {
    return true;
  }

  @Override
  public Meaning of(String text) {
    float[] letters = new float[Meaning.LENGTH];
    text.chars().filter(Character::isLetter).forEach(c -> letters[c % Meaning.LENGTH]++);
    return Meaning.of(letters);
  }
}

package dev.easel.adapter.provider.sketch.prompt;

/** What part a motif plays in a picture. */
public enum Kind {
  TIME,
  WEATHER,
  SEASON,
  SKY,
  PLACE,
  PLANT,
  BUILT,
  CREATURE,
  THING,
  PATTERN,
  STYLE,
  MOOD;

  /** Whether a colour word before the motif is the motif's own colour, not the picture's. */
  public boolean hasOwnColour() {
    return this == CREATURE || this == THING || this == BUILT || this == PLANT;
  }
}

package dev.easel.adapter.provider.sketch.prompt;

import dev.easel.adapter.provider.sketch.canvas.Tint;
import java.util.List;

/** The colour words. */
public enum Hue {
  RED("#d0252b", "red,crimson,scarlet,ruby,vermilion,burgundy,maroon"),
  ORANGE("#ee7d22", "orange,tangerine,copper,rust,apricot,coral,peach"),
  YELLOW("#f4c430", "yellow,gold,golden,amber,lemon,honey"),
  GREEN("#3c9a4a", "green,emerald,lime,jade,olive,mint"),
  TEAL("#1fa6a0", "teal,turquoise,cyan,aqua,aquamarine"),
  BLUE("#2a63c9", "blue,azure,navy,cobalt,indigo,sapphire"),
  PURPLE("#7d3fc0", "purple,violet,lilac,mauve,magenta,amethyst,plum"),
  PINK("#ee7aa8", "pink,rose-coloured,fuchsia,salmon,blush"),
  BROWN("#7a4e2d", "brown,chestnut,bronze,chocolate,tan,beige,sepia-brown"),
  WHITE("#f3f1ec", "white,ivory,cream,pearl"),
  BLACK("#1c1c22", "black,ebony,onyx,jet-black"),
  GRAY("#8b9097", "gray,grey,silver,ash,charcoal");

  private final Tint tint;
  private final List<String> words;

  Hue(String hex, String words) {
    this.tint = Tint.of(hex);
    this.words = List.of(words.split(","));
  }

  public Tint tint() {
    return tint;
  }

  public List<String> words() {
    return words;
  }
}

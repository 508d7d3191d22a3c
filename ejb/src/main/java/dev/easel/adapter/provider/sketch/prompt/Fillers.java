package dev.easel.adapter.provider.sketch.prompt;

import java.util.Set;

/** Words that need no paint: grammar, and praise that says nothing about the picture. */
final class Fillers {

  private static final Set<String> GRAMMAR =
      Set.of(
          ("a an the and or of in on at to with by for from into onto over under above below near "
                  + "beside behind between through across along around against among is are be "
                  + "being was were it its this that these those there their his her our your my "
                  + "we you he she they them i as while where which who whose some many few "
                  + "several two three four five six one single lone very really quite so too "
                  + "just only also but not no without except if then than like up down out off "
                  + "left right front back top bottom side foreground middle distance distant far "
                  + "away next please make paint draw create generate show render give me us "
                  + "all every each any more most both other another has have having let")
              .split(" "));

  private static final Set<String> PRAISE =
      Set.of(
          ("beautiful serene majestic gorgeous stunning amazing awesome incredible pretty lovely "
                  + "nice high quality best masterpiece detailed highly ultra super hd uhd 4k 8k "
                  + "16k resolution sharp focus sharpness professional award winning artstation "
                  + "trending unreal engine octane render rendering rendered intricate elegant "
                  + "peaceful calm tranquil quiet traditional modern classic style styled art "
                  + "artwork artistic painting picture image illustration scene scenery view "
                  + "landscape vista panorama panoramic wide angle shot perspective atmosphere "
                  + "atmospheric mood lighting light lights lit color colors colour colours "
                  + "colored tone tones palette background clean simple perfect aesthetic "
                  + "composition hyper extremely "
                  + "great big large huge small tiny little tall long old young new ancient full "
                  + "deep hot cold warm cool natural nature sky air hour time surface "
                  + "concept design digital")
              .split(" "));

  private Fillers() {}

  static boolean contains(String word) {
    return GRAMMAR.contains(word)
        || PRAISE.contains(word)
        || word.length() < 2
        || word.chars().noneMatch(Character::isLetter);
  }
}

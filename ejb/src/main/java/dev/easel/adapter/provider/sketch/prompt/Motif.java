package dev.easel.adapter.provider.sketch.prompt;

import static dev.easel.adapter.provider.sketch.prompt.Kind.BUILT;
import static dev.easel.adapter.provider.sketch.prompt.Kind.CREATURE;
import static dev.easel.adapter.provider.sketch.prompt.Kind.PATTERN;
import static dev.easel.adapter.provider.sketch.prompt.Kind.PLACE;
import static dev.easel.adapter.provider.sketch.prompt.Kind.PLANT;
import static dev.easel.adapter.provider.sketch.prompt.Kind.SEASON;
import static dev.easel.adapter.provider.sketch.prompt.Kind.STYLE;
import static dev.easel.adapter.provider.sketch.prompt.Kind.THING;
import static dev.easel.adapter.provider.sketch.prompt.Kind.TIME;
import static dev.easel.adapter.provider.sketch.prompt.Kind.WEATHER;

import java.util.List;

/**
 * Everything the painter can paint, with the words that ask for it. The reader adds plurals; where
 * places compete for the picture the earlier constant wins.
 */
public enum Motif {
  DAWN(TIME, "dawn,sunrise,daybreak,morning,early morning,first light"),
  NOON(TIME, "noon,midday,day,daytime,daylight,sunny,sunlit,sunshine,afternoon"),
  GOLDEN_HOUR(TIME, "golden hour,golden light,warm light,late afternoon"),
  SUNSET(TIME, "sunset,sundown,evening,setting sun,evening glow"),
  DUSK(TIME, "dusk,twilight,blue hour,nightfall,gloaming"),
  NIGHT(TIME, "night,midnight,nighttime,nocturnal,night sky,starry night,moonlit,dark sky"),

  FOG(WEATHER, "fog,foggy,mist,misty,haze,hazy,smoky,morning mist"),
  RAIN(WEATHER, "rain,rainy,raining,drizzle,downpour,shower,wet"),
  STORM(WEATHER, "storm,stormy,tempest,hurricane,gale"),
  SNOWFALL(WEATHER, "snowfall,snowing,blizzard,snowstorm,snowflake,falling snow"),
  RAINBOW(WEATHER, "rainbow"),
  LIGHTNING(WEATHER, "lightning,thunderbolt,lightning bolt,thunderstorm,thunder"),
  CLOUDS(WEATHER, "cloud,cloudy,overcast,cloudscape,cumulus"),
  CLEAR(WEATHER, "clear sky,cloudless,clear,blue sky"),

  SPRING(SEASON, "spring,springtime,april"),
  SUMMER(SEASON, "summer,summertime,july"),
  AUTUMN(SEASON, "autumn,fall,autumnal,october,fall foliage,autumn leaves"),
  WINTER(SEASON, "winter,wintry,december,frost,frosty,frozen,icy,christmas"),

  SUN(Kind.SKY, "sun"),
  MOON(Kind.SKY, "moon,full moon,moonlight,moonrise"),
  CRESCENT(Kind.SKY, "crescent,crescent moon,new moon,half moon"),
  STARS(Kind.SKY, "star,starry,starlight,starry sky,constellation,stargazing"),
  MILKY_WAY(Kind.SKY, "milky way"),
  AURORA(Kind.SKY, "aurora,northern lights,aurora borealis,polar light"),
  COMET(Kind.SKY, "comet,meteor,shooting star,falling star"),
  PLANET(Kind.SKY, "planet,saturn,ringed planet,jupiter"),
  BIRDS(Kind.SKY, "bird,flock,seagull,gull,crane,goose,swallow,crow,raven,eagle,hawk"),
  BALLOONS(Kind.SKY, "balloon,hot air balloon,air balloon"),
  SKY_LANTERNS(Kind.SKY, "sky lantern,paper lantern,floating lantern,lantern festival"),
  FIREWORKS(Kind.SKY, "firework,fireworks,new year"),

  UNDERWATER(PLACE, "underwater,coral reef,reef,seabed,deep sea,under the sea,aquarium"),
  SPACE(PLACE, "space,outer space,galaxy,cosmos,cosmic,universe,interstellar"),
  ROOM(PLACE, "room,interior,office,living room,bedroom,studio apartment,indoors,window view"),
  STREET(PLACE, "street,alley,street scene,downtown,sidewalk,chinatown"),
  CITY(PLACE, "city,cityscape,skyline,metropolis,skyscraper,urban,new york,manhattan,tokyo"),
  WATERFALL(PLACE, "waterfall,cascade,falls"),
  VOLCANO(PLACE, "volcano,volcanic,eruption,lava,erupting volcano"),
  CANYON(PLACE, "canyon,gorge,mesa,butte,badlands,grand canyon,ravine"),
  DESERT(PLACE, "desert,dune,sand dune,sahara,oasis,arid"),
  SAVANNA(PLACE, "savanna,savannah,serengeti,safari,africa,african"),
  BEACH(PLACE, "beach,shore,seaside,coast,coastline,tropical,sandy,lagoon"),
  ISLAND(PLACE, "island,isle,archipelago,islet"),
  CLIFF(PLACE, "cliff,headland,sea stack,crag"),
  JUNGLE(PLACE, "jungle,rainforest,tropical forest"),
  GARDEN(PLACE, "garden,japanese garden,zen garden,park,zen"),
  VILLAGE(PLACE, "village,town,hamlet,countryside village,rural,fishing village"),
  FOREST(PLACE, "forest,wood,woodland,woods,grove,enchanted forest"),
  MEADOW(PLACE, "meadow,field,prairie,grassland,pasture,countryside,farmland,wheat"),
  SEA(PLACE, "sea,ocean,wave,seascape,surf,horizon over water,tide"),
  RIVER(PLACE, "river,stream,creek,brook,riverbank"),
  LAKE(PLACE, "lake,pond,lakeside,water,reflection,mirror lake,fjord,bay"),
  SNOW(PLACE, "snow,snowy,snow-covered,snowfield,arctic,glacier,ice,tundra,antarctica"),
  HILLS(PLACE, "hill,hillside,rolling hills,valley,tuscany,vineyard"),
  MOUNTAINS(PLACE, "mountain,mountainous,peak,alps,alpine,summit,himalaya,mount fuji,fuji,range"),

  CHERRY(PLANT, "cherry blossom,sakura,cherry tree,blossom,cherry,blossoming tree"),
  PINE(PLANT, "pine,fir,spruce,conifer,evergreen,pine tree,christmas tree,cedar"),
  BIRCH(PLANT, "birch,birch tree,aspen"),
  PALM(PLANT, "palm,palm tree,coconut"),
  BAMBOO(PLANT, "bamboo"),
  WILLOW(PLANT, "willow,weeping willow"),
  CACTUS(PLANT, "cactus,saguaro,cacti"),
  TREE(PLANT, "tree,oak,maple,acacia,old tree,leaf,foliage,bonsai"),
  LAVENDER(PLANT, "lavender"),
  SUNFLOWERS(PLANT, "sunflower"),
  TULIPS(PLANT, "tulip"),
  FLOWERS(PLANT, "flower,wildflower,floral,rose,daisy,poppy,bloom,peony,orchid,bouquet"),
  LOTUS(PLANT, "lotus,water lily,lily pad,lily"),
  REEDS(PLANT, "reed,cattail,rushes"),
  GRASS(PLANT, "grass,grassy,lawn"),
  MUSHROOMS(PLANT, "mushroom,toadstool,fungus,fungi,glowing mushroom"),
  ROCKS(PLANT, "rock,rocky,stone,boulder,pebble"),

  TORII(BUILT, "torii,torii gate,shrine,shinto"),
  BRIDGE(BUILT, "bridge,footbridge,arched bridge,traditional bridge"),
  PAGODA(BUILT, "pagoda,japanese temple,temple,kyoto"),
  CASTLE(BUILT, "castle,fortress,palace,citadel,fairytale castle"),
  LIGHTHOUSE(BUILT, "lighthouse,beacon"),
  CABIN(BUILT, "cabin,cottage,hut,house,barn,farmhouse,chalet,home,log cabin"),
  WINDMILL(BUILT, "windmill,mill,dutch windmill"),
  CHURCH(BUILT, "church,chapel,steeple,cathedral"),
  STONE_LANTERN(BUILT, "lantern,stone lantern,street lamp,lamp post,lamppost"),
  TENT(BUILT, "tent,camping,camp"),
  CAMPFIRE(BUILT, "campfire,bonfire,fire,fireplace"),
  ROAD(BUILT, "road,highway,path,trail,pathway,route,lane"),
  FENCE(BUILT, "fence"),
  PIER(BUILT, "pier,dock,jetty"),
  BOAT(BUILT, "boat,rowboat,canoe,kayak,fishing boat,gondola"),
  SAILBOAT(BUILT, "sailboat,sailing,yacht,sail,ship,sailing ship"),
  CAR(BUILT, "car,sports car,automobile,supercar,roadster,vehicle,ferrari"),
  ROCKET(BUILT, "rocket,spaceship,spacecraft,rocket launch"),
  NEON(BUILT, "neon,neon sign,neon light,neon lights,hologram"),

  KOI(CREATURE, "koi,koi pond,carp,goldfish,koi fish"),
  FISH(CREATURE, "fish,tropical fish,school of fish"),
  WHALE(CREATURE, "whale,humpback,orca"),
  DOLPHIN(CREATURE, "dolphin"),
  TURTLE(CREATURE, "turtle,sea turtle,tortoise"),
  JELLYFISH(CREATURE, "jellyfish,medusa"),
  SWAN(CREATURE, "swan,duck"),
  CAT(CREATURE, "cat,kitten,kitty,feline"),
  DOG(CREATURE, "dog,puppy,hound,corgi,retriever"),
  FOX(CREATURE, "fox,vixen"),
  WOLF(CREATURE, "wolf,howling wolf,howling,coyote"),
  BEAR(CREATURE, "bear,grizzly,polar bear"),
  RABBIT(CREATURE, "rabbit,bunny,hare"),
  DEER(CREATURE, "deer,stag,elk,reindeer,doe,antelope,moose"),
  HORSE(CREATURE, "horse,stallion,mare,pony,mustang,unicorn"),
  LION(CREATURE, "lion,lioness,big cat,tiger"),
  ELEPHANT(CREATURE, "elephant,mammoth"),
  GIRAFFE(CREATURE, "giraffe"),
  OWL(CREATURE, "owl"),
  BUTTERFLY(CREATURE, "butterfly,butterflies,moth"),
  DRAGON(CREATURE, "dragon,wyvern"),
  COUPLE(CREATURE, "couple,lovers,two people,people,family,friends,crowd"),
  ASTRONAUT(CREATURE, "astronaut,cosmonaut"),
  PORTRAIT(CREATURE, "portrait,face,headshot,bust,self-portrait"),
  PERSON(CREATURE, "person,man,woman,girl,boy,child,wanderer,hiker,figure,samurai,traveler,lady"),

  HEADPHONES(THING, "headphone,wireless headphones,headset,earphone"),
  CUP(THING, "cup,mug,coffee,tea,espresso,teacup,latte,cup of coffee"),
  APPLE(THING, "apple,fruit,peaches"),
  PEAR(THING, "pear"),
  ORANGES(THING, "oranges,citrus,mandarin,lemons"),
  VASE(THING, "vase,pottery,ceramic,amphora,urn"),
  BOWL(THING, "bowl,dish"),
  BOTTLE(THING, "bottle,wine,perfume,flask,potion"),
  BOOK(THING, "book,old book,novel,tome,diary"),
  CANDLE(THING, "candle,candlelight,candlelit"),
  LAMP(THING, "lamp,desk lamp,table lamp"),
  DESK(THING, "desk,laptop,computer,monitor,workspace,chair"),
  HAT(THING, "hat,cap,beret"),
  TABLE(THING, "still life,table,tabletop,product,product photo,product shot,on a table,studio"),
  MARBLE_TOP(THING, "marble surface,marble table,marble top,marble countertop"),

  ABSTRACT(PATTERN, "abstract,abstraction,fluid art,fluid,abstract art"),
  MARBLE(PATTERN, "marble,marbled,agate,swirl,ink in water"),
  GEOMETRIC(PATTERN, "geometric,geometry,polygon,triangle,cubism,cubist,bauhaus,mosaic"),
  NEBULA(PATTERN, "nebula,stardust,supernova"),
  MANDALA(PATTERN, "mandala,kaleidoscope,sacred geometry"),

  IMPRESSIONIST(STYLE, "impressionist,impressionism,impressionistic,monet,van gogh,renoir"),
  OIL(STYLE, "oil painting,oil,oil on canvas,brush stroke,brushstroke,impasto,acrylic,painterly"),
  WATERCOLOR(STYLE, "watercolor,watercolour,aquarelle,gouache"),
  INK(STYLE, "line art,ink,ink drawing,lineart,line drawing,sumi-e,engraving,etching,outline"),
  PENCIL(STYLE, "pencil,pencil sketch,sketch,drawing,charcoal drawing,graphite,hand drawn"),
  PIXEL(STYLE, "pixel art,pixel,pixelated,8-bit,16-bit,8 bit,16 bit"),
  PHOTO(STYLE, "photo,photograph,photorealistic,photography,photoreal,realistic,bokeh,cinematic"),
  CYBERPUNK(STYLE, "cyberpunk,cyber,blade runner,futuristic,sci-fi,science fiction,future"),
  SYNTHWAVE(STYLE, "synthwave,retrowave,vaporwave,outrun,80s,1980s,retro,retro 80s"),
  MINIMALIST(STYLE, "minimalist,minimal,minimalistic,minimalism,flat design,flat,vector art"),
  POSTER(STYLE, "poster,pop art,screen print,comic,cartoon,anime,cel shaded,ukiyo-e,woodblock"),
  VINTAGE(STYLE, "vintage,sepia,old photo,antique,nostalgic"),
  MONOCHROME(STYLE, "black and white,monochrome,grayscale,greyscale,noir,black-and-white"),

  MAGICAL(Kind.MOOD, "magical,magic,enchanted,firefly,fireflies,fairy,mystical,fantasy,glowing"),
  DREAMY(Kind.MOOD, "dreamy,ethereal,soft,surreal,dream,romantic"),
  DRAMATIC(Kind.MOOD, "dramatic,epic,moody,intense,ominous,high contrast"),
  VIBRANT(Kind.MOOD, "vibrant,colorful,colourful,vivid,bright,saturated"),
  PASTEL(Kind.MOOD, "pastel,pale,muted,soft colors"),
  DARK(Kind.MOOD, "dark,gloomy,shadowy,gothic");

  private final Kind kind;
  private final List<String> words;

  Motif(Kind kind, String words) {
    this.kind = kind;
    this.words = List.of(words.split(","));
  }

  public Kind kind() {
    return kind;
  }

  /** Words and phrases, lower case, singular; the first one is the plainest. */
  public List<String> words() {
    return words;
  }
}

package dev.easel.adapter.vision.onnx;

/** The networks in use; files, check sums and origins are in {@code models.properties}. */
enum Model {
  MATTING("u2netp", true),
  UPSCALING("realesr-general-x4v3", true),
  UPSCALING_PHOTO("realesrgan-x4plus", true),
  UPSCALING_ANIME("realesrgan-x4plus-anime", true),
  JPEG("waifu2x-cunet-noise2", true),
  JPEG_STRONG("waifu2x-cunet-noise3", true),
  CONTENT("nsfwjs-mobilenet_v2", false),
  FACES("blazeface-back", false),
  OBJECTS("nanodet", false),
  TEXT("all-minilm-l6-v2-q", false);

  private final String file;
  private final boolean heavy;

  Model(String file, boolean heavy) {
    this.file = file;
    this.heavy = heavy;
  }

  /** The name of the file without its ending. */
  String file() {
    return file;
  }

  /** Whether a call takes long or much memory. */
  boolean isHeavy() {
    return heavy;
  }
}

package dev.easel.domain.editing;

/**
 * A colour in OKLab, where distances are about as large as they look. Source: Björn Ottosson, "A
 * perceptual color space for image processing", 2020.
 *
 * @param l lightness, 0–1
 * @param a from green to red
 * @param b from blue to yellow
 */
record Lab(double l, double a, double b) {

  private static final double[] LINEAR = new double[256];

  static {
    for (int i = 0; i < LINEAR.length; i++) {
      double c = i / 255.0;
      LINEAR[i] = c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }
  }

  static Lab of(int rgb) {
    double r = LINEAR[rgb >> 16 & 255];
    double g = LINEAR[rgb >> 8 & 255];
    double b = LINEAR[rgb & 255];
    double l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
    double m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
    double s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
    return new Lab(
        0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
        1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
        0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s);
  }

  /** The nearest colour of sRGB, opaque bits left out. */
  int rgb() {
    double l3 = cube(l + 0.3963377774 * a + 0.2158037573 * b);
    double m3 = cube(l - 0.1055613458 * a - 0.0638541728 * b);
    double s3 = cube(l - 0.0894841775 * a - 1.2914855480 * b);
    int red = encoded(4.0767416621 * l3 - 3.3077115913 * m3 + 0.2309699292 * s3);
    int green = encoded(-1.2684380046 * l3 + 2.6097574011 * m3 - 0.3413193965 * s3);
    int blue = encoded(-0.0041960863 * l3 - 0.7034186147 * m3 + 1.7076147010 * s3);
    return red << 16 | green << 8 | blue;
  }

  double chroma() {
    return Math.hypot(a, b);
  }

  double squaredDistance(Lab other) {
    double dl = l - other.l;
    double da = a - other.a;
    double db = b - other.b;
    return dl * dl + da * da + db * db;
  }

  private static double cube(double value) {
    return value * value * value;
  }

  private static int encoded(double linear) {
    double bounded = Math.max(0, Math.min(1, linear));
    double c = bounded <= 0.0031308 ? bounded * 12.92 : 1.055 * Math.pow(bounded, 1 / 2.4) - 0.055;
    return (int) Math.round(c * 255);
  }
}

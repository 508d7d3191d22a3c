package dev.easel.service.gallery;

import dev.easel.domain.gallery.Meaning;
import dev.easel.domain.gallery.MeaningRepository.Placed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Sketches of one tenant's meanings, 56 bytes each. Not safe for several threads. */
final class MeaningSketches {

  private static final int CHUNK = 256;

  private final List<Chunk> chunks = new ArrayList<>();
  private int size;

  private static final class Chunk {
    final long[] places = new long[CHUNK];
    final long[] bits = new long[CHUNK * Meaning.SKETCH];
    int size;
  }

  int size() {
    return size;
  }

  void add(Placed placed) {
    if (chunks.isEmpty() || last().size == CHUNK) {
      chunks.add(new Chunk());
    }
    Chunk chunk = last();
    chunk.places[chunk.size] = placed.place();
    System.arraycopy(
        placed.meaning().sketch(), 0, chunk.bits, chunk.size * Meaning.SKETCH, Meaning.SKETCH);
    chunk.size++;
    size++;
  }

  private Chunk last() {
    return chunks.get(chunks.size() - 1);
  }

  /** Forgets the oldest, until there are no more than that and less than a chunk. */
  void shrink(int most) {
    int over = 0;
    while (size > most && over < chunks.size()) {
      size -= chunks.get(over).size;
      over++;
    }
    chunks.subList(0, over).clear();
  }

  /** The last places, as many as a chunk or two hold. */
  Set<Long> recent() {
    Set<Long> recent = new HashSet<>();
    for (Chunk chunk : chunks.subList(Math.max(0, chunks.size() - 2), chunks.size())) {
      Arrays.stream(chunk.places, 0, chunk.size).forEach(recent::add);
    }
    return recent;
  }

  /** The places of those that have most in common with it; of as near ones the latest. */
  List<Long> nearest(Meaning wanted, int most) {
    long[] sketch = wanted.sketch();
    short[] differences = new short[size];
    int[] having = new int[Meaning.LENGTH + 1];
    int at = 0;
    for (Chunk chunk : chunks) {
      for (int i = 0; i < chunk.size; i++) {
        int difference = difference(sketch, chunk.bits, i * Meaning.SKETCH);
        differences[at++] = (short) difference;
        having[difference]++;
      }
    }
    int edge = 0;
    int nearer = 0;
    while (edge < Meaning.LENGTH && nearer + having[edge] < most) {
      nearer += having[edge++];
    }
    return closer(differences, edge, most - nearer);
  }

  private static int difference(long[] sketch, long[] bits, int from) {
    int difference = 0;
    for (int i = 0; i < Meaning.SKETCH; i++) {
      difference += Long.bitCount(sketch[i] ^ bits[from + i]);
    }
    return difference;
  }

  /**
   * @param edge all that differ less are taken
   * @param most of those that differ so much
   */
  private List<Long> closer(short[] differences, int edge, int most) {
    List<Long> places = new ArrayList<>();
    int left = most;
    int at = size;
    for (int c = chunks.size() - 1; c >= 0; c--) {
      Chunk chunk = chunks.get(c);
      for (int i = chunk.size - 1; i >= 0; i--) {
        int difference = differences[--at];
        if (difference < edge || (difference == edge && left-- > 0)) {
          places.add(chunk.places[i]);
        }
      }
    }
    return places;
  }
}

#include "vorbis_residue.h"

/** Whether the class book can name every combination of classes. */
static bool names_all_classes(const Residue *residue, const Codebook *book) {
  uint64_t combinations = 1;
  for (uint32_t i = 0; i < book->dimensions && combinations <= book->entries; i++) combinations *= residue->class_count;
  return combinations <= book->entries;
}

bool residue_read(Residue *residue, BitReader *bits, Books books) {
  uint8_t passes[RESIDUE_MOST_CLASSES] = {0};
  residue->begin = bits_read(bits, 24);
  residue->end = bits_read(bits, 24);
  residue->partition_size = bits_read(bits, 24) + 1;
  residue->class_count = bits_read(bits, 6) + 1;
  residue->class_book = bits_read(bits, 8);
  if (residue->class_book >= books.count || !names_all_classes(residue, &books.rows[residue->class_book])) return false;
  for (uint32_t i = 0; i < residue->class_count; i++) {
    uint32_t low = bits_read(bits, 3);
    passes[i] = (uint8_t)(low | (bits_read(bits, 1) ? bits_read(bits, 5) << 3 : 0));
  }
  for (uint32_t i = 0; i < residue->class_count; i++) {
    for (uint32_t pass = 0; pass < RESIDUE_PASSES; pass++) {
      residue->books[i][pass] = -1;
      if (!(passes[i] >> pass & 1)) continue;
      uint32_t book = bits_read(bits, 8);
      if (book >= books.count || books.rows[book].lookup == LOOKUP_NONE) return false;
      residue->books[i][pass] = (int16_t)book;
    }
  }
  return !bits->has_ended;
}

static bool decode_partition(const Residue *residue, BitReader *bits, const Codebook *book, float *to) {
  uint32_t size = residue->partition_size;
  if (residue->type == 0) {
    uint32_t vectors = size / book->dimensions;
    for (uint32_t i = 0; i < vectors; i++) {
      if (!codebook_add_vector(book, bits, to + i, vectors, book->dimensions)) return false;
    }
    return true;
  }
  for (uint32_t at = 0; at < size; at += book->dimensions) {
    if (!codebook_add_vector(book, bits, to + at, 1, size - at)) return false;
  }
  return true;
}

/** One code word has the classes of several partitions, the last of them as its lowest digit. */
static bool read_classes(const Residue *residue, BitReader *bits, const Codebook *book, uint8_t *classes, uint32_t count) {
  int32_t word = codebook_entry(book, bits);
  if (word < 0) return false;
  for (uint32_t i = book->dimensions; i > 0; i--, word /= (int32_t)residue->class_count) {
    if (i <= count) classes[i - 1] = (uint8_t)((uint32_t)word % residue->class_count);
  }
  return word == 0;
}

void residue_decode(const Residue *residue, BitReader *bits, Books books, float *const *spectra, uint32_t channels, uint32_t count,
  uint8_t *classes) {
  const Codebook *class_book = &books.rows[residue->class_book];
  uint32_t end = residue->end < count ? residue->end : count;
  if (residue->begin >= end) return;
  uint32_t partitions = (end - residue->begin) / residue->partition_size, at_once = class_book->dimensions;
  for (uint32_t pass = 0; pass < RESIDUE_PASSES; pass++) {
    for (uint32_t first = 0; first < partitions; first += at_once) {
      uint32_t some = partitions - first < at_once ? partitions - first : at_once;
      for (uint32_t channel = 0; channel < channels && pass == 0; channel++) {
        uint8_t *row = classes + (size_t)channel * partitions + first;
        if (spectra[channel] && !read_classes(residue, bits, class_book, row, some)) return;
      }
      for (uint32_t i = first; i < first + some; i++) {
        for (uint32_t channel = 0; channel < channels; channel++) {
          if (!spectra[channel]) continue;
          int16_t book = residue->books[classes[(size_t)channel * partitions + i]][pass];
          float *to = spectra[channel] + residue->begin + (size_t)i * residue->partition_size;
          if (book >= 0 && !decode_partition(residue, bits, &books.rows[book], to)) return;
        }
      }
    }
  }
}

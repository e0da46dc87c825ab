/**
 * Cell sizes of the heap: every 8 bytes up to 128, then four steps to each power of two. A larger object has blocks of
 * its own.
 */
#ifndef HX_SIZE_CLASS_H
#define HX_SIZE_CLASS_H

#include <stddef.h>
#include <stdint.h>

/** Two cells of this size still fit in a block. */
#define HX_LARGEST_CELL 28672u
#define HX_SIZE_CLASS_COUNT 48

/** Folds to a constant where the size is one. */
static inline uint32_t hx_size_class(size_t bytes) {
  if (bytes <= 16) return 2;
  if (bytes <= 128) return (uint32_t)((bytes + 7) / 8);
  uint32_t last = (uint32_t)bytes - 1;
  uint32_t exponent = 31u - (uint32_t)__builtin_clz(last);
  uint32_t step = (last >> (exponent - 2)) & 3;
  return 17 + (exponent - 7) * 4 + step;
}

static inline uint32_t hx_cell_size(uint32_t size_class) {
  if (size_class <= 16) return size_class * 8;
  uint32_t exponent = 7 + (size_class - 17) / 4;
  uint32_t step = (size_class - 17) % 4;
  return (5 + step) << (exponent - 2);
}

#endif

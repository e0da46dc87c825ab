#include <math.h>

#include "vorbis_floor.h"

enum { STEPS = 256 };

/** Of the steps: 140 dB in all, the last of them 1. */
static float gains[STEPS];

/** Once: later another thread may be reading them. */
static void fill_gains(void) {
  if (gains[STEPS - 1] != 0) return;
  for (int step = 0; step < STEPS; step++) gains[step] = (float)pow(10, (step - 255) * (140.0 / STEPS) / 20);
}

static bool read_class(Floor1Class *class, BitReader *bits, Books books) {
  class->dimensions = bits_read(bits, 3) + 1;
  class->subclass_bits = bits_read(bits, 2);
  if (class->subclass_bits > 0) class->main_book = bits_read(bits, 8);
  if (class->main_book >= books.count) return false;
  for (uint32_t i = 0; i < 1u << class->subclass_bits; i++) {
    class->books[i] = (int32_t)bits_read(bits, 8) - 1;
    if (class->books[i] >= (int32_t)books.count) return false;
  }
  return true;
}

/** Finds each point's place and neighbours. False where two are at the same x. */
static bool sort_points(Floor1 *floor) {
  for (uint32_t i = 0; i < floor->value_count; i++) {
    uint32_t place = i;
    for (; place > 0 && floor->x[floor->order[place - 1]] > floor->x[i]; place--) floor->order[place] = floor->order[place - 1];
    floor->order[place] = (uint8_t)i;
    if (place > 0) floor->left[i] = floor->order[place - 1];
    if (place < i) floor->right[i] = floor->order[place + 1];
    if (place > 0 && floor->x[floor->left[i]] == floor->x[i]) return false;
  }
  return true;
}

bool floor1_read(Floor1 *floor, BitReader *bits, Books books) {
  uint32_t class_count = 0;
  fill_gains();
  floor->partition_count = bits_read(bits, 5);
  for (uint32_t i = 0; i < floor->partition_count; i++) {
    floor->partitions[i] = (uint8_t)bits_read(bits, 4);
    if (floor->partitions[i] >= class_count) class_count = floor->partitions[i] + 1u;
  }
  for (uint32_t i = 0; i < class_count; i++) {
    if (!read_class(&floor->classes[i], bits, books)) return false;
  }
  floor->multiplier = bits_read(bits, 2) + 1;
  uint32_t range_bits = bits_read(bits, 4);
  floor->x[1] = (uint16_t)(1u << range_bits);
  floor->value_count = 2;
  for (uint32_t i = 0; i < floor->partition_count; i++) {
    for (uint32_t k = floor->classes[floor->partitions[i]].dimensions; k > 0; k--) {
      floor->x[floor->value_count++] = (uint16_t)bits_read(bits, range_bits);
    }
  }
  return !bits->has_ended && sort_points(floor);
}

static uint32_t range_of(const Floor1 *floor) {
  static const uint16_t ranges[] = {256, 128, 86, 64};
  return ranges[floor->multiplier - 1];
}

bool floor1_decode(const Floor1 *floor, BitReader *bits, Books books, FloorValues *values) {
  uint32_t *y = values->one, edge_bits = bits_of(range_of(floor) - 1);
  if (!bits_read(bits, 1)) return false;
  *y++ = bits_read(bits, edge_bits);
  *y++ = bits_read(bits, edge_bits);
  for (uint32_t i = 0; i < floor->partition_count; i++) {
    const Floor1Class *class = &floor->classes[floor->partitions[i]];
    uint32_t chosen = 0;
    if (class->subclass_bits > 0) chosen = (uint32_t)codebook_entry(&books.rows[class->main_book], bits);
    if (chosen == UINT32_MAX) return false;
    for (uint32_t k = 0; k < class->dimensions; k++, chosen >>= class->subclass_bits) {
      int32_t book = class->books[chosen & ((1u << class->subclass_bits) - 1)];
      int32_t entry = book < 0 ? 0 : codebook_entry(&books.rows[book], bits);
      if (entry < 0) return false;
      *y++ = (uint32_t)entry;
    }
  }
  return !bits->has_ended;
}

/** The height at `x` of the line between two points, rounded to its beginning's. */
static int32_t height_between(int32_t x0, int32_t y0, int32_t x1, int32_t y1, int32_t x) {
  int32_t off = (int32_t)((int64_t)(y1 > y0 ? y1 - y0 : y0 - y1) * (x - x0) / (x1 - x0));
  return y1 < y0 ? y0 - off : y0 + off;
}

/** What a value, which is never negative, says against the height that was to be expected. */
static int32_t unfold(int32_t value, int32_t expected, int32_t range) {
  int32_t above = range - expected, below = expected, room = 2 * (above < below ? above : below);
  if (value >= room) return above > below ? value - below + expected : expected - value + above - 1;
  return value % 2 == 1 ? expected - (value + 1) / 2 : expected + value / 2;
}

/** The points' heights, and which of them a line ends at. */
static void find_heights(const Floor1 *floor, const uint32_t *values, int32_t *heights, bool *is_used) {
  int32_t range = (int32_t)range_of(floor);
  for (uint32_t i = 0; i < 2; i++) {
    heights[i] = (int32_t)values[i];
    is_used[i] = true;
  }
  for (uint32_t i = 2; i < floor->value_count; i++) {
    uint8_t left = floor->left[i], right = floor->right[i];
    int32_t expected = height_between(floor->x[left], heights[left], floor->x[right], heights[right], floor->x[i]);
    int32_t value = (int32_t)(values[i] < STEPS * STEPS ? values[i] : STEPS * STEPS);
    is_used[i] = value > 0;
    if (value > 0) is_used[left] = is_used[right] = true;
    heights[i] = value > 0 ? unfold(value, expected, range) : expected;
  }
}

/** Steps along a line as Bresenham does, and never past the spectrum's end. */
static void apply_line(int32_t x0, int32_t y0, int32_t x1, int32_t y1, float *spectrum, int32_t count) {
  int32_t width = x1 - x0, base = (y1 - y0) / width, step = y1 < y0 ? base - 1 : base + 1;
  int32_t rest = (y1 > y0 ? y1 - y0 : y0 - y1) - (base < 0 ? -base : base) * width, error = 0;
  for (int32_t x = x0, y = y0; x < x1 && x < count; x++) {
    spectrum[x] *= gains[y];
    error += rest;
    y += error >= width ? step : base;
    if (error >= width) error -= width;
  }
}

/** A height as one of the gains' steps; damaged packets and those of wide ranges leave them. */
static int32_t step_of(const Floor1 *floor, int32_t height) {
  int32_t step = height * (int32_t)floor->multiplier;
  return step < 0 ? 0 : step < STEPS ? step : STEPS - 1;
}

void floor1_apply(const Floor1 *floor, const FloorValues *values, float *spectrum, uint32_t count) {
  int32_t heights[FLOOR1_MOST_VALUES], x0 = 0, lines = (int32_t)count;
  bool is_used[FLOOR1_MOST_VALUES];
  find_heights(floor, values->one, heights, is_used);
  int32_t y0 = step_of(floor, heights[0]);
  for (uint32_t i = 1; i < floor->value_count; i++) {
    uint8_t point = floor->order[i];
    if (!is_used[point]) continue;
    int32_t x1 = floor->x[point], y1 = step_of(floor, heights[point]);
    apply_line(x0, y0, x1, y1, spectrum, lines);
    x0 = x1;
    y0 = y1;
  }
  if (x0 < lines) apply_line(x0, y0, lines, y0, spectrum, lines);
}

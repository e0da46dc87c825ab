/** The render command stream: words written by the program's draw closure, read by the host after it returns. */
#include "inline.h"

#define FIRST_CAPACITY 16384u

static uint32_t *words;
static uint32_t count;
static uint32_t capacity;

static void grow(void) {
  uint32_t roomy = capacity == 0 ? FIRST_CAPACITY : capacity * 2;
  uint32_t *larger = hx_take_table(roomy * sizeof(uint32_t));
  if (words != NULL) {
    __builtin_memcpy(larger, words, count * sizeof(uint32_t));
    hx_give_back_table(words, capacity * sizeof(uint32_t));
  }
  words = larger;
  capacity = roomy;
}

void hx_commands_int(int32_t word) {
  if (count == capacity) grow();
  words[count++] = (uint32_t)word;
}

void hx_commands_float(double value) {
  hx_commands_int(hx_f64_to_float32_bits(value));
}

const uint32_t *hx_commands_words(void) {
  return words;
}

uint32_t hx_commands_count(void) {
  return count;
}

void hx_commands_clear(void) {
  count = 0;
}

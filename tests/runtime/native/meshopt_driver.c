/**
 * Reads cases, each five u32 (1 for vertices, 0 for indices; count; stride; encoded and decoded size) and the bytes of both
 * sizes, and prints how many there were, how many were decoded otherwise, and how many of their mutations were refused.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "meshopt.h"

enum { MUTATIONS = 20 };

typedef struct Case {
  uint32_t is_vertices, count, stride, encoded_size, decoded_size;
} Case;

static uint32_t random_state = 1;

static uint32_t random_below(uint32_t limit) {
  random_state = random_state * 1664525u + 1013904223u;
  return (uint32_t)(((uint64_t)random_state * limit) >> 32);
}

static bool decode(const Case *one, const uint8_t *encoded, size_t size, uint8_t *decoded) {
  return one->is_vertices ? meshopt_decode_vertices(encoded, size, one->count, one->stride, decoded)
                          : meshopt_decode_indices(encoded, size, one->count, (uint32_t *)(void *)decoded);
}

/** Decodes damaged copies, each in memory of its own size, where a sanitizer sees what reads past it. */
static int refused_mutations(const Case *one, const uint8_t *encoded, uint8_t *decoded) {
  int refused = 0;
  for (int i = 0; i < MUTATIONS; i++) {
    uint32_t size = random_below(8) == 0 ? random_below(one->encoded_size) + 1 : one->encoded_size;
    uint8_t *bytes = malloc(size);
    memcpy(bytes, encoded, size);
    for (int edit = 0; edit < 3; edit++) bytes[random_below(size)] = (uint8_t)random_below(256);
    refused += !decode(one, bytes, size, decoded);
    free(bytes);
  }
  return refused;
}

int main(void) {
  Case one;
  int cases = 0, wrong = 0, refused = 0;
  while (fread(&one, sizeof one, 1, stdin) == 1) {
    uint8_t *encoded = malloc(one.encoded_size), *expected = malloc(one.decoded_size), *decoded = malloc(one.decoded_size);
    if (fread(encoded, one.encoded_size, 1, stdin) != 1 || fread(expected, one.decoded_size, 1, stdin) != 1) return 1;
    cases++;
    wrong += !decode(&one, encoded, one.encoded_size, decoded) || memcmp(decoded, expected, one.decoded_size) != 0;
    refused += refused_mutations(&one, encoded, decoded);
    free(encoded);
    free(expected);
    free(decoded);
  }
  printf("%d %d %d\n", cases, wrong, refused);
  return 0;
}

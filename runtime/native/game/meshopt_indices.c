#include <string.h>

#include "meshopt.h"

enum { HEADER = 0xE1, TABLE = 16 };

typedef struct Decoder {
  const uint8_t *at, *table;
  /** Pairs of vertices, second and first. */
  uint32_t edges[16][2];
  uint32_t edge;
  uint32_t vertices[16];
  uint32_t vertex;
  /** The first vertex that no triangle has had so far. */
  uint32_t next;
  uint32_t last;
  bool failed;
} Decoder;

static uint32_t take_byte(Decoder *decoder) {
  if (decoder->at == decoder->table) {
    decoder->failed = true;
    return 0;
  }
  return *decoder->at++;
}

/** A vertex by its distance from the last one named so. */
static uint32_t explicit_vertex(Decoder *decoder) {
  uint32_t value = 0;
  for (uint32_t shift = 0; shift < 35; shift += 7) {
    uint32_t byte = take_byte(decoder);
    value |= (byte & 127) << shift;
    if (byte < 128) return decoder->last += (value >> 1) ^ (0u - (value & 1));
  }
  decoder->failed = true;
  return 0;
}

static uint32_t recent_vertex(const Decoder *decoder, uint32_t back) {
  return decoder->vertices[(decoder->vertex - 1 - back) & 15];
}

static uint32_t push_vertex(Decoder *decoder, uint32_t vertex) {
  return decoder->vertices[decoder->vertex++ & 15] = vertex;
}

/** In the order in which the next triangle goes around it. */
static void push_edge(Decoder *decoder, uint32_t second, uint32_t first) {
  uint32_t *edge = decoder->edges[decoder->edge++ & 15];
  edge[0] = second;
  edge[1] = first;
}

/** A triangle at one of the last edges. */
static void at_edge(Decoder *decoder, uint32_t code, uint32_t *triangle) {
  const uint32_t *edge = decoder->edges[(decoder->edge - 1 - (code >> 4)) & 15];
  uint32_t third = code & 15;
  triangle[0] = edge[0];
  triangle[1] = edge[1];
  if (third > 0 && third < 13) {
    triangle[2] = recent_vertex(decoder, third);
  } else if (third == 0) {
    triangle[2] = push_vertex(decoder, decoder->next++);
  } else if (third == 15) {
    triangle[2] = push_vertex(decoder, explicit_vertex(decoder));
  } else {
    decoder->last += third == 13 ? 0xFFFFFFFFu : 1;
    triangle[2] = push_vertex(decoder, decoder->last);
  }
  push_edge(decoder, triangle[2], triangle[1]);
  push_edge(decoder, triangle[0], triangle[2]);
}

static uint32_t other_vertex(Decoder *decoder, uint32_t code, bool is_short) {
  if (code == 0) return decoder->next++;
  return code == 15 && !is_short ? explicit_vertex(decoder) : recent_vertex(decoder, code - 1);
}

/** A triangle at none of the last edges. */
static void free_triangle(Decoder *decoder, uint32_t code, uint32_t *triangle) {
  bool is_short = code < 14;
  uint32_t pair = is_short ? decoder->table[code] : take_byte(decoder);
  if (!is_short && pair == 0) decoder->next = 0;
  uint32_t second = pair >> 4, third = pair & 15;
  triangle[0] = code == 15 ? explicit_vertex(decoder) : decoder->next++;
  triangle[1] = other_vertex(decoder, second, is_short);
  triangle[2] = other_vertex(decoder, third, is_short);
  push_vertex(decoder, triangle[0]);
  if (second == 0 || (second == 15 && !is_short)) push_vertex(decoder, triangle[1]);
  if (third == 0 || (third == 15 && !is_short)) push_vertex(decoder, triangle[2]);
  push_edge(decoder, triangle[1], triangle[0]);
  push_edge(decoder, triangle[2], triangle[1]);
  push_edge(decoder, triangle[0], triangle[2]);
}

bool meshopt_decode_indices(const uint8_t *src, size_t size, uint32_t count, uint32_t *dst) {
  size_t triangles = count / 3;
  if (count % 3 != 0 || size < 1 + triangles + TABLE || src[0] != HEADER) return false;
  Decoder decoder = {.at = src + 1 + triangles, .table = src + size - TABLE};
  memset(decoder.edges, 0xFF, sizeof decoder.edges);
  memset(decoder.vertices, 0xFF, sizeof decoder.vertices);
  for (size_t i = 0; i < triangles && !decoder.failed; i++) {
    uint8_t code = src[1 + i];
    if (code < 0xF0) {
      at_edge(&decoder, code, dst + i * 3);
    } else {
      free_triangle(&decoder, code & 15, dst + i * 3);
    }
  }
  return !decoder.failed && decoder.at == decoder.table;
}

#include "ogg_packets.h"

#include <stdlib.h>
#include <string.h>

enum { PAGE_HEADER = 27, CHECKSUM_AT = 22, SEGMENTS_AT = 26, FULL_SEGMENT = 255 };
static const size_t CHECKED = SIZE_MAX;

/** Polynomial 0x04c11db7, the highest bit first, nothing inverted. */
static uint32_t sums[256];

/** Once: later another thread may be reading them. */
static void fill_sums(void) {
  if (sums[1] != 0) return;
  for (uint32_t byte = 0; byte < 256; byte++) {
    uint32_t sum = byte << 24;
    for (int bit = 0; bit < 8; bit++) sum = sum >> 31 ? sum << 1 ^ 0x04c11db7u : sum << 1;
    sums[byte] = sum;
  }
}

OggPackets ogg_open(const uint8_t *bytes, size_t size) {
  fill_sums();
  return (OggPackets){.bytes = bytes, .size = size, .unchecked_page = CHECKED};
}

void ogg_close(OggPackets *ogg) {
  free(ogg->joined);
  *ogg = (OggPackets){0};
}

void ogg_rewind(OggPackets *ogg, const OggPackets *place) {
  uint8_t *joined = ogg->joined;
  size_t capacity = ogg->joined_capacity;
  *ogg = *place;
  ogg->joined = joined;
  ogg->joined_capacity = capacity;
}

/** Its own field counts as zeros. */
static uint32_t checksum(const uint8_t *page, size_t size) {
  uint32_t sum = 0;
  for (size_t i = 0; i < size; i++) {
    uint8_t byte = i >= CHECKSUM_AT && i < CHECKSUM_AT + 4 ? 0 : page[i];
    sum = sum << 8 ^ sums[sum >> 24 ^ byte];
  }
  return sum;
}

static bool open_page(OggPackets *ogg) {
  size_t at = ogg->next_page, left = ogg->size - at;
  const uint8_t *page = ogg->bytes + at;
  if (left < PAGE_HEADER || memcmp(page, "OggS\0", 5) != 0) return false;
  uint32_t count = page[SEGMENTS_AT];
  size_t size = PAGE_HEADER + count;
  if (left < size) return false;
  for (uint32_t i = 0; i < count; i++) size += page[PAGE_HEADER + i];
  if (left < size) return false;
  ogg->lengths = page + PAGE_HEADER;
  ogg->length_count = count;
  ogg->segments = ogg->lengths + count;
  ogg->unchecked_page = at;
  ogg->next_page = at + size;
  return true;
}

static bool check_page(OggPackets *ogg) {
  if (ogg->unchecked_page == CHECKED) return true;
  const uint8_t *page = ogg->bytes + ogg->unchecked_page;
  uint32_t expected;
  memcpy(&expected, page + CHECKSUM_AT, sizeof expected);
  if (checksum(page, ogg->next_page - ogg->unchecked_page) != expected) return false;
  ogg->unchecked_page = CHECKED;
  return true;
}

/** Takes the packet's segments on this page; `has_ended` says whether its last is among them. */
static OggPacket take_part(OggPackets *ogg, bool *has_ended) {
  OggPacket part = {ogg->segments, 0};
  *has_ended = false;
  while (ogg->length_count > 0 && !*has_ended) {
    part.size += *ogg->lengths;
    *has_ended = *ogg->lengths++ < FULL_SEGMENT;
    ogg->length_count--;
  }
  ogg->segments += part.size;
  return part;
}

static bool join(OggPackets *ogg, OggPacket part) {
  size_t size = ogg->joined_size + part.size;
  if (size > ogg->joined_capacity) {
    size_t roomy = size + size / 2 < ogg->size ? size + size / 2 : ogg->size;
    uint8_t *larger = malloc(roomy);
    if (!larger) return false;
    if (ogg->joined) memcpy(larger, ogg->joined, ogg->joined_size);
    free(ogg->joined);
    ogg->joined = larger;
    ogg->joined_capacity = roomy;
  }
  if (part.size > 0) memcpy(ogg->joined + ogg->joined_size, part.bytes, part.size);
  ogg->joined_size = size;
  return true;
}

bool ogg_next(OggPackets *ogg, bool is_read, OggPacket *packet) {
  bool is_first = true;
  ogg->joined_size = 0;
  for (;;) {
    bool has_ended;
    if (ogg->length_count == 0 && !open_page(ogg)) return false;
    if (is_read && !check_page(ogg)) return false;
    OggPacket part = take_part(ogg, &has_ended);
    if (is_first && (has_ended || !is_read)) *packet = part;
    if (is_first && has_ended) return true;
    // A page that has no segments begins no packet.
    if (part.size == 0 && !has_ended) continue;
    if (is_read && !join(ogg, part)) return false;
    if (has_ended && is_read) *packet = (OggPacket){ogg->joined, ogg->joined_size};
    if (has_ended) return true;
    is_first = false;
  }
}

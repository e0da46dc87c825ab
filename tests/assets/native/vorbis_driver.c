/**
 * The native runtime's Ogg Vorbis decoder alone.
 *
 *   decode FILE           writes all frames as floats, channel beside channel
 *   seek FRAME... FILE    writes 64 frames from each of these on
 *   fuzz ROUNDS FILE      decodes damaged copies whose checksums fit, each in memory of its own size before a page that cannot be read
 */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "game/bundle.h"
#include "sound/ogg_vorbis.h"

enum { PORTION = 1000, SOUGHT = 64, MOST_CHANNELS = 2 };

static int decode(const BundleFile *file) {
  float frames[PORTION * MOST_CHANNELS];
  OggVorbis vorbis;
  if (!ogg_vorbis_open(&vorbis, file->bytes, file->size)) return 1;
  for (uint32_t count; (count = ogg_vorbis_read(&vorbis, frames, PORTION)) > 0;) {
    fwrite(frames, sizeof(float) * vorbis.decoder.setup.channels, count, stdout);
  }
  ogg_vorbis_close(&vorbis);
  return 0;
}

static int seek(const BundleFile *file, int count, char **places) {
  float frames[SOUGHT * MOST_CHANNELS];
  OggVorbis vorbis;
  if (!ogg_vorbis_open(&vorbis, file->bytes, file->size)) return 1;
  for (int i = 0; i < count; i++) {
    memset(frames, 0, sizeof frames);
    ogg_vorbis_seek(&vorbis, strtoull(places[i], NULL, 10));
    ogg_vorbis_read(&vorbis, frames, SOUGHT);
    fwrite(frames, sizeof(float) * vorbis.decoder.setup.channels, SOUGHT, stdout);
  }
  ogg_vorbis_close(&vorbis);
  return 0;
}

/* ---- fuzz ---- */

static uint32_t random_state = 1;

static uint32_t random_below(uint32_t limit) {
  random_state = random_state * 1664525u + 1013904223u;
  return (uint32_t)(((uint64_t)random_state * limit) >> 32);
}

static uint32_t checksum(const uint8_t *page, size_t size) {
  uint32_t sum = 0;
  for (size_t i = 0; i < size; i++) {
    sum ^= (uint32_t)(i >= 22 && i < 26 ? 0 : page[i]) << 24;
    for (int bit = 0; bit < 8; bit++) sum = sum >> 31 ? sum << 1 ^ 0x04c11db7u : sum << 1;
  }
  return sum;
}

/** Checksums of what is there now, as far as there are pages. */
static void repair(uint8_t *bytes, size_t size) {
  for (size_t at = 0; at + 27 <= size && memcmp(bytes + at, "OggS", 4) == 0;) {
    size_t end = at + 27 + bytes[at + 26];
    for (uint32_t i = 0; i < bytes[at + 26] && at + 27 + i < size; i++) end += bytes[at + 27 + i];
    if (end > size) return;
    uint32_t sum = checksum(bytes + at, end - at);
    memcpy(bytes + at + 22, &sum, sizeof sum);
    at = end;
  }
}

/** Most damage goes where the setup header is. */
static void damage(uint8_t *bytes, uint32_t size) {
  for (uint32_t edit = random_below(4) + 1; edit > 0; edit--) {
    uint32_t at = random_below(random_below(3) > 0 && size > 5000 ? 5000 : size);
    if (random_below(2)) bytes[at] = (uint8_t)random_below(256);
    else bytes[at] ^= (uint8_t)(1u << random_below(8));
  }
}

/** Reads all of it, and from some places; gives whether the headers were taken. */
static bool survive(const uint8_t *bytes, size_t size) {
  float frames[PORTION * MOST_CHANNELS];
  OggVorbis vorbis;
  if (!ogg_vorbis_open(&vorbis, bytes, size)) return false;
  while (ogg_vorbis_read(&vorbis, frames, PORTION) > 0) {}
  for (int i = 0; i < 3; i++) {
    ogg_vorbis_seek(&vorbis, random_below(100000));
    ogg_vorbis_read(&vorbis, frames, SOUGHT);
  }
  ogg_vorbis_close(&vorbis);
  return true;
}

static int fuzz(uint32_t rounds, const BundleFile *valid) {
  size_t page = 4096, room = (valid->size + page - 1) / page * page;
  uint8_t *area = mmap(NULL, room + page, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (area == MAP_FAILED || mprotect(area + room, page, PROT_NONE) != 0) return 2;
  uint32_t refused = 0;
  for (uint32_t round = 0; round < rounds; round++) {
    random_state = round * 2654435761u + 1;
    uint32_t size = random_below(8) == 0 ? random_below((uint32_t)valid->size) + 1 : (uint32_t)valid->size;
    uint8_t *bytes = area + room - size;
    memcpy(bytes, valid->bytes, size);
    damage(bytes, size);
    repair(bytes, size);
    // One that takes longer ends the process.
    alarm(10);
    refused += !survive(bytes, size);
  }
  printf("refused %u of %u\n", refused, rounds);
  return 0;
}

int main(int count, char **arguments) {
  BundleFile file;
  if (count < 3 || !bundle_map(arguments[count - 1], &file)) return 2;
  if (strcmp(arguments[1], "decode") == 0) return decode(&file);
  if (strcmp(arguments[1], "seek") == 0) return seek(&file, count - 3, arguments + 2);
  if (strcmp(arguments[1], "fuzz") == 0 && count == 4) return fuzz((uint32_t)atoi(arguments[2]), &file);
  return 2;
}

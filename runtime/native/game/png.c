/** PNG (ISO/IEC 15948) with stored, uncompressed data: screenshots are for tests, which read them at once. */
#include "png.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "crc32.h"

enum { STORED_BLOCK = 65535 };

static uint8_t *put_u32(uint8_t *to, uint32_t value) {
  for (int shift = 24; shift >= 0; shift -= 8) *to++ = (uint8_t)(value >> shift);
  return to;
}

static bool write_chunk(FILE *file, const char *type, const uint8_t *data, uint32_t size) {
  uint8_t *chunk = malloc(size + 12u);
  if (!chunk) return false;
  put_u32(chunk, size);
  memcpy(chunk + 4, type, 4);
  if (size > 0) memcpy(chunk + 8, data, size);
  put_u32(chunk + 8 + size, crc32(chunk + 4, size + 4u));
  bool ok = fwrite(chunk, 1, size + 12u, file) == size + 12u;
  free(chunk);
  return ok;
}

/** Adler-32 of RFC 1950. */
static uint32_t adler32(const uint8_t *bytes, size_t size) {
  uint32_t a = 1, b = 0;
  for (size_t i = 0; i < size; i++) {
    a = (a + bytes[i]) % 65521;
    b = (b + a) % 65521;
  }
  return b << 16 | a;
}

/** A zlib stream of stored blocks; the caller frees it. */
static uint8_t *store(const uint8_t *bytes, size_t size, uint32_t *stored_size) {
  size_t blocks = (size + STORED_BLOCK - 1) / STORED_BLOCK;
  uint8_t *stream = malloc(size + blocks * 5 + 6), *to = stream;
  if (!stream) return NULL;
  *to++ = 0x78;
  *to++ = 0x01;
  for (size_t at = 0; at < size; at += STORED_BLOCK) {
    size_t count = size - at < STORED_BLOCK ? size - at : STORED_BLOCK;
    *to++ = at + count == size;
    *to++ = (uint8_t)count;
    *to++ = (uint8_t)(count >> 8);
    *to++ = (uint8_t)~count;
    *to++ = (uint8_t)(~count >> 8);
    memcpy(to, bytes + at, count);
    to += count;
  }
  to = put_u32(to, adler32(bytes, size));
  *stored_size = (uint32_t)(to - stream);
  return stream;
}

bool png_write(const char *path, int32_t width, int32_t height, const uint8_t *rgba) {
  size_t row_size = (size_t)width * 3 + 1;
  uint8_t *rows = malloc(row_size * (size_t)height);
  if (!rows) return false;
  for (int32_t y = 0; y < height; y++) {
    uint8_t *to = rows + row_size * (size_t)y;
    const uint8_t *from = rgba + (size_t)(height - 1 - y) * (size_t)width * 4;
    *to++ = 0;
    for (int32_t x = 0; x < width; x++, from += 4, to += 3) memcpy(to, from, 3);
  }
  uint32_t size = 0;
  uint8_t *stream = store(rows, row_size * (size_t)height, &size);
  free(rows);
  if (!stream) return false;

  uint8_t header[13] = {[8] = 8, [9] = 2};
  put_u32(put_u32(header, (uint32_t)width), (uint32_t)height);
  FILE *file = fopen(path, "wb");
  bool ok = file && fwrite("\x89PNG\r\n\x1a\n", 1, 8, file) == 8 && write_chunk(file, "IHDR", header, sizeof header) &&
    write_chunk(file, "IDAT", stream, size) && write_chunk(file, "IEND", NULL, 0);
  if (file && fclose(file) != 0) ok = false;
  free(stream);
  return ok;
}

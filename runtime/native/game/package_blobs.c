/** Chunks of a package file: their places and sizes, and the blobs that they are. */
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "crc32.h"
#include "lz4.h"
#include "package_file.h"

static int compare_places(const void *a, const void *b) {
  const FpkgChunkEntry *first = *(const FpkgChunkEntry *const *)a, *second = *(const FpkgChunkEntry *const *)b;
  if (first->offset != second->offset) return first->offset < second->offset ? -1 : 1;
  return first->stored_size < second->stored_size ? -1 : first->stored_size > second->stored_size;
}

/** Equal chunks share their place, others do not overlap; what is between them is zero. */
static const char *check_places(const PackageFile *file, const FpkgChunkEntry **sorted) {
  for (uint32_t i = 0; i < file->chunk_count; i++) sorted[i] = &file->chunks[i];
  qsort(sorted, file->chunk_count, sizeof *sorted, compare_places);
  uint64_t end = file->blobs_start;
  for (uint32_t i = 0; i < file->chunk_count; i++) {
    const FpkgChunkEntry *chunk = sorted[i];
    if (i > 0 && compare_places(&sorted[i - 1], &sorted[i]) == 0) continue;
    if (chunk->offset % FPKG_CHUNK_ALIGNMENT != 0) return "a chunk is not aligned";
    if (chunk->offset < file->blobs_start || chunk->offset > file->blobs_end || chunk->stored_size > file->blobs_end - chunk->offset) {
      return "a chunk is outside the file";
    }
    if (chunk->offset < end) return "chunks overlap";
    for (; end < chunk->offset; end++) {
      if (file->bytes[end] != 0) return "padding is not zero";
    }
    end += chunk->stored_size;
  }
  return end == file->blobs_end ? NULL : "bytes at the end are in no chunk";
}

static const char *check_sizes(const PackageFile *file, uint32_t asset, uint32_t first, uint32_t next) {
  uint64_t left = file->assets[asset].size;
  for (uint32_t i = first; i < next; i++) {
    const FpkgChunkEntry *chunk = &file->chunks[i];
    if (chunk->raw_size != (left < FPKG_CHUNK_SIZE ? left : FPKG_CHUNK_SIZE)) return "a chunk has the wrong size";
    if (chunk->codec == FPKG_CHUNK_CODEC_NONE && chunk->raw_size != chunk->stored_size) return "a chunk has two sizes";
    if (chunk->raw_size > (uint64_t)chunk->stored_size * FPKG_MAX_EXPANSION) return "a chunk claims an impossible size";
    left -= chunk->raw_size;
  }
  return left == 0 ? NULL : "an asset is incomplete";
}

uint32_t package_next_chunk(const PackageFile *file, uint32_t asset, uint32_t first) {
  while (first < file->chunk_count && file->chunks[first].asset == asset) first++;
  return first;
}

const char *package_check_chunks(const PackageFile *file) {
  const FpkgChunkEntry **sorted = malloc(((size_t)file->chunk_count + 1) * sizeof *sorted);
  if (!sorted) return "there is not enough memory";
  const char *problem = check_places(file, sorted);
  free(sorted);
  uint32_t chunk = 0;
  uint64_t total = 0;
  for (uint32_t i = 0; i < file->asset_count && !problem; i++) {
    uint32_t next = package_next_chunk(file, i, chunk);
    problem = check_sizes(file, i, chunk, next);
    chunk = next;
    total += file->assets[i].size;
  }
  if (problem) return problem;
  if (chunk != file->chunk_count) return "a chunk is of no asset";
  // Equal blobs share chunks, so a small file could ask for much.
  return total > file->size * FPKG_MAX_EXPANSION ? "the assets claim an impossible size" : NULL;
}

static bool is_one_piece(const FpkgChunkEntry *chunks, uint32_t count) {
  for (uint32_t i = 0; i < count; i++) {
    if (chunks[i].codec != FPKG_CHUNK_CODEC_NONE) return false;
    if (i > 0 && chunks[i].offset != chunks[i - 1].offset + chunks[i - 1].stored_size) return false;
  }
  return count > 0;
}

static const char *unpack(const PackageFile *file, const FpkgChunkEntry *chunks, uint32_t count, uint8_t *to) {
  for (uint32_t i = 0; i < count; i++) {
    const uint8_t *stored = file->bytes + chunks[i].offset;
    if (chunks[i].codec == FPKG_CHUNK_CODEC_NONE) {
      memcpy(to, stored, chunks[i].raw_size);
    } else if (chunks[i].codec != FPKG_CHUNK_CODEC_LZ4) {
      return "a chunk's codec is not known";
    } else if (!lz4_decode(stored, chunks[i].stored_size, to, chunks[i].raw_size)) {
      return "a chunk is damaged";
    }
    to += chunks[i].raw_size;
  }
  return NULL;
}

/** Every blob of the runtime starts with its own size; a reader may trust what follows up to there. */
static bool is_blob(const uint8_t *bytes, uint64_t size) {
  const FpkgBlobHeader *header = (const void *)bytes;
  return size >= sizeof *header && header->version == FPKG_BLOB_VERSION && header->size == size;
}

const char *package_blob(const PackageFile *file, uint32_t asset, uint32_t first, PackageBlob *blob) {
  const FpkgChunkEntry *chunks = file->chunks + first;
  uint32_t count = package_next_chunk(file, asset, first) - first;
  uint64_t size = file->assets[asset].size;
  *blob = (PackageBlob){NULL, NULL};
  for (uint32_t i = 0; i < count; i++) {
    if (crc32(file->bytes + chunks[i].offset, chunks[i].stored_size) != chunks[i].crc) return "a chunk is damaged";
  }
  if (is_one_piece(chunks, count)) {
    blob->bytes = file->bytes + chunks[0].offset;
  } else {
    blob->unpacked = malloc((size_t)size + 1);
    if (!blob->unpacked) return "there is not enough memory";
    blob->bytes = blob->unpacked;
    const char *problem = unpack(file, chunks, count, blob->unpacked);
    if (problem) return problem;
  }
  return is_blob(blob->bytes, size) ? NULL : "a blob does not begin as one";
}

#include "bundle.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "../fpkg_format.h"
#include "../runtime.h"
#include "crc32.h"
#include "lz4.h"

BundleAsset *bundle_assets;
uint32_t bundle_asset_count;

typedef struct Section {
  const uint8_t *bytes;
  uint64_t size;
  uint32_t count;
} Section;

typedef struct Sections {
  Section assets, strings, chunks, blobs;
} Sections;

/** A table entry: where a section of this kind is kept, and the bytes of one of its rows. */
typedef struct SectionKind {
  const char *kind;
  Section *section;
  size_t row_size;
} SectionKind;

static bool inside(uint64_t offset, uint64_t size, uint64_t whole) {
  return offset <= whole && size <= whole - offset;
}

static const char *find_sections(const uint8_t *bytes, size_t size, Sections *found) {
  FpkgFileHeader header;
  if (size < sizeof header) return "the file is too short";
  memcpy(&header, bytes, sizeof header);
  if (memcmp(header.magic, "FPKG", 4) != 0) return "the file does not start with FPKG";
  if (header.major != FPKG_MAJOR) return "the format version is not known";
  if (header.layout != FPKG_LAYOUT_SHIP) return "the file has the dev layout, without its blobs";
  uint64_t table_size = (uint64_t)header.section_count * sizeof(FpkgSectionEntry);
  if (header.file_size != size || !inside(sizeof header, table_size, size)) return "the file is cut off";
  if (crc32(bytes + sizeof header, table_size) != header.table_crc) return "the section table is damaged";

  const SectionKind kinds[] = {
    {"ASST", &found->assets, sizeof(FpkgAssetEntry)},
    {"STRS", &found->strings, 0},
    {"CHNK", &found->chunks, sizeof(FpkgChunkEntry)},
    {"BLOB", &found->blobs, 0},
  };
  memset(found, 0, sizeof *found);
  for (uint32_t i = 0; i < header.section_count; i++) {
    FpkgSectionEntry entry;
    memcpy(&entry, bytes + sizeof header + i * sizeof entry, sizeof entry);
    if (!inside(entry.offset, entry.size, size)) return "a section is outside the file";
    for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++) {
      if (memcmp(entry.kind, kinds[k].kind, 4) != 0) continue;
      if (kinds[k].row_size != 0 && entry.count * kinds[k].row_size != entry.size) return "a section has the wrong size";
      bool has_checksum = kinds[k].section != &found->blobs;
      if (has_checksum && crc32(bytes + entry.offset, entry.size) != entry.crc) return "a section is damaged";
      *kinds[k].section = (Section){bytes + entry.offset, entry.size, entry.count};
    }
  }
  return found->assets.bytes && found->strings.bytes && found->chunks.bytes && found->blobs.bytes
    ? NULL
    : "a section is missing";
}

/** Appends a chunk's bytes to an asset, whose buffer is large enough for what the asset's entry says. */
static const char *unpack_chunk(const uint8_t *file, size_t file_size, const FpkgChunkEntry *chunk, uint64_t asset_size, uint8_t *blob, uint64_t *filled) {
  if (!inside(chunk->offset, chunk->stored_size, file_size)) return "a chunk is outside the file";
  if (chunk->raw_size > asset_size - *filled) return "an asset's chunks are larger than the asset";
  const uint8_t *stored = file + chunk->offset;
  if (crc32(stored, chunk->stored_size) != chunk->crc) return "a chunk is damaged";
  if (chunk->codec == FPKG_CHUNK_CODEC_NONE) {
    if (chunk->raw_size != chunk->stored_size) return "a chunk has two sizes";
    memcpy(blob + *filled, stored, chunk->raw_size);
  } else if (chunk->codec == FPKG_CHUNK_CODEC_LZ4) {
    if (!lz4_decode(stored, chunk->stored_size, blob + *filled, chunk->raw_size)) return "a chunk is damaged";
  } else {
    return "a chunk's codec is not known";
  }
  *filled += chunk->raw_size;
  return NULL;
}

/** Every blob of the runtime starts with its own size; a reader may trust what follows up to there. */
static bool is_blob(const uint8_t *blob, uint64_t size) {
  FpkgBlobHeader header;
  if (size < sizeof header) return false;
  memcpy(&header, blob, sizeof header);
  return header.version == FPKG_BLOB_VERSION && header.size == size;
}

const char *bundle_load(const uint8_t *bytes, size_t size) {
  Sections sections;
  const char *problem = find_sections(bytes, size, &sections);
  if (problem) return problem;

  bundle_assets = calloc(sections.assets.count + 1, sizeof *bundle_assets);
  if (!bundle_assets) return "there is not enough memory";
  uint32_t next_chunk = 0;
  for (uint32_t i = 0; i < sections.assets.count; i++) {
    FpkgAssetEntry entry;
    memcpy(&entry, sections.assets.bytes + i * sizeof entry, sizeof entry);
    uint32_t name_length;
    if (!inside(entry.name, sizeof name_length, sections.strings.size)) return "a name is outside the file";
    memcpy(&name_length, sections.strings.bytes + entry.name, sizeof name_length);
    if (!inside(entry.name + sizeof name_length, name_length, sections.strings.size)) return "a name is outside the file";
    if (entry.size > size * (uint64_t)FPKG_MAX_EXPANSION) return "an asset claims an impossible size";

    uint8_t *blob = malloc(entry.size + 1);
    if (!blob) return "there is not enough memory";
    uint64_t filled = 0;
    for (; next_chunk < sections.chunks.count; next_chunk++) {
      FpkgChunkEntry chunk;
      memcpy(&chunk, sections.chunks.bytes + next_chunk * sizeof chunk, sizeof chunk);
      if (chunk.asset != i) break;
      problem = unpack_chunk(bytes, size, &chunk, entry.size, blob, &filled);
      if (problem) return problem;
    }
    if (filled != entry.size || !is_blob(blob, entry.size)) return "an asset is incomplete";
    BundleAsset asset = {
      .type = entry.type,
      .name = sections.strings.bytes + entry.name + sizeof name_length,
      .name_length = name_length,
      .bytes = blob,
      .size = (uint32_t)entry.size,
    };
    int32_t handle = hx_asset_register((int32_t)asset.type, asset.name, asset.name_length, asset.bytes, asset.size);
    if (handle != (int32_t)bundle_asset_count) return "an asset is there twice";
    bundle_assets[bundle_asset_count++] = asset;
  }
  return NULL;
}

int32_t bundle_find(uint32_t type, const uint8_t *name, uint32_t name_length) {
  for (uint32_t i = 0; i < bundle_asset_count; i++) {
    const BundleAsset *asset = &bundle_assets[i];
    if (asset->type == type && asset->name_length == name_length && memcmp(asset->name, name, name_length) == 0) {
      return (int32_t)i;
    }
  }
  return -1;
}

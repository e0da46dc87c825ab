#include "package_file.h"

#include <stdbool.h>
#include <string.h>

#include "crc32.h"
#include "sha256.h"

/** A section of a known kind: where its bytes and rows go. */
typedef struct SectionKind {
  const char *kind;
  uint64_t row_size;
  const uint8_t *bytes;
  uint64_t size;
  uint32_t count;
} SectionKind;

enum { PKGS, ASST, REFS, DEPS, STRS, CHNK, BLOB, KIND_COUNT };

static bool inside(uint64_t offset, uint64_t size, uint64_t whole) {
  return offset <= whole && size <= whole - offset;
}

static bool are_zero(const uint8_t *bytes, uint64_t from, uint64_t to) {
  for (; from < to; from++) {
    if (bytes[from] != 0) return false;
  }
  return true;
}

static const char *check_header(const uint8_t *bytes, size_t size) {
  const FpkgFileHeader *header = (const void *)bytes;
  if ((uintptr_t)bytes % FPKG_CHUNK_ALIGNMENT != 0) return "its place in memory is not aligned";
  if (size < sizeof *header) return "the file is too short";
  if (memcmp(header->magic, "FPKG", 4) != 0) return "the file does not start with FPKG";
  if (header->major != FPKG_MAJOR) return "the format version is not known";
  if (header->layout != FPKG_LAYOUT_SHIP) return "the file has the dev layout, without its blobs";
  uint64_t table_size = (uint64_t)header->section_count * sizeof(FpkgSectionEntry);
  if (header->file_size != size || !inside(sizeof *header, table_size, size)) return "the file is cut off";
  if (crc32(bytes + sizeof *header, table_size) != header->table_crc) return "the section table is damaged";
  return NULL;
}

static SectionKind *find_kind(SectionKind *kinds, const char *kind) {
  for (int i = 0; i < KIND_COUNT; i++) {
    if (memcmp(kinds[i].kind, kind, 4) == 0) return &kinds[i];
  }
  return NULL;
}

static const char *read_section(const uint8_t *bytes, const FpkgSectionEntry *entry, SectionKind *kinds) {
  SectionKind *kind = find_kind(kinds, entry->kind);
  bool is_blobs = kind == &kinds[BLOB];
  if (entry->offset % (is_blobs ? FPKG_CHUNK_ALIGNMENT : FPKG_SECTION_ALIGNMENT) != 0) return "a section is not aligned";
  if (!kind) return entry->flags & FPKG_SECTION_FLAG_REQUIRED ? "a section's kind is not known" : NULL;
  if (entry->version != 1) return "a section's version is not known";
  if (kind->bytes) return "a section is there twice";
  if (kind->row_size != 0 && entry->count * kind->row_size != entry->size) return "a section has the wrong size";
  if (!is_blobs && crc32(bytes + entry->offset, entry->size) != entry->crc) return "a section is damaged";
  kind->bytes = bytes + entry->offset;
  kind->size = entry->size;
  kind->count = entry->count;
  return NULL;
}

/** Sections follow one another as in their table, with zeros between them and nothing behind the last. */
static const char *read_sections(const uint8_t *bytes, size_t size, SectionKind *kinds) {
  const FpkgFileHeader *header = (const void *)bytes;
  const FpkgSectionEntry *entries = (const void *)(bytes + sizeof *header);
  uint64_t end = sizeof *header + (uint64_t)header->section_count * sizeof *entries;
  for (uint32_t i = 0; i < header->section_count; i++) {
    if (!inside(entries[i].offset, entries[i].size, size)) return "a section is outside the file";
    if (entries[i].offset < end) return "sections overlap";
    if (!are_zero(bytes, end, entries[i].offset)) return "padding is not zero";
    const char *problem = read_section(bytes, &entries[i], kinds);
    if (problem) return problem;
    end = entries[i].offset + entries[i].size;
  }
  if (end != size) return "bytes at the end are in no section";
  for (int i = 0; i < KIND_COUNT; i++) {
    if (!kinds[i].bytes) return "a section is missing";
  }
  return NULL;
}

/** The tables, in the order of the kinds, are those that the content hash was taken of. */
static const char *check_content(const uint8_t *bytes, const SectionKind *kinds) {
  const FpkgFileHeader *header = (const void *)bytes;
  uint8_t digest[SHA256_SIZE];
  Sha256 sum = sha256_start();
  for (int i = PKGS; i <= STRS; i++) sha256_add(&sum, kinds[i].bytes, kinds[i].size);
  sha256_finish(&sum, digest);
  return memcmp(digest, header->content_hash, sizeof digest) == 0 ? NULL : "the tables do not match the content hash";
}

static bool is_text(const PackageFile *file, uint32_t at) {
  uint32_t length;
  if (at % 4 != 0 || !inside(at, sizeof length, file->strings_size)) return false;
  memcpy(&length, file->strings + at, sizeof length);
  return inside((uint64_t)at + sizeof length, length, file->strings_size);
}

/** Whether a name is `package.Name`. */
static bool is_of(PackageText name, PackageText package) {
  return name.length > package.length && name.bytes[package.length] == '.' && memcmp(name.bytes, package.bytes, package.length) == 0;
}

static const char *check_rows(const PackageFile *file) {
  for (uint32_t i = 0; i < file->package_count; i++) {
    const FpkgPackageEntry *row = &file->packages[i];
    if (!is_text(file, row->name) || !is_text(file, row->version)) return "a name is outside the file";
    if (!inside(row->first_dependency, row->dependency_count, file->dependency_count)) return "a dependency is outside the file";
  }
  for (uint32_t i = 0; i < file->asset_count; i++) {
    const FpkgAssetEntry *row = &file->assets[i];
    if (!is_text(file, row->name)) return "a name is outside the file";
    if (row->type < FPKG_ASSET_TYPE_TEXTURE || row->type > FPKG_ASSET_TYPE_DATA) return "an asset's type is not known";
    if (row->package >= file->package_count) return "an asset is in no package";
    if (!inside(row->first_reference, row->reference_count, file->reference_count)) return "a reference is outside the file";
    if (!is_of(package_text(file, row->name), package_text(file, file->packages[row->package].name))) return "an asset is in another package than its name says";
    if (i > 0 && memcmp(file->assets[i - 1].id, row->id, sizeof row->id) >= 0) return "an asset is not in its place or is there twice";
  }
  for (uint32_t i = 0; i < file->reference_count; i++) {
    if (!is_text(file, file->references[i].name)) return "a name is outside the file";
  }
  for (uint32_t i = 0; i < file->dependency_count; i++) {
    const FpkgDependencyEntry *row = &file->dependencies[i];
    if (!is_text(file, row->name) || !is_text(file, row->version)) return "a name is outside the file";
  }
  return NULL;
}

const char *package_open(const uint8_t *bytes, size_t size, PackageFile *file) {
  SectionKind kinds[KIND_COUNT] = {
    [PKGS] = {.kind = "PKGS", .row_size = sizeof(FpkgPackageEntry)},
    [ASST] = {.kind = "ASST", .row_size = sizeof(FpkgAssetEntry)},
    [REFS] = {.kind = "REFS", .row_size = sizeof(FpkgReferenceEntry)},
    [DEPS] = {.kind = "DEPS", .row_size = sizeof(FpkgDependencyEntry)},
    [STRS] = {.kind = "STRS"},
    [CHNK] = {.kind = "CHNK", .row_size = sizeof(FpkgChunkEntry)},
    [BLOB] = {.kind = "BLOB"},
  };
  const char *problem = check_header(bytes, size);
  if (!problem) problem = read_sections(bytes, size, kinds);
  if (!problem) problem = check_content(bytes, kinds);
  if (problem) return problem;
  *file = (PackageFile){
    .bytes = bytes,
    .size = size,
    .packages = (const void *)kinds[PKGS].bytes,
    .assets = (const void *)kinds[ASST].bytes,
    .references = (const void *)kinds[REFS].bytes,
    .dependencies = (const void *)kinds[DEPS].bytes,
    .chunks = (const void *)kinds[CHNK].bytes,
    .strings = kinds[STRS].bytes,
    .strings_size = kinds[STRS].size,
    .blobs_start = (uint64_t)(kinds[BLOB].bytes - bytes),
    .blobs_end = (uint64_t)(kinds[BLOB].bytes - bytes) + kinds[BLOB].size,
    .package_count = kinds[PKGS].count,
    .asset_count = kinds[ASST].count,
    .reference_count = kinds[REFS].count,
    .dependency_count = kinds[DEPS].count,
    .chunk_count = kinds[CHNK].count,
  };
  problem = check_rows(file);
  return problem ? problem : package_check_chunks(file);
}

PackageText package_text(const PackageFile *file, uint32_t at) {
  PackageText text = {file->strings + at + sizeof text.length, 0};
  memcpy(&text.length, file->strings + at, sizeof text.length);
  return text;
}

uint32_t package_find(const PackageFile *file, const uint8_t *id) {
  uint32_t low = 0, high = file->asset_count;
  while (low < high) {
    uint32_t middle = low + (high - low) / 2;
    int order = memcmp(file->assets[middle].id, id, sizeof file->assets[middle].id);
    if (order == 0) return middle;
    if (order < 0) low = middle + 1;
    else high = middle;
  }
  return UINT32_MAX;
}

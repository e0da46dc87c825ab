/**
 * The game's assets: one ship bundle that the linker put into the executable, or packages from disk (docs/fpkg.md). Blobs
 * that are not compressed are used where they lie.
 */
#ifndef HX_BUNDLE_H
#define HX_BUNDLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** One asset; its place in `bundle_assets` is its handle. */
typedef struct BundleAsset {
  /** An FpkgAssetType. */
  uint32_t type;
  uint32_t name_length;
  /** "package.Name", not terminated. */
  const uint8_t *name;
  /** 16 bytes. */
  const uint8_t *id;
  const uint8_t *bytes;
  uint32_t size;
} BundleAsset;

extern BundleAsset *bundle_assets;
extern uint32_t bundle_asset_count;

/** The bytes of a package file or ship bundle, at a multiple of FPKG_CHUNK_ALIGNMENT. They must stay. */
typedef struct BundleFile {
  const uint8_t *bytes;
  size_t size;
} BundleFile;

/**
 * Loads files whose packages were linked against one another, and registers their assets with the runtime. Once. Gives
 * null, or what is wrong.
 */
const char *bundle_load(const BundleFile *files, uint32_t count);

/** Maps a file into memory, from which the system takes pages as they are used. False where it cannot be read. */
bool bundle_map(const char *path, BundleFile *file);

/** The handle of an asset by its id, -1 where there is none. */
int32_t bundle_find(const uint8_t *id);

#endif

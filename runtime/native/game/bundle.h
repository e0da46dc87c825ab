/**
 * The game's assets: a ship bundle (docs/fpkg.md) that the linker put into the executable. Every offset and checksum is
 * looked at before it is used, since the same reader serves files from disk.
 */
#ifndef HX_BUNDLE_H
#define HX_BUNDLE_H

#include <stddef.h>
#include <stdint.h>

/** One unpacked asset; its place in `bundle_assets` is its handle. */
typedef struct BundleAsset {
  /** An FpkgAssetType. */
  uint32_t type;
  /** "package.Name", not terminated. */
  const uint8_t *name;
  uint32_t name_length;
  const uint8_t *bytes;
  uint32_t size;
} BundleAsset;

extern BundleAsset *bundle_assets;
extern uint32_t bundle_asset_count;

/** Unpacks all assets of a bundle and registers them with the runtime. Gives null, or what is wrong with the bytes. */
const char *bundle_load(const uint8_t *bytes, size_t size);

/** The handle of an asset by name, -1 where there is none. */
int32_t bundle_find(uint32_t type, const uint8_t *name, uint32_t name_length);

#endif

/**
 * One package file or ship bundle (docs/fpkg.md), used where it lies: in the executable or in a mapping. Opening it takes no
 * memory that stays, and nothing in it is trusted before it was looked at.
 */
#ifndef HX_PACKAGE_FILE_H
#define HX_PACKAGE_FILE_H

#include <stddef.h>
#include <stdint.h>

#include "../fpkg_format.h"

/** An opened file: where its tables and blobs are. All rows have been checked. */
typedef struct PackageFile {
  const uint8_t *bytes;
  uint64_t size;
  const FpkgPackageEntry *packages;
  const FpkgAssetEntry *assets;
  const FpkgReferenceEntry *references;
  const FpkgDependencyEntry *dependencies;
  const FpkgChunkEntry *chunks;
  const uint8_t *strings;
  uint64_t strings_size, blobs_start, blobs_end;
  uint32_t package_count, asset_count, reference_count, dependency_count, chunk_count;
} PackageFile;

/** A text of the file, not terminated. */
typedef struct PackageText {
  const uint8_t *bytes;
  uint32_t length;
} PackageText;

/** The first byte must stand at a multiple of FPKG_CHUNK_ALIGNMENT. Gives null, or what is wrong with the bytes. */
const char *package_open(const uint8_t *bytes, size_t size, PackageFile *file);

/** Looks at the rows of CHNK; package_open does it. */
const char *package_check_chunks(const PackageFile *file);

/** A string that an opened file's row names. */
PackageText package_text(const PackageFile *file, uint32_t at);

/** The row of an asset, UINT32_MAX where there is none such. */
uint32_t package_find(const PackageFile *file, const uint8_t *id);

/** Where an asset's blob is. */
typedef struct PackageBlob {
  /** Null where there is not enough memory. */
  const uint8_t *bytes;
  /** What to free, null where the blob lies in the file. */
  uint8_t *unpacked;
} PackageBlob;

/**
 * Checks and unpacks an asset's chunks, from row `first` on. A blob that is stored in one piece is used where it lies. Gives
 * null, or what is wrong.
 */
const char *package_blob(const PackageFile *file, uint32_t asset, uint32_t first, PackageBlob *blob);

/** The row of CHNK behind those of an asset that begin at `first`. */
uint32_t package_next_chunk(const PackageFile *file, uint32_t asset, uint32_t first);

#endif

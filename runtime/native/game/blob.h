/** Reading an asset's blob: nothing outside its bytes is touched. */
#ifndef HX_BLOB_H
#define HX_BLOB_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "bundle.h"

bool blob_inside(const BundleAsset *asset, uint64_t offset, uint64_t size);

/** A struct of the blob, zeros where it is outside. */
void blob_read_struct(const BundleAsset *asset, uint64_t offset, void *to, size_t size);

/** Says on stderr what is wrong with an asset. */
void blob_report(const BundleAsset *asset, const char *problem);

#endif

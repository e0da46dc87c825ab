#include "blob.h"

#include <stdio.h>
#include <string.h>

bool blob_inside(const BundleAsset *asset, uint64_t offset, uint64_t size) {
  return offset <= asset->size && size <= asset->size - offset;
}

void blob_read_struct(const BundleAsset *asset, uint64_t offset, void *to, size_t size) {
  memset(to, 0, size);
  if (blob_inside(asset, offset, size)) memcpy(to, asset->bytes + offset, size);
}

void blob_report(const BundleAsset *asset, const char *problem) {
  fprintf(stderr, "%.*s: %s\n", (int)asset->name_length, (const char *)asset->name, problem);
}

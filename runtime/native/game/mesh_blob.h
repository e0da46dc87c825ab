/** Mesh blobs, decoded. */
#ifndef HX_MESH_BLOB_H
#define HX_MESH_BLOB_H

#include <stdbool.h>
#include <stdint.h>

#include "../fpkg_format.h"
#include "bundle.h"

/** Indices and vertices as they lie in the blob's streams, without the codecs. Morph targets are left out. */
typedef struct MeshBlob {
  FpkgMeshHeader header;
  /** u16 or u32, as the header says. */
  void *indices;
  uint8_t *vertices;
  uint32_t stride;
} MeshBlob;

/** Decodes a blob into memory that mesh_blob_free gives back. False where it is damaged. */
bool mesh_blob_read(const BundleAsset *asset, MeshBlob *mesh);

void mesh_blob_free(MeshBlob *mesh);

#endif

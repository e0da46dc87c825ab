#include "mesh_blob.h"

#include <stdlib.h>
#include <string.h>

#include "blob.h"
#include "meshopt.h"

enum { MAX_COUNT = 1 << 28, MAX_VERTEX_EXPANSION = 1024 };

static bool read_stream(const BundleAsset *asset, const MeshBlob *mesh, uint32_t row, FpkgMeshStream *stream) {
  if (row >= mesh->header.stream_count) return false;
  blob_read_struct(asset, mesh->header.streams + (uint64_t)row * sizeof *stream, stream, sizeof *stream);
  return blob_inside(asset, stream->offset, stream->size);
}

/** Wide indices take the place of narrow ones in the same buffer, from the front. */
static void narrow(uint32_t *indices, uint32_t count) {
  uint16_t *to = (uint16_t *)(void *)indices;
  for (uint32_t i = 0; i < count; i++) {
    uint32_t index = indices[i];
    memcpy(to + i, &(uint16_t){(uint16_t)index}, sizeof *to);
  }
}

static bool are_inside(const uint32_t *indices, uint32_t count, uint32_t vertex_count) {
  for (uint32_t i = 0; i < count; i++) {
    if (indices[i] >= vertex_count) return false;
  }
  return true;
}

static bool read_indices(const BundleAsset *asset, MeshBlob *mesh) {
  FpkgMeshStream stream;
  uint32_t count = mesh->header.index_count, size = mesh->header.index_size;
  if (count > MAX_COUNT || count % 3 != 0 || (size != 2 && size != 4)) return false;
  if (!read_stream(asset, mesh, 0, &stream)) return false;
  const uint8_t *stored = asset->bytes + stream.offset;
  bool is_packed = stream.codec == FPKG_MESH_CODEC_MESHOPT_INDICES;
  if (is_packed ? stream.size < count / 3 : stream.size != (uint64_t)count * size) return false;
  uint32_t *indices = malloc((size_t)count * sizeof *indices + 1);
  mesh->indices = indices;
  if (!indices) return false;
  if (is_packed) {
    if (!meshopt_decode_indices(stored, stream.size, count, indices)) return false;
  } else if (stream.codec == FPKG_MESH_CODEC_NONE) {
    for (uint32_t i = 0; i < count; i++) {
      indices[i] = 0;
      memcpy(indices + i, stored + (size_t)i * size, size);
    }
  } else {
    return false;
  }
  if (!are_inside(indices, count, mesh->header.vertex_count)) return false;
  if (size == 2) narrow(indices, count);
  return true;
}

static bool read_vertices(const BundleAsset *asset, MeshBlob *mesh) {
  FpkgMeshStream stream;
  uint32_t count = mesh->header.vertex_count;
  if (count > MAX_COUNT || !read_stream(asset, mesh, 1, &stream)) return false;
  if (stream.stride == 0 || stream.stride > 256 || stream.stride % 4 != 0) return false;
  uint64_t size = (uint64_t)count * stream.stride;
  const uint8_t *stored = asset->bytes + stream.offset;
  bool is_packed = stream.codec == FPKG_MESH_CODEC_MESHOPT_VERTICES;
  if (is_packed ? size > (uint64_t)stream.size * MAX_VERTEX_EXPANSION : stream.size != size) return false;
  mesh->stride = stream.stride;
  mesh->vertices = malloc((size_t)size + 1);
  if (!mesh->vertices) return false;
  if (is_packed) return meshopt_decode_vertices(stored, stream.size, count, stream.stride, mesh->vertices);
  memcpy(mesh->vertices, stored, (size_t)size);
  return stream.codec == FPKG_MESH_CODEC_NONE;
}

bool mesh_blob_read(const BundleAsset *asset, MeshBlob *mesh) {
  memset(mesh, 0, sizeof *mesh);
  blob_read_struct(asset, 0, &mesh->header, sizeof mesh->header);
  if (read_indices(asset, mesh) && read_vertices(asset, mesh)) return true;
  mesh_blob_free(mesh);
  return false;
}

void mesh_blob_free(MeshBlob *mesh) {
  free(mesh->indices);
  free(mesh->vertices);
  mesh->indices = NULL;
  mesh->vertices = NULL;
}

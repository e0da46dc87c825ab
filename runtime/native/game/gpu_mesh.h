/** Meshes in GPU memory. */
#ifndef HX_GPU_MESH_H
#define HX_GPU_MESH_H

#include <stdint.h>

#include "../fpkg_format.h"
#include "bundle.h"
#include "gl.h"

typedef struct GpuMesh {
  GLuint vertex_array;
  GLenum index_type;
  uint32_t index_size;
  /** The finest first. */
  uint32_t lod_count;
  FpkgMeshLod *lods;
  float sphere_center[3];
  float sphere_radius;
} GpuMesh;

/** Uploads a mesh blob. Null, with a message on stderr, where it is damaged. */
GpuMesh *gpu_mesh_make(const BundleAsset *asset);

/** Says what shaders see of attributes that a mesh does not have. */
void gpu_mesh_start(void);

/**
 * The coarsest level whose surface is off by at most a pixel; runtime/renderer/choose_lod.ts does the same. Matrices column
 * by column, `height` in pixels.
 */
const FpkgMeshLod *gpu_mesh_choose_lod(const GpuMesh *mesh, const float *model, const float *view_projection, int32_t height);

#endif

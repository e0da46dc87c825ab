/** GPU objects made from the bundle's assets when they are first drawn. */
#ifndef HX_GPU_ASSETS_H
#define HX_GPU_ASSETS_H

#include <stdbool.h>
#include <stdint.h>

#include "../fpkg_format.h"
#include "gl.h"
#include "gpu_mesh.h"

typedef struct GpuTextureUse {
  uint32_t unit;
  int32_t handle;
} GpuTextureUse;

typedef struct GpuMaterial {
  FpkgMaterialHeader header;
  int32_t shader;
  /** The uniform buffer, 0 where the shader has no block `Material`. */
  GLuint uniforms;
  uint32_t texture_count;
  GpuTextureUse *textures;
} GpuMaterial;

/** False where there is no memory for the tables. */
bool gpu_assets_start(void);

/** Null or 0 where the handle is of no such asset, or, with a message on stderr, where the driver refuses it. */
const GpuMesh *gpu_mesh(int32_t handle);
const GpuMaterial *gpu_material(int32_t handle);
/** The program of a variant, compiled when it is first drawn with. */
GLuint gpu_shader(int32_t handle, uint32_t variant);

/** Binds a texture, or none where the handle is of no such asset, to the active unit. */
void gpu_bind_texture(int32_t handle);

#endif

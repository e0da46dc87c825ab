/** Vertices as a GPU fetches them; the TypeScript twin is asset_tools/fpkg/gpu_vertices.ts. */
#ifndef HX_GPU_VERTICES_H
#define HX_GPU_VERTICES_H

#include <stdbool.h>
#include <stdint.h>

#include "../fpkg_format.h"
#include "gl.h"

/** How an attribute of a format lies in GPU memory. */
typedef struct GpuFormat {
  GLint components;
  GLenum type;
  /** 32-bit words of a vertex; 0 where the format is not known. */
  uint32_t words;
  /** Bytes that the format has in a stream. */
  uint32_t stored_size;
  bool is_normalised, is_integer;
} GpuFormat;

GpuFormat gpu_format(uint32_t format);

/** Writes one attribute of `count` vertices. Positions become floats and unit vectors 10 bits a component. */
void gpu_unpack(const FpkgMeshAttribute *attribute, const uint8_t *from, uint32_t from_stride, uint8_t *to, uint32_t to_stride, uint32_t count);

#endif

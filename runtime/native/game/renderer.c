#include "renderer.h"

#include <math.h>
#include <string.h>

#include "command_stream.h"
#include "gl.h"
#include "gpu_assets.h"

enum { FRAME_BINDING, OBJECT_BINDING, MATERIAL_BINDING };

static GLuint frame_block, object_block;

/** Of the picture that is being drawn. */
static float view_projection[16];
static int32_t picture_height;

static GLuint make_block(GLuint binding, GLsizeiptr size) {
  GLuint buffer;
  gl.GenBuffers(1, &buffer);
  gl.BindBuffer(GL_UNIFORM_BUFFER, buffer);
  gl.BufferData(GL_UNIFORM_BUFFER, size, NULL, GL_DYNAMIC_DRAW);
  gl.BindBufferBase(GL_UNIFORM_BUFFER, binding, buffer);
  return buffer;
}

bool renderer_start(void) {
  frame_block = make_block(FRAME_BINDING, FRAME_FLOATS * sizeof(float));
  object_block = make_block(OBJECT_BINDING, OBJECT_FLOATS * sizeof(float));
  return gpu_assets_start();
}

static void fill_block(GLuint buffer, const uint32_t *words, GLsizeiptr count) {
  gl.BindBuffer(GL_UNIFORM_BUFFER, buffer);
  gl.BufferSubData(GL_UNIFORM_BUFFER, 0, count * (GLsizeiptr)sizeof *words, words);
}

/** IEC 61966-2-1. */
static float encode_srgb(float linear) {
  return linear <= 0.0031308f ? linear * 12.92f : 1.055f * powf(linear, 1 / 2.4f) - 0.055f;
}

static void begin_frame(const uint32_t *words) {
  float color[COLOR_FLOATS];
  memcpy(color, words, sizeof color);
  gl.DepthMask(1);
  gl.Enable(GL_DEPTH_TEST);
  gl.ClearColor(encode_srgb(color[0]), encode_srgb(color[1]), encode_srgb(color[2]), 1);
  gl.Clear(GL_COLOR_BUFFER_BIT | GL_DEPTH_BUFFER_BIT);
  fill_block(frame_block, words + COLOR_FLOATS, FRAME_FLOATS);
  memcpy(view_projection, words + COLOR_FLOATS, sizeof view_projection);
}

static void toggle(GLenum capability, bool is_on) {
  if (is_on) {
    gl.Enable(capability);
  } else {
    gl.Disable(capability);
  }
}

static void apply_state(const FpkgMaterialHeader *state) {
  static const GLenum depth_functions[] = {
    [FPKG_DEPTH_TEST_ALWAYS] = GL_ALWAYS,
    [FPKG_DEPTH_TEST_LESS] = GL_LESS,
    [FPKG_DEPTH_TEST_LESS_EQUAL] = GL_LEQUAL,
  };
  toggle(GL_CULL_FACE, state->cull != FPKG_CULL_MODE_NONE);
  gl.CullFace(state->cull == FPKG_CULL_MODE_FRONT ? GL_FRONT : GL_BACK);
  toggle(GL_BLEND, state->blend != FPKG_BLEND_MODE_OPAQUE);
  gl.BlendFunc(GL_SRC_ALPHA, state->blend == FPKG_BLEND_MODE_ADDITIVE ? GL_ONE : GL_ONE_MINUS_SRC_ALPHA);
  gl.DepthFunc(depth_functions[state->depth_test]);
  gl.DepthMask(state->depth_write != 0);
}

/** Draws nothing where the mesh, the material or its shader is not there. */
static bool draw(int32_t mesh_handle, int32_t material_handle, const uint32_t *object) {
  const GpuMesh *mesh = gpu_mesh(mesh_handle);
  const GpuMaterial *material = gpu_material(material_handle);
  if (!mesh || !material) return mesh_handle < 0 || material_handle < 0;
  GLuint shader = gpu_shader(material->shader, material->header.variant);
  if (!shader) return false;

  gl.UseProgram(shader);
  apply_state(&material->header);
  for (uint32_t i = 0; i < material->texture_count; i++) {
    gl.ActiveTexture(GL_TEXTURE0 + material->textures[i].unit);
    gpu_bind_texture(material->textures[i].handle);
  }
  if (material->uniforms) gl.BindBufferBase(GL_UNIFORM_BUFFER, MATERIAL_BINDING, material->uniforms);
  fill_block(object_block, object, OBJECT_FLOATS);
  gl.BindVertexArray(mesh->vertex_array);
  float model[16];
  memcpy(model, object, sizeof model);
  const FpkgMeshLod *lod = gpu_mesh_choose_lod(mesh, model, view_projection, picture_height);
  const void *first = (const void *)((uintptr_t)lod->first_index * mesh->index_size);
  gl.DrawElements(GL_TRIANGLES, (GLsizei)lod->index_count, mesh->index_type, first);
  return true;
}

bool renderer_execute(const uint32_t *words, uint32_t count, int32_t width, int32_t height) {
  CommandStream stream = {words, count, 0, NULL};
  Command command;
  gl.Viewport(0, 0, width, height);
  picture_height = height;
  while (command_next(&stream, &command)) {
    const uint32_t *operands = command.operands;
    if (command.kind == COMMAND_BEGIN_FRAME) begin_frame(operands);
    if (command.kind == COMMAND_DRAW && !draw((int32_t)operands[0], (int32_t)operands[1], operands + 2)) return false;
  }
  gl.BindVertexArray(0);
  return command_stream_is_sound(&stream);
}

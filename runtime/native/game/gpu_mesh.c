#include "gpu_mesh.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "blob.h"
#include "gpu_vertices.h"
#include "mesh_blob.h"

enum { VERTEX_STREAM = 1, MAX_ATTRIBUTES = 10, MAX_LODS = 64 };
static const double MAX_PIXELS = 1;

void gpu_mesh_start(void) {
  gl.VertexAttrib4f(FPKG_VERTEX_SEMANTIC_TANGENT, 1, 0, 0, 1);
  gl.VertexAttrib4f(FPKG_VERTEX_SEMANTIC_COLOR, 1, 1, 1, 1);
}

static void fill_buffer(GLenum target, const void *data, GLsizeiptr size) {
  GLuint buffer;
  gl.GenBuffers(1, &buffer);
  gl.BindBuffer(target, buffer);
  gl.BufferData(target, size, data, GL_STATIC_DRAW);
}

/** The attributes of the vertices. Gives their count, or -1 where one is not known or outside the vertex. */
static int read_attributes(const BundleAsset *asset, const MeshBlob *mesh, FpkgMeshAttribute *attributes) {
  int count = 0;
  for (uint32_t i = 0; i < mesh->header.attribute_count; i++) {
    FpkgMeshAttribute attribute;
    uint64_t row = mesh->header.attributes + (uint64_t)i * sizeof attribute;
    if (!blob_inside(asset, row, sizeof attribute)) return -1;
    blob_read_struct(asset, row, &attribute, sizeof attribute);
    if (attribute.stream != VERTEX_STREAM) continue;
    GpuFormat format = gpu_format(attribute.format);
    if (count == MAX_ATTRIBUTES || format.words == 0 || attribute.semantic > FPKG_VERTEX_SEMANTIC_WEIGHTS1) return -1;
    if ((uint64_t)attribute.offset + format.stored_size > mesh->stride) return -1;
    attributes[count++] = attribute;
  }
  return count;
}

static bool upload(const MeshBlob *mesh, const FpkgMeshAttribute *attributes, int count) {
  uint32_t stride = 0, vertex_count = mesh->header.vertex_count;
  for (int i = 0; i < count; i++) stride += gpu_format(attributes[i].format).words * 4;
  uint8_t *vertices = malloc((size_t)vertex_count * stride + 1);
  if (!vertices) return false;
  uint32_t offset = 0;
  for (int i = 0; i < count; i++) {
    gpu_unpack(&attributes[i], mesh->vertices + attributes[i].offset, mesh->stride, vertices + offset, stride, vertex_count);
    offset += gpu_format(attributes[i].format).words * 4;
  }
  fill_buffer(GL_ARRAY_BUFFER, vertices, (GLsizeiptr)vertex_count * (GLsizeiptr)stride);
  free(vertices);
  fill_buffer(GL_ELEMENT_ARRAY_BUFFER, mesh->indices, (GLsizeiptr)mesh->header.index_count * (GLsizeiptr)mesh->header.index_size);
  offset = 0;
  for (int i = 0; i < count; i++) {
    GpuFormat format = gpu_format(attributes[i].format);
    GLuint location = attributes[i].semantic;
    const void *place = (const void *)(uintptr_t)offset;
    gl.EnableVertexAttribArray(location);
    if (format.is_integer) {
      gl.VertexAttribIPointer(location, format.components, format.type, (GLsizei)stride, place);
    } else {
      gl.VertexAttribPointer(location, format.components, format.type, format.is_normalised, (GLsizei)stride, place);
    }
    offset += format.words * 4;
  }
  return true;
}

static bool read_lods(const BundleAsset *asset, const FpkgMeshHeader *header, GpuMesh *mesh) {
  if (header->lod_count == 0 || header->lod_count > MAX_LODS) return false;
  size_t size = header->lod_count * sizeof *mesh->lods;
  mesh->lods = malloc(size);
  if (!mesh->lods || !blob_inside(asset, header->lods, size)) return false;
  blob_read_struct(asset, header->lods, mesh->lods, size);
  mesh->lod_count = header->lod_count;
  for (uint32_t i = 0; i < mesh->lod_count; i++) {
    if ((uint64_t)mesh->lods[i].first_index + mesh->lods[i].index_count > header->index_count) return false;
  }
  return true;
}

static bool fill_mesh(const BundleAsset *asset, const MeshBlob *blob, GpuMesh *mesh) {
  FpkgMeshAttribute attributes[MAX_ATTRIBUTES];
  int count = read_attributes(asset, blob, attributes);
  if (count < 0 || !read_lods(asset, &blob->header, mesh)) return false;
  mesh->index_size = blob->header.index_size;
  mesh->index_type = mesh->index_size == 2 ? GL_UNSIGNED_SHORT : GL_UNSIGNED_INT;
  memcpy(mesh->sphere_center, blob->header.sphere_center, sizeof mesh->sphere_center);
  mesh->sphere_radius = blob->header.sphere_radius;
  gl.GenVertexArrays(1, &mesh->vertex_array);
  gl.BindVertexArray(mesh->vertex_array);
  bool is_uploaded = upload(blob, attributes, count);
  gl.BindVertexArray(0);
  return is_uploaded;
}

GpuMesh *gpu_mesh_make(const BundleAsset *asset) {
  MeshBlob blob;
  GpuMesh *mesh = calloc(1, sizeof *mesh);
  if (mesh && mesh_blob_read(asset, &blob)) {
    bool is_sound = fill_mesh(asset, &blob, mesh);
    mesh_blob_free(&blob);
    if (is_sound) return mesh;
  }
  blob_report(asset, "the mesh is damaged");
  if (mesh) free(mesh->lods);
  free(mesh);
  return NULL;
}

static double length_of(double x, double y, double z) {
  return sqrt(x * x + y * y + z * z);
}

const FpkgMeshLod *gpu_mesh_choose_lod(const GpuMesh *mesh, const float *model, const float *view_projection, int32_t height) {
  if (mesh->lod_count == 1) return mesh->lods;
  const float *center = mesh->sphere_center;
  double place[3], scale = 0;
  for (int row = 0; row < 3; row++) {
    place[row] = (double)model[row] * center[0] + (double)model[row + 4] * center[1] + (double)model[row + 8] * center[2] + model[row + 12];
    const float *column = model + row * 4;
    scale = fmax(scale, length_of(column[0], column[1], column[2]));
  }
  const float *up = view_projection + 1, *depth_row = view_projection + 3;
  double slope = length_of(depth_row[0], depth_row[4], depth_row[8]);
  double depth = place[0] * depth_row[0] + place[1] * depth_row[4] + place[2] * depth_row[8] + depth_row[12] - mesh->sphere_radius * scale * slope;
  if (!(depth > 0)) return mesh->lods;
  double pixels_per_unit = scale * length_of(up[0], up[4], up[8]) * height / (2 * depth);
  uint32_t chosen = mesh->lod_count - 1;
  while (chosen > 0 && !(mesh->lods[chosen].error * pixels_per_unit <= MAX_PIXELS)) chosen--;
  return mesh->lods + chosen;
}

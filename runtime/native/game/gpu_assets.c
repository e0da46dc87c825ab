#include "gpu_assets.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "blob.h"
#include "bundle.h"

/** A variant's program; `tried` also where that failed. */
typedef struct GpuProgram {
  bool tried;
  GLuint program;
} GpuProgram;

/** What has been made of the asset of the same number; `tried` also where that failed. */
typedef struct GpuAsset {
  bool tried;
  GLuint object;
  /** What a texture is bound to. */
  GLenum target;
  GpuMesh *mesh;
  GpuMaterial *material;
  /** Programs of a shader's variants, 0 for one that has not been drawn with or cannot be. */
  uint32_t variant_count;
  GpuProgram *programs;
} GpuAsset;

static GpuAsset *gpu_objects;
static bool has_s3tc, has_s3tc_srgb, has_rgtc, has_bptc, has_astc;

bool gpu_assets_start(void) {
  gpu_objects = calloc(bundle_asset_count + 1, sizeof *gpu_objects);
  has_s3tc = gl_has_extension("GL_EXT_texture_compression_s3tc");
  has_s3tc_srgb = gl_has_extension("GL_EXT_texture_compression_s3tc_srgb");
  has_rgtc = gl_has_extension("GL_EXT_texture_compression_rgtc");
  has_bptc = gl_has_extension("GL_EXT_texture_compression_bptc");
  has_astc = gl_has_extension("GL_KHR_texture_compression_astc_ldr");
  gpu_mesh_start();
  if (!gpu_objects) fputs("There is not enough memory for the assets\n", stderr);
  return gpu_objects != NULL;
}

/** The asset of a handle that is drawn for the first time; null otherwise. */
static const BundleAsset *first_use(int32_t handle, uint32_t type) {
  if (handle < 0 || (uint32_t)handle >= bundle_asset_count || gpu_objects[handle].tried) return NULL;
  if (bundle_assets[handle].type != type) return NULL;
  gpu_objects[handle].tried = true;
  return &bundle_assets[handle];
}

static GpuAsset *object_of(int32_t handle) {
  static GpuAsset none;
  return handle < 0 || (uint32_t)handle >= bundle_asset_count ? &none : &gpu_objects[handle];
}

/** A length-prefixed text of the blob; empty where it is outside. */
static const uint8_t *read_text(const BundleAsset *asset, uint32_t offset, uint32_t *length) {
  blob_read_struct(asset, offset, length, sizeof *length);
  if (!blob_inside(asset, (uint64_t)offset + 4, *length)) *length = 0;
  return asset->bytes + offset + 4;
}

/** Copies a text into a buffer as a C string, cut to its size. */
static const char *read_name(const BundleAsset *asset, uint32_t offset, char *buffer, uint32_t capacity) {
  uint32_t length;
  const uint8_t *text = read_text(asset, offset, &length);
  if (length >= capacity) length = capacity - 1;
  memcpy(buffer, text, length);
  buffer[length] = 0;
  return buffer;
}

/** The handle of the asset that a row of a blob's references names. */
static int32_t referenced(const BundleAsset *asset, int32_t row) {
  FpkgBlobHeader header;
  FpkgBlobReference reference;
  blob_read_struct(asset, 0, &header, sizeof header);
  if (row < 0 || (uint32_t)row >= header.reference_count) return -1;
  blob_read_struct(asset, header.references + (uint64_t)row * sizeof reference, &reference, sizeof reference);
  return bundle_find(reference.id);
}

static GLuint fill_buffer(GLenum target, const void *data, GLsizeiptr size) {
  GLuint buffer;
  gl.GenBuffers(1, &buffer);
  gl.BindBuffer(target, buffer);
  gl.BufferData(target, size, data, GL_STATIC_DRAW);
  return buffer;
}

const GpuMesh *gpu_mesh(int32_t handle) {
  const BundleAsset *asset = first_use(handle, FPKG_ASSET_TYPE_MESH);
  if (asset) gpu_objects[handle].mesh = gpu_mesh_make(asset);
  return object_of(handle)->mesh;
}

static GpuMaterial *make_material(const BundleAsset *asset) {
  GpuMaterial *material = calloc(1, sizeof *material);
  if (!material) return NULL;
  blob_read_struct(asset, 0, &material->header, sizeof material->header);
  const FpkgMaterialHeader *header = &material->header;
  bool is_sound = header->depth_test <= FPKG_DEPTH_TEST_LESS_EQUAL && blob_inside(asset, header->uniforms, header->uniforms_size) &&
    blob_inside(asset, header->bindings, (uint64_t)header->binding_count * sizeof(FpkgTextureBinding));
  material->textures = is_sound ? calloc(header->binding_count + 1u, sizeof *material->textures) : NULL;
  if (!material->textures) {
    blob_report(asset, "the material is damaged");
    free(material);
    return NULL;
  }
  material->shader = referenced(asset, header->shader);
  if (header->uniforms_size > 0) {
    material->uniforms = fill_buffer(GL_UNIFORM_BUFFER, asset->bytes + header->uniforms, header->uniforms_size);
  }
  for (uint32_t i = 0; i < header->binding_count; i++) {
    FpkgTextureBinding binding;
    blob_read_struct(asset, header->bindings + (uint64_t)i * sizeof binding, &binding, sizeof binding);
    material->textures[i] = (GpuTextureUse){binding.unit, referenced(asset, binding.texture)};
  }
  material->texture_count = header->binding_count;
  return material;
}

const GpuMaterial *gpu_material(int32_t handle) {
  const BundleAsset *asset = first_use(handle, FPKG_ASSET_TYPE_MATERIAL);
  if (asset) gpu_objects[handle].material = make_material(asset);
  return object_of(handle)->material;
}

static bool compile_stage(const BundleAsset *asset, GLuint program, GLenum type, uint32_t text_offset) {
  uint32_t length;
  const GLchar *text = (const GLchar *)read_text(asset, text_offset, &length);
  GLint text_length = (GLint)length, is_good = 0;
  GLuint stage = gl.CreateShader(type);
  gl.ShaderSource(stage, 1, &text, &text_length);
  gl.CompileShader(stage);
  gl.GetShaderiv(stage, GL_COMPILE_STATUS, &is_good);
  if (!is_good) {
    char log[2048] = "";
    gl.GetShaderInfoLog(stage, sizeof log, NULL, log);
    blob_report(asset, log);
  }
  gl.AttachShader(program, stage);
  gl.DeleteShader(stage);
  return is_good;
}

/** Binds blocks and samplers to the places that the blob names. */
static void bind_interface(const BundleAsset *asset, const FpkgShaderHeader *header, GLuint program) {
  char name[256];
  for (uint32_t i = 0; i < header->block_count; i++) {
    FpkgShaderBlock block;
    blob_read_struct(asset, header->blocks + (uint64_t)i * sizeof block, &block, sizeof block);
    GLuint index = gl.GetUniformBlockIndex(program, read_name(asset, block.name, name, sizeof name));
    if (index != GL_INVALID_INDEX) gl.UniformBlockBinding(program, index, block.binding);
  }
  gl.UseProgram(program);
  for (uint32_t unit = 0; unit < header->sampler_count; unit++) {
    FpkgShaderSampler sampler;
    blob_read_struct(asset, header->samplers + (uint64_t)unit * sizeof sampler, &sampler, sizeof sampler);
    gl.Uniform1i(gl.GetUniformLocation(program, read_name(asset, sampler.name, name, sizeof name)), (GLint)unit);
  }
}

static GLuint make_program(const BundleAsset *asset, uint32_t row) {
  FpkgShaderHeader header;
  FpkgShaderVariant variant;
  blob_read_struct(asset, 0, &header, sizeof header);
  blob_read_struct(asset, header.variants + (uint64_t)row * sizeof variant, &variant, sizeof variant);
  GLuint program = gl.CreateProgram();
  if (!compile_stage(asset, program, GL_VERTEX_SHADER, variant.vertex)) return 0;
  if (!compile_stage(asset, program, GL_FRAGMENT_SHADER, variant.fragment)) return 0;
  for (uint32_t i = 0; i < header.attribute_count; i++) {
    char name[256];
    FpkgShaderAttribute attribute;
    blob_read_struct(asset, header.attributes + (uint64_t)i * sizeof attribute, &attribute, sizeof attribute);
    gl.BindAttribLocation(program, attribute.location, read_name(asset, attribute.name, name, sizeof name));
  }
  gl.LinkProgram(program);
  GLint is_good = 0;
  gl.GetProgramiv(program, GL_LINK_STATUS, &is_good);
  if (!is_good) {
    char log[2048] = "";
    gl.GetProgramInfoLog(program, sizeof log, NULL, log);
    blob_report(asset, log);
    return 0;
  }
  bind_interface(asset, &header, program);
  return program;
}

/** Room for the programs of all variants, whose tables are all inside the blob. */
static void start_shader(const BundleAsset *asset, GpuAsset *object) {
  FpkgShaderHeader header;
  blob_read_struct(asset, 0, &header, sizeof header);
  bool is_sound = blob_inside(asset, header.variants, (uint64_t)header.variant_count * sizeof(FpkgShaderVariant)) &&
    blob_inside(asset, header.blocks, (uint64_t)header.block_count * sizeof(FpkgShaderBlock)) &&
    blob_inside(asset, header.samplers, (uint64_t)header.sampler_count * sizeof(FpkgShaderSampler)) &&
    blob_inside(asset, header.attributes, (uint64_t)header.attribute_count * sizeof(FpkgShaderAttribute));
  object->programs = is_sound ? calloc(header.variant_count + 1u, sizeof *object->programs) : NULL;
  if (object->programs) object->variant_count = header.variant_count;
  else blob_report(asset, "the shader is damaged");
}

GLuint gpu_shader(int32_t handle, uint32_t variant) {
  const BundleAsset *asset = first_use(handle, FPKG_ASSET_TYPE_SHADER);
  GpuAsset *object = object_of(handle);
  if (asset) start_shader(asset, object);
  if (variant >= object->variant_count) return 0;
  GpuProgram *made = &object->programs[variant];
  if (!made->tried) {
    made->tried = true;
    made->program = make_program(&bundle_assets[handle], variant);
  }
  return made->program;
}

/** The driver's name of a block format, 0 where it has none. */
static GLenum compressed_format(uint32_t format) {
  switch (format) {
    case FPKG_TEXTURE_FORMAT_BC1: return has_s3tc ? GL_COMPRESSED_RGBA_S3TC_DXT1_EXT : 0;
    case FPKG_TEXTURE_FORMAT_BC1_SRGB: return has_s3tc_srgb ? GL_COMPRESSED_SRGB_ALPHA_S3TC_DXT1_EXT : 0;
    case FPKG_TEXTURE_FORMAT_BC3: return has_s3tc ? GL_COMPRESSED_RGBA_S3TC_DXT5_EXT : 0;
    case FPKG_TEXTURE_FORMAT_BC3_SRGB: return has_s3tc_srgb ? GL_COMPRESSED_SRGB_ALPHA_S3TC_DXT5_EXT : 0;
    case FPKG_TEXTURE_FORMAT_BC4: return has_rgtc ? GL_COMPRESSED_RED_RGTC1_EXT : 0;
    case FPKG_TEXTURE_FORMAT_BC5: return has_rgtc ? GL_COMPRESSED_RED_GREEN_RGTC2_EXT : 0;
    case FPKG_TEXTURE_FORMAT_BC7: return has_bptc ? GL_COMPRESSED_RGBA_BPTC_UNORM_EXT : 0;
    case FPKG_TEXTURE_FORMAT_BC7_SRGB: return has_bptc ? GL_COMPRESSED_SRGB_ALPHA_BPTC_UNORM_EXT : 0;
    // Every OpenGL ES 3 driver has ETC2 and EAC.
    case FPKG_TEXTURE_FORMAT_EAC_R: return GL_COMPRESSED_R11_EAC;
    case FPKG_TEXTURE_FORMAT_EAC_RG: return GL_COMPRESSED_RG11_EAC;
    case FPKG_TEXTURE_FORMAT_ETC2: return GL_COMPRESSED_RGB8_ETC2;
    case FPKG_TEXTURE_FORMAT_ETC2_SRGB: return GL_COMPRESSED_SRGB8_ETC2;
    case FPKG_TEXTURE_FORMAT_ETC2_ALPHA: return GL_COMPRESSED_RGBA8_ETC2_EAC;
    case FPKG_TEXTURE_FORMAT_ETC2_ALPHA_SRGB: return GL_COMPRESSED_SRGB8_ALPHA8_ETC2_EAC;
    case FPKG_TEXTURE_FORMAT_ASTC4X4: return has_astc ? GL_COMPRESSED_RGBA_ASTC_4x4_KHR : 0;
    case FPKG_TEXTURE_FORMAT_ASTC4X4_SRGB: return has_astc ? GL_COMPRESSED_SRGB8_ALPHA8_ASTC_4x4_KHR : 0;
    case FPKG_TEXTURE_FORMAT_ASTC5X4: return has_astc ? GL_COMPRESSED_RGBA_ASTC_5x4_KHR : 0;
    case FPKG_TEXTURE_FORMAT_ASTC5X4_SRGB: return has_astc ? GL_COMPRESSED_SRGB8_ALPHA8_ASTC_5x4_KHR : 0;
    case FPKG_TEXTURE_FORMAT_ASTC5X5: return has_astc ? GL_COMPRESSED_RGBA_ASTC_5x5_KHR : 0;
    case FPKG_TEXTURE_FORMAT_ASTC5X5_SRGB: return has_astc ? GL_COMPRESSED_SRGB8_ALPHA8_ASTC_5x5_KHR : 0;
    case FPKG_TEXTURE_FORMAT_ASTC6X5: return has_astc ? GL_COMPRESSED_RGBA_ASTC_6x5_KHR : 0;
    case FPKG_TEXTURE_FORMAT_ASTC6X5_SRGB: return has_astc ? GL_COMPRESSED_SRGB8_ALPHA8_ASTC_6x5_KHR : 0;
    case FPKG_TEXTURE_FORMAT_ASTC6X6: return has_astc ? GL_COMPRESSED_RGBA_ASTC_6x6_KHR : 0;
    case FPKG_TEXTURE_FORMAT_ASTC6X6_SRGB: return has_astc ? GL_COMPRESSED_SRGB8_ALPHA8_ASTC_6x6_KHR : 0;
    case FPKG_TEXTURE_FORMAT_ASTC8X5: return has_astc ? GL_COMPRESSED_RGBA_ASTC_8x5_KHR : 0;
    case FPKG_TEXTURE_FORMAT_ASTC8X5_SRGB: return has_astc ? GL_COMPRESSED_SRGB8_ALPHA8_ASTC_8x5_KHR : 0;
    case FPKG_TEXTURE_FORMAT_ASTC8X6: return has_astc ? GL_COMPRESSED_RGBA_ASTC_8x6_KHR : 0;
    case FPKG_TEXTURE_FORMAT_ASTC8X6_SRGB: return has_astc ? GL_COMPRESSED_SRGB8_ALPHA8_ASTC_8x6_KHR : 0;
    case FPKG_TEXTURE_FORMAT_ASTC8X8: return has_astc ? GL_COMPRESSED_RGBA_ASTC_8x8_KHR : 0;
    case FPKG_TEXTURE_FORMAT_ASTC8X8_SRGB: return has_astc ? GL_COMPRESSED_SRGB8_ALPHA8_ASTC_8x8_KHR : 0;
    default: return 0;
  }
}

/** Bytes, or halves, of four channels: how glTexImage takes a format that is not compressed. */
typedef struct PlainFormat {
  GLint internal;
  GLenum type;
  uint32_t texel_size;
} PlainFormat;

/** False where the format is none of those. */
static bool plain_format(uint32_t format, PlainFormat *plain) {
  switch (format) {
    case FPKG_TEXTURE_FORMAT_RGBA8: *plain = (PlainFormat){GL_RGBA8, GL_UNSIGNED_BYTE, 4}; return true;
    case FPKG_TEXTURE_FORMAT_RGBA8_SRGB: *plain = (PlainFormat){GL_SRGB8_ALPHA8, GL_UNSIGNED_BYTE, 4}; return true;
    case FPKG_TEXTURE_FORMAT_RGBA16F: *plain = (PlainFormat){GL_RGBA16F, GL_HALF_FLOAT, 8}; return true;
    default: return false;
  }
}

static bool upload_level(const BundleAsset *asset, const FpkgTextureHeader *header, GLint index, const FpkgTextureLevel *level) {
  if (!blob_inside(asset, level->offset, level->size) || header->layer_count == 0) return false;
  GLsizei width = (GLsizei)level->width, height = (GLsizei)level->height, layers = (GLsizei)header->layer_count;
  const uint8_t *data = asset->bytes + level->offset;
  uint32_t picture_size = level->size / header->layer_count;
  bool is_array = header->shape == FPKG_TEXTURE_SHAPE_ARRAY;
  PlainFormat plain;
  GLenum compressed = compressed_format(header->format);
  if (!compressed) {
    if (!plain_format(header->format, &plain)) return false;
    if (picture_size != (uint64_t)level->width * level->height * plain.texel_size) return false;
  }
  if (is_array && compressed) {
    gl.CompressedTexImage3D(GL_TEXTURE_2D_ARRAY, index, compressed, width, height, layers, 0, (GLsizei)level->size, data);
  } else if (is_array) {
    gl.TexImage3D(GL_TEXTURE_2D_ARRAY, index, plain.internal, width, height, layers, 0, GL_RGBA, plain.type, data);
  } else {
    GLenum first = header->shape == FPKG_TEXTURE_SHAPE_CUBE ? GL_TEXTURE_CUBE_MAP_POSITIVE_X : GL_TEXTURE_2D;
    for (GLsizei layer = 0; layer < layers; layer++, data += picture_size) {
      GLenum target = first + (GLenum)layer;
      if (compressed) {
        gl.CompressedTexImage2D(target, index, compressed, width, height, 0, (GLsizei)picture_size, data);
      } else {
        gl.TexImage2D(target, index, plain.internal, width, height, 0, GL_RGBA, plain.type, data);
      }
    }
  }
  return true;
}

/** What a texture of the shape is bound to; a cube has six pictures, and what is flat one. 0 for a damaged one. */
static GLenum texture_target(const FpkgTextureHeader *header) {
  switch (header->shape) {
    case FPKG_TEXTURE_SHAPE_FLAT: return header->layer_count == 1 ? GL_TEXTURE_2D : 0;
    case FPKG_TEXTURE_SHAPE_CUBE: return header->layer_count == 6 ? GL_TEXTURE_CUBE_MAP : 0;
    case FPKG_TEXTURE_SHAPE_ARRAY: return GL_TEXTURE_2D_ARRAY;
    default: return 0;
  }
}

static GLuint make_texture(const BundleAsset *asset, const FpkgTextureHeader *header, GLenum target) {
  GLuint texture;
  gl.GenTextures(1, &texture);
  gl.BindTexture(target, texture);
  gl.PixelStorei(GL_UNPACK_ALIGNMENT, 1);
  for (uint32_t i = 0; i < header->level_count; i++) {
    FpkgTextureLevel level;
    blob_read_struct(asset, header->levels + (uint64_t)i * sizeof level, &level, sizeof level);
    if (!upload_level(asset, header, (GLint)i, &level)) {
      blob_report(asset, "this GPU cannot sample the texture's format");
      return 0;
    }
  }
  GLint minify = header->level_count > 1 ? GL_LINEAR_MIPMAP_LINEAR : GL_LINEAR;
  GLint wrap = target == GL_TEXTURE_CUBE_MAP ? GL_CLAMP_TO_EDGE : GL_REPEAT;
  gl.TexParameteri(target, GL_TEXTURE_MIN_FILTER, minify);
  gl.TexParameteri(target, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
  gl.TexParameteri(target, GL_TEXTURE_WRAP_S, wrap);
  gl.TexParameteri(target, GL_TEXTURE_WRAP_T, wrap);
  gl.TexParameteri(target, GL_TEXTURE_MAX_LEVEL, (GLint)header->level_count - 1);
  return texture;
}

void gpu_bind_texture(int32_t handle) {
  const BundleAsset *asset = first_use(handle, FPKG_ASSET_TYPE_TEXTURE);
  if (asset) {
    FpkgTextureHeader header;
    blob_read_struct(asset, 0, &header, sizeof header);
    bool has_levels = blob_inside(asset, header.levels, (uint64_t)header.level_count * sizeof(FpkgTextureLevel));
    GLenum target = has_levels ? texture_target(&header) : 0;
    gpu_objects[handle].target = target;
    if (target) gpu_objects[handle].object = make_texture(asset, &header, target);
    else blob_report(asset, "the texture is damaged");
  }
  const GpuAsset *texture = object_of(handle);
  gl.BindTexture(texture->target ? texture->target : GL_TEXTURE_2D, texture->object);
}

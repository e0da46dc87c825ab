/**
 * OpenGL ES 3.0 as the renderer uses it, without the system's headers: the driver is found when the program runs.
 * Values and signatures are those of the OpenGL ES 3.0 specification and its extension registry.
 */
#ifndef HX_GL_H
#define HX_GL_H

#include <stdbool.h>
#include <stdint.h>

typedef uint32_t GLenum, GLuint, GLbitfield;
typedef int32_t GLint, GLsizei;
typedef float GLfloat;
typedef uint8_t GLboolean, GLubyte;
typedef char GLchar;
typedef intptr_t GLintptr, GLsizeiptr;

enum {
  GL_DEPTH_BUFFER_BIT = 0x0100,
  GL_COLOR_BUFFER_BIT = 0x4000,
  GL_TRIANGLES = 0x0004,
  GL_ONE = 1,
  GL_SRC_ALPHA = 0x0302,
  GL_ONE_MINUS_SRC_ALPHA = 0x0303,
  GL_LESS = 0x0201,
  GL_LEQUAL = 0x0203,
  GL_ALWAYS = 0x0207,
  GL_FRONT = 0x0404,
  GL_BACK = 0x0405,
  GL_CULL_FACE = 0x0B44,
  GL_DEPTH_TEST = 0x0B71,
  GL_BLEND = 0x0BE2,
  GL_UNPACK_ALIGNMENT = 0x0CF5,
  GL_PACK_ALIGNMENT = 0x0D05,
  GL_TEXTURE_2D = 0x0DE1,
  GL_TEXTURE_CUBE_MAP = 0x8513,
  GL_TEXTURE_CUBE_MAP_POSITIVE_X = 0x8515,
  GL_TEXTURE_2D_ARRAY = 0x8C1A,
  GL_UNSIGNED_BYTE = 0x1401,
  GL_UNSIGNED_SHORT = 0x1403,
  GL_UNSIGNED_INT = 0x1405,
  GL_FLOAT = 0x1406,
  GL_HALF_FLOAT = 0x140B,
  GL_RGBA = 0x1908,
  GL_EXTENSIONS = 0x1F03,
  GL_LINEAR = 0x2601,
  GL_LINEAR_MIPMAP_LINEAR = 0x2703,
  GL_TEXTURE_MAG_FILTER = 0x2800,
  GL_TEXTURE_MIN_FILTER = 0x2801,
  GL_TEXTURE_WRAP_S = 0x2802,
  GL_TEXTURE_WRAP_T = 0x2803,
  GL_REPEAT = 0x2901,
  GL_CLAMP_TO_EDGE = 0x812F,
  GL_RGBA16F = 0x881A,
  GL_RGBA8 = 0x8058,
  GL_TEXTURE_MAX_LEVEL = 0x813D,
  GL_NUM_EXTENSIONS = 0x821D,
  GL_COMPRESSED_RGBA_S3TC_DXT1_EXT = 0x83F1,
  GL_COMPRESSED_RGBA_S3TC_DXT5_EXT = 0x83F3,
  GL_TEXTURE0 = 0x84C0,
  GL_ARRAY_BUFFER = 0x8892,
  GL_ELEMENT_ARRAY_BUFFER = 0x8893,
  GL_STATIC_DRAW = 0x88E4,
  GL_DYNAMIC_DRAW = 0x88E8,
  GL_UNIFORM_BUFFER = 0x8A11,
  GL_FRAGMENT_SHADER = 0x8B30,
  GL_VERTEX_SHADER = 0x8B31,
  GL_COMPILE_STATUS = 0x8B81,
  GL_LINK_STATUS = 0x8B82,
  GL_SRGB8_ALPHA8 = 0x8C43,
  GL_INT_2_10_10_10_REV = 0x8D9F,
  GL_COMPRESSED_SRGB_ALPHA_S3TC_DXT1_EXT = 0x8C4D,
  GL_COMPRESSED_SRGB_ALPHA_S3TC_DXT5_EXT = 0x8C4F,
  GL_COMPRESSED_R11_EAC = 0x9270,
  GL_COMPRESSED_RG11_EAC = 0x9272,
  GL_COMPRESSED_RGB8_ETC2 = 0x9274,
  GL_COMPRESSED_SRGB8_ETC2 = 0x9275,
  GL_COMPRESSED_RGBA8_ETC2_EAC = 0x9278,
  GL_COMPRESSED_SRGB8_ALPHA8_ETC2_EAC = 0x9279,
  GL_COMPRESSED_RGBA_ASTC_4x4_KHR = 0x93B0,
  GL_COMPRESSED_RGBA_ASTC_5x4_KHR = 0x93B1,
  GL_COMPRESSED_RGBA_ASTC_5x5_KHR = 0x93B2,
  GL_COMPRESSED_RGBA_ASTC_6x5_KHR = 0x93B3,
  GL_COMPRESSED_RGBA_ASTC_6x6_KHR = 0x93B4,
  GL_COMPRESSED_RGBA_ASTC_8x5_KHR = 0x93B5,
  GL_COMPRESSED_RGBA_ASTC_8x6_KHR = 0x93B6,
  GL_COMPRESSED_RGBA_ASTC_8x8_KHR = 0x93B7,
  GL_COMPRESSED_SRGB8_ALPHA8_ASTC_4x4_KHR = 0x93D0,
  GL_COMPRESSED_SRGB8_ALPHA8_ASTC_5x4_KHR = 0x93D1,
  GL_COMPRESSED_SRGB8_ALPHA8_ASTC_5x5_KHR = 0x93D2,
  GL_COMPRESSED_SRGB8_ALPHA8_ASTC_6x5_KHR = 0x93D3,
  GL_COMPRESSED_SRGB8_ALPHA8_ASTC_6x6_KHR = 0x93D4,
  GL_COMPRESSED_SRGB8_ALPHA8_ASTC_8x5_KHR = 0x93D5,
  GL_COMPRESSED_SRGB8_ALPHA8_ASTC_8x6_KHR = 0x93D6,
  GL_COMPRESSED_SRGB8_ALPHA8_ASTC_8x8_KHR = 0x93D7,
  GL_COMPRESSED_RED_RGTC1_EXT = 0x8DBB,
  GL_COMPRESSED_RED_GREEN_RGTC2_EXT = 0x8DBD,
  GL_COMPRESSED_RGBA_BPTC_UNORM_EXT = 0x8E8C,
  GL_COMPRESSED_SRGB_ALPHA_BPTC_UNORM_EXT = 0x8E8D,
};

#define GL_INVALID_INDEX 0xFFFFFFFFu

/** Every function in use: result, name without "gl", parameters. */
#define GL_FUNCTIONS(X) \
  X(void, ActiveTexture, (GLenum unit)) \
  X(void, AttachShader, (GLuint program, GLuint shader)) \
  X(void, BindAttribLocation, (GLuint program, GLuint location, const GLchar *name)) \
  X(void, BindBuffer, (GLenum target, GLuint buffer)) \
  X(void, BindBufferBase, (GLenum target, GLuint index, GLuint buffer)) \
  X(void, BindTexture, (GLenum target, GLuint texture)) \
  X(void, BindVertexArray, (GLuint array)) \
  X(void, BlendFunc, (GLenum source, GLenum destination)) \
  X(void, BufferData, (GLenum target, GLsizeiptr size, const void *data, GLenum usage)) \
  X(void, BufferSubData, (GLenum target, GLintptr offset, GLsizeiptr size, const void *data)) \
  X(void, Clear, (GLbitfield mask)) \
  X(void, ClearColor, (GLfloat red, GLfloat green, GLfloat blue, GLfloat alpha)) \
  X(void, CompileShader, (GLuint shader)) \
  X(void, CompressedTexImage2D, (GLenum target, GLint level, GLenum format, GLsizei width, GLsizei height, GLint border, GLsizei size, const void *data)) \
  X(void, CompressedTexImage3D, (GLenum target, GLint level, GLenum format, GLsizei width, GLsizei height, GLsizei depth, GLint border, GLsizei size, const void *data)) \
  X(GLuint, CreateProgram, (void)) \
  X(GLuint, CreateShader, (GLenum type)) \
  X(void, CullFace, (GLenum mode)) \
  X(void, DeleteShader, (GLuint shader)) \
  X(void, DepthFunc, (GLenum function)) \
  X(void, DepthMask, (GLboolean flag)) \
  X(void, Disable, (GLenum capability)) \
  X(void, DrawElements, (GLenum mode, GLsizei count, GLenum type, const void *offset)) \
  X(void, Enable, (GLenum capability)) \
  X(void, EnableVertexAttribArray, (GLuint location)) \
  X(void, Finish, (void)) \
  X(void, GenBuffers, (GLsizei count, GLuint *buffers)) \
  X(void, GenTextures, (GLsizei count, GLuint *textures)) \
  X(void, GenVertexArrays, (GLsizei count, GLuint *arrays)) \
  X(void, GetIntegerv, (GLenum name, GLint *values)) \
  X(void, GetProgramInfoLog, (GLuint program, GLsizei capacity, GLsizei *length, GLchar *log)) \
  X(void, GetProgramiv, (GLuint program, GLenum name, GLint *values)) \
  X(void, GetShaderInfoLog, (GLuint shader, GLsizei capacity, GLsizei *length, GLchar *log)) \
  X(void, GetShaderiv, (GLuint shader, GLenum name, GLint *values)) \
  X(const GLubyte *, GetStringi, (GLenum name, GLuint index)) \
  X(GLuint, GetUniformBlockIndex, (GLuint program, const GLchar *name)) \
  X(GLint, GetUniformLocation, (GLuint program, const GLchar *name)) \
  X(void, LinkProgram, (GLuint program)) \
  X(void, PixelStorei, (GLenum name, GLint value)) \
  X(void, ReadPixels, (GLint x, GLint y, GLsizei width, GLsizei height, GLenum format, GLenum type, void *pixels)) \
  X(void, ShaderSource, (GLuint shader, GLsizei count, const GLchar *const *texts, const GLint *lengths)) \
  X(void, TexImage2D, (GLenum target, GLint level, GLint internal, GLsizei width, GLsizei height, GLint border, GLenum format, GLenum type, const void *data)) \
  X(void, TexImage3D, (GLenum target, GLint level, GLint internal, GLsizei width, GLsizei height, GLsizei depth, GLint border, GLenum format, GLenum type, const void *data)) \
  X(void, TexParameteri, (GLenum target, GLenum name, GLint value)) \
  X(void, Uniform1i, (GLint location, GLint value)) \
  X(void, UniformBlockBinding, (GLuint program, GLuint block, GLuint binding)) \
  X(void, UseProgram, (GLuint program)) \
  X(void, VertexAttrib4f, (GLuint location, GLfloat x, GLfloat y, GLfloat z, GLfloat w)) \
  X(void, VertexAttribIPointer, (GLuint location, GLint size, GLenum type, GLsizei stride, const void *offset)) \
  X(void, VertexAttribPointer, (GLuint location, GLint size, GLenum type, GLboolean normalized, GLsizei stride, const void *offset)) \
  X(void, Viewport, (GLint x, GLint y, GLsizei width, GLsizei height))

typedef struct GlFunctions {
#define GL_MEMBER(result, name, parameters) result(*name) parameters;
  GL_FUNCTIONS(GL_MEMBER)
#undef GL_MEMBER
} GlFunctions;

/** The driver's functions, once gl_load has succeeded. */
extern GlFunctions gl;

/** Fills `gl` by asking `find` for each "gl..." name. Gives the first name that is missing, or null. */
const char *gl_load(void *(*find)(const char *name));

/** Does the driver have the extension? */
bool gl_has_extension(const char *name);

#endif

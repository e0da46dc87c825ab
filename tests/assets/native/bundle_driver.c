/**
 * The native runtime's loading of packages, without its window and its driver.
 *
 *   load FILE...          maps the files, loads them together and prints a line an asset, and what the reader has taken for itself
 *   fuzz ROUNDS FILE      loads damaged copies, each in a process of its own, and makes of their assets what is drawn and heard
 */
#undef malloc
#undef calloc
#undef free
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include "game/bundle.h"
#include "game/command_stream.h"
#include "game/crc32.h"
#include "game/gl.h"
#include "game/gpu_assets.h"
#include "game/sha256.h"
#include "sound/mixer.h"

/* ---- Memory: what the reader takes is counted, and refused past a cap ---- */

enum { MOST_MEMORY = 64 << 20, COUNT_SIZE = 16 };

static size_t taken;

void *counted_malloc(size_t size) {
  if (size > MOST_MEMORY - taken) {
    fprintf(stderr, "%zu bytes asked for\n", size);
    abort();
  }
  uint8_t *block = malloc(size + COUNT_SIZE);
  memcpy(block, &size, sizeof size);
  taken += size;
  return block + COUNT_SIZE;
}

void *counted_calloc(size_t count, size_t size) {
  if (size != 0 && count > SIZE_MAX / size) abort();
  return memset(counted_malloc(count * size), 0, count * size);
}

void counted_free(void *bytes) {
  if (!bytes) return;
  uint8_t *block = (uint8_t *)bytes - COUNT_SIZE;
  size_t size;
  memcpy(&size, block, sizeof size);
  taken -= size;
  free(block);
}

/* ---- What the reader calls ---- */

int32_t hx_asset_register(int32_t kind, const uint8_t *name, uint32_t length, const uint8_t *bytes, uint32_t size) {
  static int32_t count;
  (void)kind, (void)name, (void)length, (void)bytes, (void)size;
  return count++;
}

GlFunctions gl;

bool gl_has_extension(const char *name) {
  return name != NULL;
}

static void look_at(const void *data, size_t size) {
  static volatile uint8_t sum;
  for (size_t i = 0; i < size; i++) sum += ((const uint8_t *)data)[i];
}

#define STUB(result, name, parameters) \
  static result stub_##name parameters { return (result)1; }
GL_FUNCTIONS(STUB)

static void take_buffer(GLenum target, GLsizeiptr size, const void *data, GLenum usage) {
  (void)target, (void)usage;
  look_at(data, (size_t)size);
}

static void take_blocks(GLenum target, GLint level, GLenum format, GLsizei width, GLsizei height, GLint border, GLsizei size, const void *data) {
  (void)target, (void)level, (void)format, (void)width, (void)height, (void)border;
  look_at(data, (size_t)size);
}

static void take_block_layers(GLenum target, GLint level, GLenum format, GLsizei width, GLsizei height, GLsizei depth, GLint border, GLsizei size, const void *data) {
  (void)depth;
  take_blocks(target, level, format, width, height, border, size, data);
}

static void take_layers(GLenum target, GLint level, GLint internal, GLsizei width, GLsizei height, GLsizei depth, GLint border, GLenum format, GLenum type, const void *data) {
  (void)target, (void)level, (void)internal, (void)border, (void)format;
  look_at(data, (size_t)width * (size_t)height * (size_t)depth * (type == GL_HALF_FLOAT ? 8 : 4));
}

static void take_picture(GLenum target, GLint level, GLint internal, GLsizei width, GLsizei height, GLint border, GLenum format, GLenum type, const void *data) {
  take_layers(target, level, internal, width, height, 1, border, format, type, data);
}

static void take_texts(GLuint shader, GLsizei count, const GLchar *const *texts, const GLint *lengths) {
  (void)shader;
  for (GLsizei i = 0; i < count; i++) look_at(texts[i], (size_t)lengths[i]);
}

static void say_yes(GLuint object, GLenum name, GLint *values) {
  (void)object, (void)name;
  *values = 1;
}

static void name_one(GLsizei count, GLuint *names) {
  for (GLsizei i = 0; i < count; i++) names[i] = 1;
}

static void fill_gl(void) {
#define FILL(result, name, parameters) gl.name = stub_##name;
  GL_FUNCTIONS(FILL)
  gl.BufferData = take_buffer;
  gl.CompressedTexImage2D = take_blocks;
  gl.CompressedTexImage3D = take_block_layers;
  gl.TexImage2D = take_picture;
  gl.TexImage3D = take_layers;
  gl.ShaderSource = take_texts;
  gl.GetShaderiv = say_yes;
  gl.GetProgramiv = say_yes;
  gl.GenBuffers = gl.GenTextures = gl.GenVertexArrays = name_one;
}

static void make_everything(void) {
  fill_gl();
  if (!gpu_assets_start()) return;
  for (int32_t handle = 0; handle < (int32_t)bundle_asset_count; handle++) {
    gpu_mesh(handle);
    gpu_material(handle);
    gpu_bind_texture(handle);
    for (uint32_t variant = 0; variant < 4; variant++) gpu_shader(handle, variant);
  }
}

/** All sounds at once, from the beginning and from a later place, once and round their loops. */
static void hear_everything(void) {
  enum { WAYS = 4, MOST_SOUNDS = 16, FRAMES = 2400 };
  static uint32_t words[MOST_SOUNDS * WAYS * VOICE_WORDS];
  static float frames[FRAMES * MIX_CHANNELS];
  uint32_t count = 0;
  for (uint32_t handle = 0; handle < bundle_asset_count && handle < MOST_SOUNDS; handle++) {
    for (uint32_t way = 0; way < WAYS; way++, count++) {
      float state[] = {way < 2 ? 0 : 7.3f, 0.1f, way % 2 == 0 ? 1 : 5.7f};
      uint32_t *voice = words + count * VOICE_WORDS;
      voice[0] = count;
      voice[1] = handle;
      voice[2] = way % 2;
      memcpy(voice + 3, state, sizeof state);
    }
  }
  mixer_follow(words, count);
  mixer_mix(FRAMES, frames);
  mixer_follow(NULL, 0);
  look_at(frames, sizeof frames);
}

/* ---- load ---- */

static bool lies_in(const BundleFile *files, uint32_t count, const uint8_t *bytes) {
  for (uint32_t i = 0; i < count; i++) {
    if (bytes >= files[i].bytes && bytes < files[i].bytes + files[i].size) return true;
  }
  return false;
}

static int load(uint32_t count, char **paths) {
  BundleFile files[16];
  for (uint32_t i = 0; i < count; i++) {
    if (!bundle_map(paths[i], &files[i])) return 2;
  }
  const char *problem = bundle_load(files, count);
  if (problem) {
    puts(problem);
    return 1;
  }
  size_t unpacked = 0;
  for (uint32_t i = 0; i < bundle_asset_count; i++) {
    const BundleAsset *asset = &bundle_assets[i];
    bool is_mapped = lies_in(files, count, asset->bytes);
    if (!is_mapped) unpacked += asset->size;
    printf("%.*s %u %s %u %08x\n", (int)asset->name_length, (const char *)asset->name, asset->size, is_mapped ? "mapped" : "unpacked",
      (unsigned)((uintptr_t)asset->bytes % 256), crc32(asset->bytes, asset->size));
  }
  printf("reader %zu\n", taken - unpacked);
  return 0;
}

/* ---- fuzz ---- */

static uint32_t random_state = 1;

static uint32_t random_below(uint32_t limit) {
  random_state = random_state * 1664525u + 1013904223u;
  return (uint32_t)(((uint64_t)random_state * limit) >> 32);
}

static void damage(uint8_t *bytes, uint32_t from, uint32_t to) {
  static const uint32_t edges[] = {0, 1, 0x7fffffff, 0x80000000, 0xfffffff0, 0xffffffff};
  for (uint32_t edit = random_below(4) + 1; edit > 0; edit--) {
    // Most of the meaning is in the first bytes.
    uint32_t most = random_below(2) && to - from > 256 ? 256 : to - from;
    uint32_t at = from + random_below(most);
    if (random_below(2)) bytes[at] = (uint8_t)random_below(256);
    else if ((at &= ~3u) + 4 <= to) memcpy(bytes + at, &edges[random_below(6)], 4);
  }
}

/** Checksums and content hash of what is there now, so that what lies behind them is reached. */
static void repair(uint8_t *bytes, uint32_t size) {
  FpkgFileHeader *header = (void *)bytes;
  FpkgSectionEntry *sections = (void *)(bytes + sizeof *header);
  if (header->section_count > 8) return;
  Sha256 sum = sha256_start();
  for (uint32_t i = 0; i < header->section_count; i++) {
    FpkgSectionEntry *section = &sections[i];
    if (section->offset > size || section->size > size - section->offset || memcmp(section->kind, "BLOB", 4) == 0) continue;
    if (memcmp(section->kind, "CHNK", 4) != 0) sha256_add(&sum, bytes + section->offset, section->size);
    if (memcmp(section->kind, "CHNK", 4) == 0 && section->offset % 8 == 0) {
      FpkgChunkEntry *chunks = (void *)(bytes + section->offset);
      for (uint64_t k = 0; k < section->size / sizeof *chunks; k++) {
        if (chunks[k].offset > size || chunks[k].stored_size > size - chunks[k].offset) continue;
        chunks[k].crc = crc32(bytes + chunks[k].offset, chunks[k].stored_size);
      }
    }
    section->crc = crc32(bytes + section->offset, section->size);
  }
  header->table_crc = crc32(bytes + sizeof *header, header->section_count * sizeof *sections);
  header->file_size = size;
  sha256_finish(&sum, header->content_hash);
}

/** In front of a page that cannot be read, as near as the alignment of files lets it be. */
static uint8_t *beside_guard(uint32_t size) {
  size_t page = 4096, room = (size + page - 1) / page * page;
  uint8_t *area = mmap(NULL, room + page, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (area == MAP_FAILED || mprotect(area + room, page, PROT_NONE) != 0) abort();
  return area + (room - size) / 256 * 256;
}

/** One damaged copy; 0 where it loads all the same, 1 where it is refused. */
static int survive(const BundleFile *valid, uint32_t round) {
  random_state = round * 2654435761u + 1;
  uint32_t size = (uint32_t)valid->size;
  uint32_t blobs = (uint32_t)((const FpkgSectionEntry *)(const void *)(valid->bytes + sizeof(FpkgFileHeader)))[6].offset;
  uint32_t kind = round % 3;
  if (kind == 0 && random_below(4) == 0) size = random_below(size) + 1;
  uint8_t *bytes = beside_guard(size);
  memcpy(bytes, valid->bytes, size);
  if (kind == 0) damage(bytes, 0, size);
  if (kind == 1) damage(bytes, 0, blobs);
  if (kind == 2) {
    // At a chunk's start, where a blob's header is, or anywhere.
    uint32_t start = blobs + random_below((size - blobs) / 256) * 256;
    damage(bytes, random_below(2) ? start : blobs, size);
  }
  if (kind != 0) repair(bytes, size);
  BundleFile file = {bytes, size};
  if (bundle_load(&file, 1)) return 1;
  make_everything();
  hear_everything();
  return 0;
}

static int fuzz(uint32_t rounds, const char *path) {
  BundleFile valid;
  uint32_t refused = 0;
  if (!bundle_map(path, &valid)) return 2;
  for (uint32_t round = 0; round < rounds; round++) {
    pid_t child = fork();
    if (child == 0) {
      if (!freopen("/dev/null", "w", stderr)) _exit(3);
      alarm(10);
      _exit(survive(&valid, round));
    }
    int status;
    if (child < 0 || waitpid(child, &status, 0) < 0) return 2;
    if (!WIFEXITED(status) || WEXITSTATUS(status) > 1) {
      printf("round %u: %s %d\n", round, WIFEXITED(status) ? "status" : "signal", WIFEXITED(status) ? WEXITSTATUS(status) : WTERMSIG(status));
      return 1;
    }
    refused += (uint32_t)WEXITSTATUS(status);
  }
  printf("refused %u of %u\n", refused, rounds);
  return 0;
}

int main(int count, char **arguments) {
  if (count > 2 && strcmp(arguments[1], "load") == 0) return load((uint32_t)count - 2, arguments + 2);
  if (count == 4 && strcmp(arguments[1], "fuzz") == 0) return fuzz((uint32_t)atoi(arguments[2]), arguments[3]);
  if (count == 4 && strcmp(arguments[1], "round") == 0) {
    BundleFile valid;
    return bundle_map(arguments[3], &valid) ? survive(&valid, (uint32_t)atoi(arguments[2])) : 2;
  }
  return 2;
}

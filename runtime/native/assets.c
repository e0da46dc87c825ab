/** The compiled assets that a program can read, by handle. Whoever loads packages registers them here. */
#include "inline.h"

#include "fatal.h"
#include "utf8.h"

#define MOST_ASSETS 4096
#define MOST_NAME 200

typedef struct Asset {
  int32_t kind;
  int32_t version;
  const uint8_t *bytes;
  uint32_t size;
  uint32_t name_length;
  const uint8_t *name;
} Asset;

static Asset *assets;
static int32_t asset_count;

static bool has_name(const Asset *asset, int32_t kind, const uint8_t *name, uint32_t length) {
  return asset->kind == kind && asset->name_length == length && __builtin_memcmp(asset->name, name, length) == 0;
}

/** Gives the number of assets where there is none such. */
static int32_t find(int32_t kind, const uint8_t *name, uint32_t length) {
  int32_t handle = 0;
  while (handle < asset_count && !has_name(&assets[handle], kind, name, length)) handle++;
  return handle;
}

static Asset *add(int32_t kind, const uint8_t *name, uint32_t length) {
  if (assets == NULL) assets = hx_take_table(MOST_ASSETS * sizeof(Asset));
  if (asset_count == MOST_ASSETS) hx_fatal("More than 4096 assets");
  Asset *asset = &assets[asset_count++];
  uint8_t *copy = hx_take_permanent(length);
  __builtin_memcpy(copy, name, length);
  *asset = (Asset){.kind = kind, .name = copy, .name_length = length};
  return asset;
}

int32_t hx_asset_register(int32_t kind, const uint8_t *name, uint32_t length, const uint8_t *bytes, uint32_t size) {
  int32_t handle = find(kind, name, length);
  bool is_new = handle == asset_count;
  Asset *asset = is_new ? add(kind, name, length) : &assets[handle];
  asset->version += !is_new;
  asset->bytes = bytes;
  asset->size = size;
  return handle;
}

int32_t hx_asset_find(int32_t kind, HxString *name) {
  uint8_t bytes[MOST_NAME];
  uint32_t at = 0;
  if (name == NULL) return -1;
  uint32_t length = hx_encode_utf8(name->units, (uint32_t)name->length, &at, bytes, MOST_NAME);
  if (at != (uint32_t)name->length) return -1;
  int32_t handle = find(kind, bytes, length);
  return handle == asset_count ? -1 : handle;
}

int32_t hx_asset_version(int32_t handle) {
  return (uint32_t)handle < (uint32_t)asset_count ? assets[handle].version : 0;
}

int32_t hx_asset_size(int32_t handle) {
  return (uint32_t)handle < (uint32_t)asset_count ? (int32_t)assets[handle].size : 0;
}

/** Where `count` bytes at the offset stand; null, and an exception, where the blob has none such. */
static const uint8_t *bytes_at(int32_t handle, int32_t offset, uint32_t count) {
  uint32_t size = (uint32_t)hx_asset_size(handle);
  if (offset >= 0 && (uint32_t)offset <= size && size - (uint32_t)offset >= count) return assets[handle].bytes + offset;
  hx_throw_text("Asset read out of range");
  return NULL;
}

int32_t hx_asset_read_int(int32_t handle, int32_t offset) {
  int32_t value = 0;
  const uint8_t *bytes = bytes_at(handle, offset, sizeof value);
  if (bytes != NULL) __builtin_memcpy(&value, bytes, sizeof value);
  return value;
}

double hx_asset_read_float32(int32_t handle, int32_t offset) {
  return hx_f64_from_float32_bits(hx_asset_read_int(handle, offset));
}

double hx_asset_read_float64(int32_t handle, int32_t offset) {
  const uint8_t *bytes = bytes_at(handle, offset, 8);
  if (bytes == NULL) return 0.0;
  int32_t words[2];
  __builtin_memcpy(words, bytes, sizeof words);
  return hx_f64_from_bits(words[0], words[1]);
}

HxString *hx_asset_read_string(int32_t handle, int32_t offset) {
  uint32_t length = (uint32_t)hx_asset_read_int(handle, offset);
  if (hx_pending) return NULL;
  const uint8_t *bytes = bytes_at(handle, offset + 4, length);
  return bytes == NULL ? NULL : hx_string_from_utf8(bytes, length);
}

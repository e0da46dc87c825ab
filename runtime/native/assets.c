/** The compiled assets that a program can read, by handle. Whoever loads packages registers them here. */
#include "inline.h"

#include "utf8.h"

#define MOST_NAME 200
#define FIRST_CAPACITY 256

typedef struct Asset {
  int32_t kind;
  int32_t version;
  const uint8_t *bytes;
  uint32_t size;
  uint32_t name_length;
  const uint8_t *name;
} Asset;

static Asset *assets;
static uint32_t asset_count;
static uint32_t capacity;
/** Twice the capacity: handles plus 1 by the hash of kind and name, with 0 for a free place. */
static uint32_t *places;

static bool has_name(const Asset *asset, int32_t kind, const uint8_t *name, uint32_t length) {
  return asset->kind == kind && asset->name_length == length && __builtin_memcmp(asset->name, name, length) == 0;
}

/** FNV-1a (http://www.isthe.com/chongo/tech/comp/fnv). */
static uint32_t hash_of(int32_t kind, const uint8_t *name, uint32_t length) {
  uint32_t hash = (0x811c9dc5u ^ (uint32_t)kind) * 0x01000193u;
  for (uint32_t at = 0; at < length; at++) hash = (hash ^ name[at]) * 0x01000193u;
  return hash;
}

/** The place of the asset, or the free one where it belongs. There is one, since at most half of the places are taken. */
static uint32_t *place_of(int32_t kind, const uint8_t *name, uint32_t length) {
  uint32_t last = capacity * 2 - 1;
  uint32_t at = hash_of(kind, name, length) & last;
  while (places[at] != 0 && !has_name(&assets[places[at] - 1], kind, name, length)) at = (at + 1) & last;
  return &places[at];
}

static void grow(void) {
  Asset *old_assets = assets;
  uint32_t old_capacity = capacity;
  if (old_capacity != 0) hx_give_back_table(places, old_capacity * 2 * sizeof(uint32_t));
  capacity = old_capacity == 0 ? FIRST_CAPACITY : old_capacity * 2;
  assets = hx_take_table(capacity * sizeof(Asset));
  places = hx_take_table(capacity * 2 * sizeof(uint32_t));
  __builtin_memset(places, 0, capacity * 2 * sizeof(uint32_t));
  if (old_capacity == 0) return;
  __builtin_memcpy(assets, old_assets, asset_count * sizeof(Asset));
  hx_give_back_table(old_assets, old_capacity * sizeof(Asset));
  for (uint32_t handle = 0; handle < asset_count; handle++)
    *place_of(assets[handle].kind, assets[handle].name, assets[handle].name_length) = handle + 1;
}

/** The handle, or -1. */
static int32_t find(int32_t kind, const uint8_t *name, uint32_t length) {
  return capacity == 0 ? -1 : (int32_t)*place_of(kind, name, length) - 1;
}

static int32_t add(int32_t kind, const uint8_t *name, uint32_t length) {
  if (asset_count == capacity) grow();
  uint8_t *copy = hx_take_permanent(length);
  __builtin_memcpy(copy, name, length);
  assets[asset_count] = (Asset){.kind = kind, .name = copy, .name_length = length};
  *place_of(kind, copy, length) = asset_count + 1;
  return (int32_t)asset_count++;
}

int32_t hx_asset_register(int32_t kind, const uint8_t *name, uint32_t length, const uint8_t *bytes, uint32_t size) {
  int32_t handle = find(kind, name, length);
  if (handle < 0) handle = add(kind, name, length);
  else assets[handle].version++;
  assets[handle].bytes = bytes;
  assets[handle].size = size;
  return handle;
}

int32_t hx_asset_find(int32_t kind, HxString *name) {
  uint8_t bytes[MOST_NAME];
  uint32_t at = 0;
  if (name == NULL) return -1;
  uint32_t length = hx_encode_utf8(name->units, (uint32_t)name->length, &at, bytes, MOST_NAME);
  if (at != (uint32_t)name->length) return -1;
  return find(kind, bytes, length);
}

int32_t hx_asset_version(int32_t handle) {
  return (uint32_t)handle < asset_count ? assets[handle].version : 0;
}

int32_t hx_asset_size(int32_t handle) {
  return (uint32_t)handle < asset_count ? (int32_t)assets[handle].size : 0;
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

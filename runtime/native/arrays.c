/** Growable arrays. A buffer that is replaced is shaded: it still stands for what the snapshot held. */
#include "inline.h"

#include "fatal.h"

#define LEAST_CAPACITY 4
#define MOST_ELEMENTS (1 << 28)

static HxElements *new_elements(int32_t capacity) {
  size_t bytes = sizeof(HxElements) + (size_t)capacity * sizeof(HxDyn);
  HxElements *elements = hx_allocate(&hx_elements_type, bytes);
  elements->capacity = (uint32_t)capacity;
  return elements;
}

static HxElements *elements_of(const HxArray *array) {
  return array->values == NULL ? NULL : (HxElements *)((uintptr_t)array->values - offsetof(HxElements, values));
}

static void fill(HxDyn *values, int32_t from, int32_t to, HxDyn value) {
  for (int32_t index = from; index < to; index++) values[index] = value;
}

static void copy_values(HxDyn *to, const HxDyn *from, int32_t count) {
  if (count > 0) __builtin_memcpy(to, from, (size_t)count * sizeof(HxDyn));
}

static void reserve(HxArray *array, int32_t capacity) {
  if (capacity <= array->capacity) return;
  if (capacity > MOST_ELEMENTS) hx_fatal("Out of memory: an array of more than 268435456 elements");
  HxElements *elements = new_elements(capacity);
  copy_values(elements->values, array->values, array->length);
  fill(elements->values, array->length, capacity, HX_NULL);
  if (hx_marking) hx_shade((HxObject *)elements_of(array));
  array->values = elements->values;
  array->capacity = capacity;
}

/** Half as much again, so that pushing takes constant time on average. */
static void reserve_with_room(HxArray *array, int32_t length) {
  if (length <= array->capacity) return;
  int32_t roomy = length < MOST_ELEMENTS / 2 ? length + length / 2 : length;
  reserve(array, roomy < LEAST_CAPACITY ? LEAST_CAPACITY : roomy);
}

/** What is about to be overwritten or cut off belongs to the snapshot. */
static void shade_range(const HxArray *array, int32_t from, int32_t to) {
  if (!hx_marking) return;
  for (int32_t index = from; index < to; index++) hx_shade_dyn(array->values[index]);
}

HxArray *hx_new_array(int32_t length, const HxDyn *elements) {
  HxArray *array = hx_allocate(&hx_array_type, sizeof(HxArray));
  reserve(array, length);
  copy_values(array->values, elements, length);
  array->length = length;
  return array;
}

int32_t hx_array_length(HxArray *array) {
  return array->length;
}

HxDyn hx_array_get(HxArray *array, int32_t index) {
  return hx_inline_array_get(array, index);
}

int32_t hx_array_get_i32(HxArray *array, int32_t index) {
  return hx_inline_array_get_i32(array, index);
}

double hx_array_get_f64(HxArray *array, int32_t index) {
  return hx_inline_array_get_f64(array, index);
}

int32_t hx_array_get_bool(HxArray *array, int32_t index) {
  return hx_inline_array_get_bool(array, index);
}

HxObject *hx_array_get_ref(HxArray *array, int32_t index) {
  return hx_inline_array_get_ref(array, index);
}

void hx_array_set(HxArray *array, int32_t index, HxDyn value, HxDyn zero) {
  if (index < 0) {
    hx_throw_text("Invalid array index");
    return;
  }
  if (index >= array->length) {
    reserve_with_room(array, index + 1);
    fill(array->values, array->length, index, zero);
    array->length = index + 1;
  }
  hx_inline_set_dyn(&array->values[index], value);
}

int32_t hx_array_push(HxArray *array, HxDyn value) {
  reserve_with_room(array, array->length + 1);
  array->values[array->length] = value;
  return ++array->length;
}

HxDyn hx_array_pop(HxArray *array) {
  if (array->length == 0) return HX_NULL;
  int32_t last = array->length - 1;
  HxDyn value = array->values[last];
  hx_inline_set_dyn(&array->values[last], HX_NULL);
  array->length = last;
  return value;
}

HxArray *hx_array_filled(int32_t length, HxDyn value) {
  HxArray *array = hx_new_array(0, NULL);
  hx_array_resize(array, length, value);
  return array;
}

void hx_array_resize(HxArray *array, int32_t length, HxDyn zero) {
  if (length < array->length) {
    int32_t kept = length < 0 ? 0 : length;
    shade_range(array, kept, array->length);
    fill(array->values, kept, array->length, HX_NULL);
    array->length = kept;
    return;
  }
  reserve(array, length);
  fill(array->values, array->length, length, zero);
  array->length = length;
}

HxArray *hx_array_slice(HxArray *array, int32_t start, int32_t end) {
  return hx_new_array(end - start, array->values == NULL ? NULL : array->values + start);
}

void hx_array_blit(HxArray *src, int32_t src_at, HxArray *dst, int32_t dst_at, int32_t count) {
  if (count <= 0) return;
  shade_range(dst, dst_at, dst_at + count);
  __builtin_memmove(dst->values + dst_at, src->values + src_at, (size_t)count * sizeof(HxDyn));
}

/**
 * The short operations that generated C and the runtime itself have inline. Each says what its namesake in runtime.h
 * says; those are the same functions for callers that cannot include C.
 */
#ifndef HX_INLINE_H
#define HX_INLINE_H

#include "heap.h"
#include "runtime.h"

#define HX_LIKELY(test) __builtin_expect(!!(test), 1)
#define HX_UNLIKELY(test) __builtin_expect(!!(test), 0)

/** How generated code names what a reference is known to be. */
#define HX_OBJECT(pointer) ((HxObject *)(uintptr_t)(pointer))
#define HX_STRING(reference) ((HxString *)(reference))
#define HX_ARRAY(reference) ((HxArray *)(reference))
#define HX_BYTES(reference) ((HxBytes *)(reference))
#define HX_CELL(reference) ((HxCell *)(reference))
#define HX_ENUM(reference) ((HxEnumValue *)(reference))

/** On a function that must not become a loop. */
#ifdef __clang__
#define HX_REAL_CALLS __attribute__((disable_tail_calls, noinline))
#else
#define HX_REAL_CALLS
#endif

/** Code whose parameters are known where it is called. */
typedef void (*HxCode)(void);

/* ---- Dynamic values ---- */

static inline bool hx_inline_is_f64(HxDyn value) {
  return value < HX_FIRST_TAGGED;
}

static inline bool hx_inline_is_i32(HxDyn value) {
  return value >> 32 == HX_INT_TAG >> 32;
}

static inline double hx_inline_double_of(HxDyn word) {
  double value;
  __builtin_memcpy(&value, &word, sizeof value);
  return value;
}

static inline HxDyn hx_inline_from_i32(int32_t value) {
  return HX_INT_TAG | (uint32_t)value;
}

static inline HxDyn hx_inline_from_f64(double value) {
  HxDyn word;
  __builtin_memcpy(&word, &value, sizeof word);
  return word;
}

static inline HxDyn hx_inline_from_bool(int32_t value) {
  return HX_BOOL_TAG | (uint32_t)value;
}

static inline HxDyn hx_inline_from_ref(const void *object) {
  return HX_REF_TAG | (uint64_t)(uintptr_t)object;
}

static inline HxObject *hx_inline_ref(HxDyn value) {
  return value >= HX_REF_TAG ? (HxObject *)(uintptr_t)(value & HX_ADDRESS_MASK) : NULL;
}

static inline int32_t hx_inline_to_i32(HxDyn value) {
  return HX_LIKELY(hx_inline_is_i32(value)) ? (int32_t)(uint32_t)value : hx_dyn_to_i32(value);
}

static inline double hx_inline_to_f64(HxDyn value) {
  return HX_LIKELY(hx_inline_is_f64(value)) ? hx_inline_double_of(value) : hx_dyn_to_f64(value);
}

static inline int32_t hx_inline_to_bool(HxDyn value) {
  return value == HX_TRUE;
}

/** For words that are known to hold the kind: cells, captures, enum arguments. */
static inline int32_t hx_inline_low_word(HxDyn value) {
  return (int32_t)(uint32_t)value;
}

static inline HxObject *hx_inline_known_ref(HxDyn value) {
  return (HxObject *)(uintptr_t)(value & HX_ADDRESS_MASK);
}

static inline int32_t hx_inline_dyn_eq(HxDyn left, HxDyn right) {
  if (hx_inline_is_i32(left) && hx_inline_is_i32(right)) return left == right;
  return hx_dyn_eq(left, right);
}

/* ---- Stores ---- */

static inline void hx_inline_set_ref(HxObject **slot, HxObject *value) {
  if (HX_UNLIKELY(hx_marking)) hx_shade(*slot);
  *slot = value;
}

static inline void hx_inline_set_dyn(HxDyn *slot, HxDyn value) {
  if (HX_UNLIKELY(hx_marking)) hx_shade_dyn(*slot);
  *slot = value;
}

/* ---- Strings ---- */

static inline int32_t hx_inline_char_code_at(const HxString *text, int32_t index) {
  return (uint32_t)index < (uint32_t)text->length ? text->units[index] : -1;
}

/* ---- Arrays ---- */

static inline HxDyn hx_inline_array_get(const HxArray *array, int32_t index) {
  return (uint32_t)index < (uint32_t)array->length ? array->values[index] : HX_NULL;
}

static inline int32_t hx_inline_array_get_i32(const HxArray *array, int32_t index) {
  return (uint32_t)index < (uint32_t)array->length ? hx_inline_to_i32(array->values[index]) : 0;
}

static inline double hx_inline_array_get_f64(const HxArray *array, int32_t index) {
  return (uint32_t)index < (uint32_t)array->length ? hx_inline_to_f64(array->values[index]) : 0.0;
}

static inline int32_t hx_inline_array_get_bool(const HxArray *array, int32_t index) {
  return (uint32_t)index < (uint32_t)array->length ? hx_inline_to_bool(array->values[index]) : 0;
}

static inline HxObject *hx_inline_array_get_ref(const HxArray *array, int32_t index) {
  return (uint32_t)index < (uint32_t)array->length ? hx_inline_ref(array->values[index]) : NULL;
}

/** False where the index is negative, and an exception on its way. */
static inline bool hx_inline_array_set(HxArray *array, int32_t index, HxDyn value, HxDyn zero) {
  if (HX_LIKELY((uint32_t)index < (uint32_t)array->length)) {
    hx_inline_set_dyn(&array->values[index], value);
    return true;
  }
  hx_array_set(array, index, value, zero);
  return index >= 0;
}

static inline int32_t hx_inline_array_push(HxArray *array, HxDyn value) {
  if (HX_LIKELY(array->length < array->capacity)) {
    array->values[array->length] = value;
    return ++array->length;
  }
  return hx_array_push(array, value);
}

/* ---- Bytes ---- */

static inline int32_t hx_inline_bytes_get(const HxBytes *bytes, int32_t at) {
  return (uint32_t)at < (uint32_t)bytes->length ? bytes->bytes[at] : 0;
}

static inline int32_t hx_inline_bytes_get_uint16(const HxBytes *bytes, int32_t at) {
  uint16_t value;
  __builtin_memcpy(&value, bytes->bytes + at, sizeof value);
  return value;
}

static inline void hx_inline_bytes_set_uint16(HxBytes *bytes, int32_t at, int32_t value) {
  uint16_t low = (uint16_t)value;
  __builtin_memcpy(bytes->bytes + at, &low, sizeof low);
}

static inline int32_t hx_inline_bytes_get_int32(const HxBytes *bytes, int32_t at) {
  int32_t value;
  __builtin_memcpy(&value, bytes->bytes + at, sizeof value);
  return value;
}

static inline void hx_inline_bytes_set_int32(HxBytes *bytes, int32_t at, int32_t value) {
  __builtin_memcpy(bytes->bytes + at, &value, sizeof value);
}

/** The NaN that is a Float: others have the bits of tagged values. */
static inline double hx_inline_plain_nan(double value) {
  return HX_LIKELY(value == value) ? value : __builtin_nan("");
}

static inline double hx_inline_bytes_get_float32(const HxBytes *bytes, int32_t at) {
  float value;
  __builtin_memcpy(&value, bytes->bytes + at, sizeof value);
  return hx_inline_plain_nan(value);
}

static inline void hx_inline_bytes_set_float32(HxBytes *bytes, int32_t at, double value) {
  float narrow = (float)hx_inline_plain_nan(value);
  __builtin_memcpy(bytes->bytes + at, &narrow, sizeof narrow);
}

static inline double hx_inline_bytes_get_float64(const HxBytes *bytes, int32_t at) {
  double value;
  __builtin_memcpy(&value, bytes->bytes + at, sizeof value);
  return hx_inline_plain_nan(value);
}

static inline void hx_inline_bytes_set_float64(HxBytes *bytes, int32_t at, double value) {
  double plain = hx_inline_plain_nan(value);
  __builtin_memcpy(bytes->bytes + at, &plain, sizeof plain);
}

/* ---- Calls ---- */

static inline bool hx_inline_takes(const HxObject *closure, int32_t arity) {
  return HX_LIKELY(closure != NULL && closure->type == &hx_closure_type && ((const HxClosure *)closure)->arity == arity);
}

static inline HxDyn hx_inline_call_0(HxObject *closure) {
  if (!hx_inline_takes(closure, 0)) return hx_call(closure, 0, NULL);
  return ((HxDyn(*)(HxClosure *))((HxClosure *)closure)->code)((HxClosure *)closure);
}

static inline HxDyn hx_inline_call_1(HxObject *closure, HxDyn a) {
  if (!hx_inline_takes(closure, 1)) return hx_call(closure, 1, (HxDyn[]){a});
  return ((HxDyn(*)(HxClosure *, HxDyn))((HxClosure *)closure)->code)((HxClosure *)closure, a);
}

static inline HxDyn hx_inline_call_2(HxObject *closure, HxDyn a, HxDyn b) {
  if (!hx_inline_takes(closure, 2)) return hx_call(closure, 2, (HxDyn[]){a, b});
  return ((HxDyn(*)(HxClosure *, HxDyn, HxDyn))((HxClosure *)closure)->code)((HxClosure *)closure, a, b);
}

/* ---- Type tests ---- */

static inline int32_t hx_inline_is_class(const HxObject *object, const HxType *class) {
  if (object == NULL) return 0;
  const HxType *type = object->type;
  return type == class || (type->shape == HX_SHAPE_INSTANCE && type->depth > class->depth &&
                           type->ancestors[class->depth] == class);
}

/* ---- Numbers ---- */

/** From here on every double is whole. */
#define HX_WHOLE 4503599627370496.0

static inline double hx_inline_f64_floor(double value) {
  if (!(__builtin_fabs(value) < HX_WHOLE)) return value;
  double whole = (double)(int64_t)value;
  if (whole > value) whole -= 1.0;
  return __builtin_copysign(whole, value);
}

static inline int32_t hx_inline_f64_to_int(double value) {
  // Both bounds are tested so that NaN goes the slow way.
  if (HX_LIKELY(value > -2147483649.0 && value < 2147483648.0)) return (int32_t)value;
  return hx_f64_to_int(value);
}

static inline int32_t hx_inline_i32_mod(int32_t left, int32_t right) {
  // A divisor of 0 or -1 gives 0; adding 1 makes both small.
  return HX_LIKELY((uint32_t)right + 1 > 1) ? left % right : 0;
}

#endif

/** Conversions, comparison and hash of dynamic values. */
#include "inline.h"

static HxString *string_of(HxDyn value) {
  HxObject *object = hx_inline_ref(value);
  return object != NULL && object->type == &hx_string_type ? (HxString *)object : NULL;
}

static bool is_number(HxDyn value) {
  return hx_inline_is_f64(value) || hx_inline_is_i32(value);
}

int32_t hx_dyn_to_i32(HxDyn value) {
  if (hx_inline_is_i32(value)) return hx_inline_low_word(value);
  return hx_inline_is_f64(value) ? hx_f64_to_int(hx_inline_double_of(value)) : 0;
}

double hx_dyn_to_f64(HxDyn value) {
  if (hx_inline_is_f64(value)) return hx_inline_double_of(value);
  return hx_inline_is_i32(value) ? (double)hx_inline_low_word(value) : 0.0;
}

int32_t hx_dyn_to_bool(HxDyn value) {
  return hx_inline_to_bool(value);
}

HxObject *hx_dyn_to_ref(HxDyn value) {
  return hx_inline_ref(value);
}

HxDyn hx_dyn_from_i32(int32_t value) {
  return hx_inline_from_i32(value);
}

HxDyn hx_dyn_from_f64(double value) {
  return hx_inline_from_f64(value);
}

HxDyn hx_dyn_from_bool(int32_t value) {
  return hx_inline_from_bool(value);
}

HxDyn hx_dyn_from_ref(const void *object) {
  return hx_inline_from_ref(object);
}

int32_t hx_dyn_eq(HxDyn left, HxDyn right) {
  if (is_number(left)) return is_number(right) && hx_dyn_to_f64(left) == hx_dyn_to_f64(right);
  if (left == right) return 1;
  HxString *left_text = string_of(left);
  HxString *right_text = string_of(right);
  return left_text != NULL && right_text != NULL && hx_string_eq(left_text, right_text);
}

static int32_t kind_of_object(const HxObject *object) {
  switch (object->type->shape) {
    case HX_SHAPE_STRING:
      return 4;
    case HX_SHAPE_ARRAY:
      return 5;
    case HX_SHAPE_ENUM_VALUE:
      return 7;
    case HX_SHAPE_STRUCTURE:
      return 8;
    case HX_SHAPE_CLOSURE:
      return 9;
    case HX_SHAPE_TYPE:
      return 10;
    default:
      return 6;
  }
}

int32_t hx_dyn_kind(HxDyn value) {
  if (hx_inline_is_f64(value)) return hx_is_int(value) ? 1 : 2;
  if (hx_inline_is_i32(value)) return 1;
  if (value < HX_REF_TAG) return 3;
  return value == HX_NULL ? 0 : kind_of_object(hx_inline_ref(value));
}

static int32_t hash_double(double value) {
  int32_t whole = hx_f64_to_int(value);
  if ((double)whole == value) return whole;
  return (int32_t)((uint32_t)hx_f64_low_bits(value) * 31u + (uint32_t)hx_f64_high_bits(value));
}

int32_t hx_dyn_hash(HxDyn value) {
  if (hx_inline_is_f64(value)) return hash_double(hx_inline_double_of(value));
  if (value < HX_REF_TAG) return hx_inline_low_word(value);
  HxString *text = string_of(value);
  if (text != NULL) return hx_string_hash(text);
  // Objects never move, so their address will do.
  return (int32_t)(uint32_t)((value & HX_ADDRESS_MASK) >> 3);
}

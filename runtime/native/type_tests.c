/** What `is`, typed catches and casts ask of a value. */
#include "inline.h"

static const HxType *type_of(HxDyn value) {
  HxObject *object = hx_inline_ref(value);
  return object == NULL ? NULL : object->type;
}

static int32_t has_shape(HxDyn value, uint32_t shape) {
  const HxType *type = type_of(value);
  return type != NULL && type->shape == shape;
}

int32_t hx_is_class(HxDyn value, const HxType *class) {
  return hx_inline_is_class(hx_inline_ref(value), class);
}

int32_t hx_is_interface(HxDyn value, const HxType *interface) {
  const HxType *type = type_of(value);
  if (type == NULL) return 0;
  for (uint32_t index = 0; index < type->interface_count; index++)
    if (type->interfaces[index] == interface) return 1;
  return 0;
}

int32_t hx_is_enum(HxDyn value, const HxType *type) {
  return has_shape(value, HX_SHAPE_ENUM_VALUE) && type_of(value)->parent == type;
}

int32_t hx_is_int(HxDyn value) {
  if (hx_inline_is_i32(value)) return 1;
  if (!hx_inline_is_f64(value)) return 0;
  double number = hx_inline_double_of(value);
  return number >= -2147483648.0 && number <= 2147483647.0 && (double)(int32_t)number == number;
}

int32_t hx_is_float(HxDyn value) {
  return hx_inline_is_i32(value) || hx_inline_is_f64(value);
}

int32_t hx_is_bool(HxDyn value) {
  return value == HX_TRUE || value == HX_FALSE;
}

int32_t hx_is_string(HxDyn value) {
  return has_shape(value, HX_SHAPE_STRING);
}

int32_t hx_is_array(HxDyn value) {
  return has_shape(value, HX_SHAPE_ARRAY);
}

int32_t hx_is_function(HxDyn value) {
  return has_shape(value, HX_SHAPE_CLOSURE);
}

int32_t hx_is_dynamic(HxDyn value) {
  return value != HX_NULL;
}

int32_t hx_type_is_instance(HxDyn value, HxObject *type_value) {
  const HxType *type = (const HxType *)type_value;
  if (type->is_enum) return hx_is_enum(value, type);
  return type->shape == HX_SHAPE_NONE ? hx_is_interface(value, type) : hx_is_class(value, type);
}

void hx_throw_cast(HxDyn value, HxString *type_name) {
  HxString *text = hx_dyn_to_text(value);
  if (hx_pending) return;
  text = hx_string_concat(hx_ascii("Cannot cast "), text);
  hx_throw(hx_inline_from_ref(hx_string_concat(hx_string_concat(text, hx_ascii(" to ")), type_name)));
}

/** Enum values seen as values: number, name, arguments. */
#include "inline.h"

int32_t hx_enum_index(HxObject *value) {
  return (int32_t)value->type->index;
}

HxDyn hx_enum_param(HxObject *value, int32_t param) {
  return ((HxEnumValue *)value)->args[param];
}

HxObject *hx_enum_type(HxObject *value) {
  return HX_OBJECT(value->type->parent);
}

HxString *hx_enum_path(HxObject *value) {
  return value->type->parent->path;
}

HxString *hx_enum_constructor(HxObject *value) {
  return value->type->path;
}

HxArray *hx_enum_params(HxObject *value) {
  return hx_new_array((int32_t)value->type->field_count, ((HxEnumValue *)value)->args);
}

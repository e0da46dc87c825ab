/** Std.string for the runtime itself: uncaught exceptions and failed casts. The same text as haxe.internal.Show gives. */
#include "collect.h"
#include "inline.h"

/** Deeper than this a structure that holds itself would never end. */
#define DEEPEST 12

static HxString *text_of(HxDyn value, int32_t depth);

static HxString *append(HxString *text, const char *ascii) {
  return hx_string_concat(text, hx_ascii(ascii));
}

/** The values with commas between them. */
static HxString *list(HxString *text, const HxDyn *values, int32_t count, int32_t depth) {
  for (int32_t index = 0; index < count; index++) {
    if (index > 0) text = append(text, ",");
    text = hx_string_concat(text, text_of(values[index], depth + 1));
  }
  return text;
}

static HxString *enum_text(HxEnumValue *value, int32_t depth) {
  const HxType *type = value->object.type;
  if (type->field_count == 0) return type->path;
  return append(list(append(type->path, "("), value->args, (int32_t)type->field_count, depth), ")");
}

static HxString *result_text(HxDyn value) {
  return hx_pending || !hx_is_string(value) ? hx_ascii("") : (HxString *)hx_inline_ref(value);
}

static HxString *instance_text(HxObject *object) {
  HxDyn to_string = hx_dyn_get(object, hx_ascii("toString"), NULL);
  return hx_is_function(to_string) ? result_text(hx_call_0(hx_inline_ref(to_string))) : object->type->path;
}

static HxString *structure_text(HxStructure *structure, int32_t depth) {
  HxDyn to_string = hx_dyn_get(&structure->object, hx_ascii("toString"), NULL);
  if (hx_is_function(to_string)) return result_text(hx_call_0(hx_inline_ref(to_string)));
  HxString *text = hx_ascii("{");
  for (int32_t index = 0; index < structure->count; index++) {
    if (index > 0) text = append(text, ", ");
    text = append(hx_string_concat(text, structure->names[index]), ": ");
    text = hx_string_concat(text, text_of(structure->values[index], depth + 1));
  }
  return append(text, "}");
}

static HxString *type_text(const HxType *type) {
  return append(hx_string_concat(hx_ascii(type->is_enum ? "Enum<" : "Class<"), type->path), ">");
}

static HxString *object_text(HxObject *object, int32_t depth) {
  switch (object->type->shape) {
    case HX_SHAPE_STRING:
      return (HxString *)object;
    case HX_SHAPE_ARRAY: {
      HxArray *array = (HxArray *)object;
      return append(list(hx_ascii("["), array->values, array->length, depth), "]");
    }
    case HX_SHAPE_ENUM_VALUE:
      return enum_text((HxEnumValue *)object, depth);
    case HX_SHAPE_STRUCTURE:
      return structure_text((HxStructure *)object, depth);
    case HX_SHAPE_CLOSURE:
      return hx_ascii("<function>");
    case HX_SHAPE_TYPE:
      return type_text((const HxType *)object);
    default:
      return instance_text(object);
  }
}

static HxString *text_of(HxDyn value, int32_t depth) {
  if (depth > DEEPEST) return hx_ascii("<...>");
  if (hx_inline_is_f64(value)) return hx_string_from_float(hx_inline_double_of(value));
  if (hx_inline_is_i32(value)) return hx_string_from_int(hx_inline_low_word(value));
  if (value == HX_NULL) return hx_ascii("null");
  if (value < HX_REF_TAG) return hx_ascii(value == HX_TRUE ? "true" : "false");
  return object_text(hx_inline_ref(value), depth);
}

HxString *hx_dyn_to_text(HxDyn value) {
  hx_polls_held++;
  HxString *text = text_of(value, 0);
  hx_polls_held--;
  return text;
}

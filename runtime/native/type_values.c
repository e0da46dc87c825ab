/** Classes and enums seen as values: their names, what they declare, and the making of instances and enum values. */
#include "inline.h"

#include "reflect.h"
#include "roots.h"

static HxObject *type_value(const HxType *type) {
  return (HxObject *)(uintptr_t)type;
}

const HxClassInfo *hx_class_info(const HxType *type) {
  if (hx_running->class_infos == NULL || type->is_enum) return NULL;
  // String and Array are the runtime's own and do not know their numbers.
  uint32_t index = type->index;
  if (hx_running->classes[index] != type)
    for (index = 0; hx_running->classes[index] != type; index++)
      if (index + 1 == hx_running->class_count) return NULL;
  return &hx_running->class_infos[index];
}

/* ---- Classes ---- */

HxObject *hx_type_class_of(HxDyn value) {
  HxObject *object = hx_inline_ref(value);
  if (object == NULL) return NULL;
  switch (object->type->shape) {
    case HX_SHAPE_INSTANCE:
    case HX_SHAPE_STRING:
    case HX_SHAPE_ARRAY:
      return type_value(object->type);
    default:
      return NULL;
  }
}

HxString *hx_type_path(HxObject *type) {
  return type == NULL ? NULL : ((const HxType *)type)->path;
}

HxObject *hx_type_superclass(HxObject *type) {
  return type == NULL ? NULL : type_value(((const HxType *)type)->parent);
}

HxObject *hx_type_resolve(HxString *path) {
  for (uint32_t index = 0; index < hx_running->class_count; index++)
    if (hx_string_eq(hx_running->classes[index]->path, path)) return type_value(hx_running->classes[index]);
  return NULL;
}

int32_t hx_type_is_enum(HxObject *type) {
  return (int32_t)((const HxType *)type)->is_enum;
}

HxArray *hx_type_instance_fields(HxObject *type) {
  HxArray *names = hx_new_array(0, NULL);
  const HxClassInfo *info = hx_class_info((const HxType *)type);
  if (info == NULL) return names;
  for (uint32_t index = 0; index < info->name_count; index++)
    hx_array_push(names, hx_inline_from_ref(info->names[index]));
  return names;
}

HxArray *hx_type_class_fields(HxObject *type) {
  HxArray *names = hx_new_array(0, NULL);
  const HxClassInfo *info = hx_class_info((const HxType *)type);
  if (info == NULL) return names;
  for (uint32_t index = 0; index < info->static_count; index++)
    hx_array_push(names, hx_inline_from_ref(info->statics[index].name));
  for (uint32_t index = 0; index < info->function_count; index++)
    hx_array_push(names, hx_inline_from_ref(info->functions[index].name));
  return names;
}

HxObject *hx_type_create_empty(HxObject *type_object) {
  const HxType *type = (const HxType *)type_object;
  if (type->shape != HX_SHAPE_INSTANCE) {
    hx_throw(hx_inline_from_ref(hx_string_concat(type->path, hx_ascii(" has no instances"))));
    return NULL;
  }
  HxObject *object = hx_new(type);
  for (uint32_t index = 0; index < type->dyn_count; index++)
    *(HxDyn *)(void *)((uint8_t *)object + type->dyn_offsets[index]) = HX_NULL;
  return object;
}

HxObject *hx_type_create(HxObject *type, HxArray *args) {
  // Nothing else may hold the object while its constructor runs; in memory, where the collector looks, this does.
  HxObject *volatile object = hx_type_create_empty(type);
  const HxClassInfo *info = hx_class_info((const HxType *)type);
  if (hx_pending || info == NULL || info->constructor.code == NULL) return object;
  hx_closure_call(&hx_bind(object, &info->constructor)->object, args);
  return hx_pending ? NULL : object;
}

/* ---- Enums ---- */

HxObject *hx_type_resolve_enum(HxString *path) {
  for (uint32_t index = 0; index < hx_running->enum_count; index++)
    if (hx_string_eq(hx_running->enum_infos[index].type->path, path))
      return type_value(hx_running->enum_infos[index].type);
  return NULL;
}

static const HxEnumInfo *enum_info(const HxObject *type) {
  return &hx_running->enum_infos[((const HxType *)type)->index];
}

HxArray *hx_enum_constructors(HxObject *type) {
  const HxEnumInfo *info = enum_info(type);
  HxArray *names = hx_new_array(0, NULL);
  for (uint32_t index = 0; index < info->constructor_count; index++)
    hx_array_push(names, hx_inline_from_ref(info->constructors[index].type->path));
  return names;
}

int32_t hx_enum_arity(HxObject *type, int32_t index) {
  return (int32_t)enum_info(type)->constructors[index].type->field_count;
}

HxObject *hx_enum_create(HxObject *type, int32_t index, HxArray *args) {
  const HxConstructorInfo *constructor = &enum_info(type)->constructors[index];
  if (constructor->value != NULL) return constructor->value;
  uint32_t count = constructor->type->field_count;
  HxDyn values[count];
  for (uint32_t at = 0; at < count; at++)
    values[at] = hx_held_by(constructor->type->fields[at].kind, hx_array_get(args, (int32_t)at));
  return hx_new_enum(constructor->type, (int32_t)count, values);
}

/** Fields by name, of instances, structures, strings and arrays, and the static ones of classes. */
#include "inline.h"

#include "reflect.h"
#include "roots.h"

/** What HxFieldCache.kind says besides the HxKind of an instance's field. */
enum { IN_STRUCTURE = HX_KIND_DYN + 1 };

static bool same_name(HxString *left, HxString *right) {
  return left == right || hx_string_eq(left, right);
}

static int32_t find_in_structure(const HxStructure *structure, HxString *name) {
  for (int32_t index = 0; index < structure->count; index++)
    if (same_name(structure->names[index], name)) return index;
  return -1;
}

static const HxFieldInfo *find_field(const HxType *type, HxString *name) {
  if (type->shape != HX_SHAPE_INSTANCE) return NULL;
  for (uint32_t index = 0; index < type->field_count; index++)
    if (same_name(type->fields[index].name, name)) return &type->fields[index];
  return NULL;
}

/** The functions that can be read by name: an object's methods, or a class value's static functions. */
typedef struct Functions {
  const HxMethodInfo *infos;
  uint32_t count;
} Functions;

static Functions functions_of(const HxObject *object) {
  if (object->type->shape != HX_SHAPE_TYPE) return (Functions){object->type->methods, object->type->method_count};
  const HxClassInfo *info = hx_class_info((const HxType *)object);
  return info == NULL ? (Functions){NULL, 0} : (Functions){info->functions, info->function_count};
}

static const HxMethodInfo *find_function(const HxObject *object, HxString *name) {
  Functions functions = functions_of(object);
  for (uint32_t index = 0; index < functions.count; index++)
    if (same_name(functions.infos[index].name, name)) return &functions.infos[index];
  return NULL;
}

/** `get_NAME` or `set_NAME`, by the letter it begins with. */
static const HxMethodInfo *find_accessor(const HxObject *object, char letter, HxString *name) {
  const uint16_t prefix[] = {(uint16_t)letter, 'e', 't', '_'};
  Functions functions = functions_of(object);
  for (uint32_t index = 0; index < functions.count; index++) {
    const HxString *found = functions.infos[index].name;
    if (found->length != name->length + 4 || __builtin_memcmp(found->units, prefix, sizeof prefix) != 0) continue;
    if (__builtin_memcmp(found->units + 4, name->units, (size_t)name->length * 2) == 0) return &functions.infos[index];
  }
  return NULL;
}

static const HxStaticInfo *find_static(const HxObject *object, HxString *name) {
  const HxClassInfo *info = hx_class_info((const HxType *)object);
  for (uint32_t index = 0; info != NULL && index < info->static_count; index++)
    if (same_name(info->statics[index].name, name)) return &info->statics[index];
  return NULL;
}

static bool is_length(HxString *name) {
  static const uint16_t length[] = u"length";
  return name->length == 6 && __builtin_memcmp(name->units, length, 12) == 0;
}

/* ---- Reading ---- */

static HxDyn read_slot(uint32_t kind, const void *slot) {
  switch (kind) {
    case HX_KIND_I32:
      return hx_inline_from_i32(*(const int32_t *)slot);
    case HX_KIND_F64:
      return hx_inline_from_f64(*(const double *)slot);
    case HX_KIND_BOOL:
      return hx_inline_from_bool(*(const int32_t *)slot);
    case HX_KIND_REF:
      return hx_inline_from_ref(*(HxObject *const *)slot);
    default:
      return *(const HxDyn *)slot;
  }
}

static HxDyn read_field(const HxObject *object, uint32_t kind, uint32_t offset) {
  return read_slot(kind, (const uint8_t *)object + offset);
}

static HxDyn get_from_structure(const HxStructure *structure, HxString *name, HxFieldCache *cache) {
  int32_t index = find_in_structure(structure, name);
  if (index < 0) return HX_NULL;
  // A table in the heap may be freed and its place taken by another with different names.
  if (cache != NULL && !hx_in_heap(structure->names))
    *cache = (HxFieldCache){structure->names, IN_STRUCTURE, (uint32_t)index};
  return structure->values[index];
}

HxClosure *hx_bind(HxObject *object, const HxMethodInfo *method) {
  if (object->type->shape == HX_SHAPE_TYPE) return hx_new_closure(method->code, method->arity, 0, NULL);
  HxDyn receiver = hx_inline_from_ref(object);
  return hx_new_method(method->code, method->arity, 1, &receiver);
}

static HxDyn bind_named(HxObject *object, HxString *name) {
  const HxMethodInfo *function = find_function(object, name);
  return function == NULL ? HX_NULL : hx_inline_from_ref(hx_bind(object, function));
}

static HxDyn get_length(const HxObject *object) {
  bool is_string = object->type->shape == HX_SHAPE_STRING;
  return hx_inline_from_i32(is_string ? ((const HxString *)object)->length : ((const HxArray *)object)->length);
}

static bool get_static(const HxObject *object, HxString *name, HxDyn *value) {
  const HxStaticInfo *found = find_static(object, name);
  if (found != NULL) *value = read_slot(found->kind, found->variable);
  return found != NULL;
}

/** A stored field, or the length of a string or array; false where there is none such. */
static bool get_stored(HxObject *object, HxString *name, HxFieldCache *cache, HxDyn *value) {
  const HxType *type = object->type;
  if (type->shape == HX_SHAPE_TYPE) return get_static(object, name, value);
  const HxFieldInfo *field = find_field(type, name);
  if (field != NULL) {
    if (cache != NULL) *cache = (HxFieldCache){type, field->kind, field->offset};
    *value = read_field(object, field->kind, field->offset);
    return true;
  }
  if ((type->shape != HX_SHAPE_STRING && type->shape != HX_SHAPE_ARRAY) || !is_length(name)) return false;
  *value = get_length(object);
  return true;
}

static HxDyn get_slowly(HxObject *object, HxString *name, HxFieldCache *cache) {
  HxDyn value;
  if (object->type->shape == HX_SHAPE_STRUCTURE) return get_from_structure((HxStructure *)object, name, cache);
  if (get_stored(object, name, cache, &value)) return value;
  const HxMethodInfo *getter = find_accessor(object, 'g', name);
  if (getter != NULL) return hx_call_0(&hx_bind(object, getter)->object);
  return bind_named(object, name);
}

HxDyn hx_dyn_get(HxObject *object, HxString *name, HxFieldCache *cache) {
  if (cache != NULL && cache->key == object->type) return read_field(object, cache->kind, cache->offset);
  if (cache != NULL && object->type == &hx_structure_type) {
    const HxStructure *structure = (const HxStructure *)object;
    if (cache->key == structure->names && cache->kind == IN_STRUCTURE) return structure->values[cache->offset];
  }
  return get_slowly(object, name, cache);
}

/* ---- Writing ---- */

HxDyn hx_held_by(uint32_t kind, HxDyn value) {
  switch (kind) {
    case HX_KIND_I32:
      return hx_inline_from_i32(hx_dyn_to_i32(value));
    case HX_KIND_F64:
      return hx_inline_from_f64(hx_dyn_to_f64(value));
    case HX_KIND_BOOL:
      return hx_inline_from_bool(hx_dyn_to_bool(value));
    default:
      return value;
  }
}

static void write_slot(uint32_t kind, void *slot, HxDyn value) {
  switch (kind) {
    case HX_KIND_I32:
      *(int32_t *)slot = hx_dyn_to_i32(value);
      break;
    case HX_KIND_F64:
      *(double *)slot = hx_dyn_to_f64(value);
      break;
    case HX_KIND_BOOL:
      *(int32_t *)slot = hx_dyn_to_bool(value);
      break;
    case HX_KIND_REF:
      hx_inline_set_ref(slot, hx_inline_ref(value));
      break;
    default:
      hx_inline_set_dyn(slot, value);
      break;
  }
}

static HxNames *new_names(int32_t capacity) {
  HxNames *names = hx_allocate(&hx_names_type, sizeof(HxNames) + (size_t)capacity * sizeof(HxString *));
  names->capacity = (uint32_t)capacity;
  return names;
}

static HxElements *new_values(int32_t capacity) {
  HxElements *values = hx_allocate(&hx_elements_type, sizeof(HxElements) + (size_t)capacity * sizeof(HxDyn));
  values->capacity = (uint32_t)capacity;
  return values;
}

/** Gives the structure names and values of its own, without the field at `dropped` (-1 for none), with room for more. */
static void rebuild(HxStructure *structure, int32_t dropped, int32_t capacity) {
  HxNames *names = new_names(capacity);
  HxElements *values = new_values(capacity);
  int32_t count = 0;
  for (int32_t index = 0; index < structure->count; index++) {
    if (hx_marking) hx_shade((HxObject *)structure->names[index]);
    if (hx_marking) hx_shade_dyn(structure->values[index]);
    if (index == dropped) continue;
    names->names[count] = structure->names[index];
    values->values[count++] = structure->values[index];
  }
  structure->names = names->names;
  structure->values = values->values;
  structure->count = count;
  structure->capacity = capacity;
}

static void set_in_structure(HxStructure *structure, HxString *name, HxDyn value) {
  int32_t index = find_in_structure(structure, name);
  if (index >= 0) {
    hx_inline_set_dyn(&structure->values[index], value);
    return;
  }
  if (structure->count == structure->capacity || !hx_in_heap(structure->names))
    rebuild(structure, -1, structure->count + structure->count / 2 + 4);
  ((HxString **)(uintptr_t)structure->names)[structure->count] = name;
  structure->values[structure->count++] = value;
}

static void throw_no_field(HxObject *object, HxString *name) {
  HxString *text = hx_ascii("The value");
  if (object->type->shape == HX_SHAPE_INSTANCE) text = object->type->path;
  if (object->type->shape == HX_SHAPE_TYPE) text = ((const HxType *)object)->path;
  text = hx_string_concat(text, hx_ascii(" has no field "));
  hx_throw(hx_inline_from_ref(hx_string_concat(text, name)));
}

/** False where there is no stored field of that name. */
static bool set_stored(HxObject *object, HxString *name, HxDyn value) {
  if (object->type->shape == HX_SHAPE_STRUCTURE) {
    set_in_structure((HxStructure *)object, name, value);
    return true;
  }
  if (object->type->shape == HX_SHAPE_TYPE) {
    const HxStaticInfo *found = find_static(object, name);
    if (found != NULL) write_slot(found->kind, found->variable, value);
    return found != NULL;
  }
  const HxFieldInfo *field = find_field(object->type, name);
  if (field != NULL) write_slot(field->kind, (uint8_t *)object + field->offset, value);
  return field != NULL;
}

void hx_dyn_set(HxObject *object, HxString *name, HxDyn value) {
  if (set_stored(object, name, value)) return;
  const HxMethodInfo *setter = find_accessor(object, 's', name);
  if (setter == NULL) {
    throw_no_field(object, name);
  } else {
    hx_call_1(&hx_bind(object, setter)->object, value);
  }
}

/* ---- Reflect ---- */

static HxArray *names_of_structure(const HxStructure *structure) {
  HxArray *names = hx_new_array(0, NULL);
  for (int32_t index = 0; index < structure->count; index++)
    hx_array_push(names, hx_inline_from_ref(structure->names[index]));
  return names;
}

static HxArray *names_of_statics(const HxObject *object, HxArray *names) {
  const HxClassInfo *info = hx_class_info((const HxType *)object);
  for (uint32_t index = 0; info != NULL && index < info->static_count; index++)
    hx_array_push(names, hx_inline_from_ref(info->statics[index].name));
  return names;
}

HxArray *hx_reflect_fields(HxDyn value) {
  HxObject *object = hx_inline_ref(value);
  if (object != NULL && object->type->shape == HX_SHAPE_STRUCTURE) return names_of_structure((HxStructure *)object);
  HxArray *names = hx_new_array(0, NULL);
  if (object != NULL && object->type->shape == HX_SHAPE_TYPE) return names_of_statics(object, names);
  if (object == NULL || object->type->shape != HX_SHAPE_INSTANCE) return names;
  for (uint32_t index = 0; index < object->type->field_count; index++)
    hx_array_push(names, hx_inline_from_ref(object->type->fields[index].name));
  return names;
}

int32_t hx_reflect_has_field(HxDyn value, HxString *name) {
  HxObject *object = hx_inline_ref(value);
  if (object == NULL || name == NULL) return 0;
  if (object->type->shape == HX_SHAPE_STRUCTURE) return find_in_structure((HxStructure *)object, name) >= 0;
  HxDyn unused;
  return get_stored(object, name, NULL, &unused);
}

HxDyn hx_reflect_get(HxDyn value, HxString *name) {
  HxObject *object = hx_inline_ref(value);
  HxDyn result;
  if (object == NULL || name == NULL) return HX_NULL;
  if (object->type->shape == HX_SHAPE_STRUCTURE) return get_from_structure((HxStructure *)object, name, NULL);
  return get_stored(object, name, NULL, &result) ? result : bind_named(object, name);
}

HxDyn hx_reflect_variable(HxDyn value, HxString *name) {
  HxObject *object = hx_inline_ref(value);
  HxDyn result;
  if (object == NULL || name == NULL) return HX_NULL;
  if (object->type->shape == HX_SHAPE_STRUCTURE) return get_from_structure((HxStructure *)object, name, NULL);
  return get_stored(object, name, NULL, &result) ? result : HX_NULL;
}

void hx_reflect_set(HxDyn value, HxString *name, HxDyn new_value) {
  HxObject *object = hx_inline_ref(value);
  if (object == NULL) {
    hx_throw_null_access(NULL);
  } else if (!set_stored(object, name, new_value)) {
    throw_no_field(object, name);
  }
}

int32_t hx_reflect_delete(HxDyn value, HxString *name) {
  HxObject *object = hx_inline_ref(value);
  if (object == NULL || object->type->shape != HX_SHAPE_STRUCTURE) return 0;
  HxStructure *structure = (HxStructure *)object;
  int32_t index = find_in_structure(structure, name);
  if (index < 0) return 0;
  rebuild(structure, index, structure->count + 4);
  return 1;
}

HxDyn hx_reflect_get_property(HxDyn value, HxString *name) {
  HxObject *object = hx_inline_ref(value);
  if (object == NULL || object->type->shape == HX_SHAPE_STRUCTURE) return hx_reflect_get(value, name);
  const HxMethodInfo *getter = find_accessor(object, 'g', name);
  return getter == NULL ? hx_reflect_get(value, name) : hx_call_0(&hx_bind(object, getter)->object);
}

void hx_reflect_set_property(HxDyn value, HxString *name, HxDyn new_value) {
  HxObject *object = hx_inline_ref(value);
  const HxMethodInfo *setter = NULL;
  if (object != NULL && object->type->shape != HX_SHAPE_STRUCTURE) setter = find_accessor(object, 's', name);
  if (setter == NULL) {
    hx_reflect_set(value, name, new_value);
  } else {
    hx_call_1(&hx_bind(object, setter)->object, new_value);
  }
}

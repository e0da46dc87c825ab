/** Makes instances, enum values, closures and cells. Stores into new objects need no barrier: they overwrite nothing. */
#include "inline.h"

HxObject *hx_new(const HxType *type) {
  return hx_allocate(type, type->size);
}

static void copy_values(HxDyn *to, const HxDyn *from, int32_t count) {
  __builtin_memcpy(to, from, (size_t)count * sizeof(HxDyn));
}

HxObject *hx_new_enum(const HxType *type, int32_t count, const HxDyn *args) {
  HxEnumValue *value = hx_allocate(type, sizeof(HxEnumValue) + (size_t)count * sizeof(HxDyn));
  copy_values(value->args, args, count);
  return &value->object;
}

HxClosure *hx_new_closure(void (*code)(void), int32_t arity, int32_t count, const HxDyn *captures) {
  HxClosure *closure = hx_allocate(&hx_closure_type, sizeof(HxClosure) + (size_t)count * sizeof(HxDyn));
  closure->code = code;
  closure->arity = arity;
  closure->capture_count = (uint16_t)count;
  if (count > 0) copy_values(closure->captures, captures, count);
  return closure;
}

HxClosure *hx_new_method(void (*code)(void), int32_t arity, int32_t count, const HxDyn *captures) {
  HxClosure *closure = hx_new_closure(code, arity, count, captures);
  closure->is_method = 1;
  return closure;
}

HxCell *hx_new_cell(HxDyn value) {
  HxCell *cell = hx_allocate(&hx_cell_type, sizeof(HxCell));
  cell->value = value;
  return cell;
}

HxStructure *hx_new_structure(HxString *const *names, int32_t count, const HxDyn *values) {
  HxStructure *structure = hx_allocate(&hx_structure_type, sizeof(HxStructure) + (size_t)count * sizeof(HxDyn));
  structure->names = names;
  structure->count = count;
  structure->capacity = count;
  structure->values = structure->own;
  if (count > 0) copy_values(structure->own, values, count);
  return structure;
}

void hx_set_ref(HxObject **slot, HxObject *value) {
  hx_inline_set_ref(slot, value);
}

void hx_set_dyn(HxDyn *slot, HxDyn value) {
  hx_inline_set_dyn(slot, value);
}

/**
 * Calls of closures whose number of arguments is not that of the call. As in JavaScript a missing argument is null and
 * one too many is dropped.
 */
#include "inline.h"

typedef HxDyn (*Code0)(HxClosure *);
typedef HxDyn (*Code1)(HxClosure *, HxDyn);
typedef HxDyn (*Code2)(HxClosure *, HxDyn, HxDyn);
typedef HxDyn (*Code3)(HxClosure *, HxDyn, HxDyn, HxDyn);
typedef HxDyn (*Code4)(HxClosure *, HxDyn, HxDyn, HxDyn, HxDyn);
typedef HxDyn (*Code5)(HxClosure *, HxDyn, HxDyn, HxDyn, HxDyn, HxDyn);
typedef HxDyn (*Code6)(HxClosure *, HxDyn, HxDyn, HxDyn, HxDyn, HxDyn, HxDyn);

static HxDyn call_with(HxClosure *closure, const HxDyn *args) {
  switch (closure->arity) {
    case 0:
      return ((Code0)closure->code)(closure);
    case 1:
      return ((Code1)closure->code)(closure, args[0]);
    case 2:
      return ((Code2)closure->code)(closure, args[0], args[1]);
    case 3:
      return ((Code3)closure->code)(closure, args[0], args[1], args[2]);
    case 4:
      return ((Code4)closure->code)(closure, args[0], args[1], args[2], args[3]);
    case 5:
      return ((Code5)closure->code)(closure, args[0], args[1], args[2], args[3], args[4]);
    case 6:
      return ((Code6)closure->code)(closure, args[0], args[1], args[2], args[3], args[4], args[5]);
    default:
      return ((HxPackedCode)closure->code)(closure, args);
  }
}

static HxDyn call_variadic(HxClosure *closure, int32_t count, const HxDyn *args) {
  HxArray *array = hx_new_array(count, args);
  return hx_call_1(hx_inline_known_ref(closure->captures[0]), hx_inline_from_ref(array));
}

HxDyn hx_call(HxObject *object, int32_t count, const HxDyn *args) {
  HxClosure *closure = (HxClosure *)object;
  if (closure == NULL || closure->object.type != &hx_closure_type) {
    hx_throw_null_access(NULL);
    return HX_NULL;
  }
  if (closure->arity == HX_VARIADIC) return call_variadic(closure, count, args);
  if (closure->arity <= count) return call_with(closure, args);
  HxDyn padded[closure->arity];
  for (int32_t index = 0; index < closure->arity; index++) padded[index] = index < count ? args[index] : HX_NULL;
  return call_with(closure, padded);
}

HxDyn hx_call_0(HxObject *object) {
  return hx_inline_call_0(object);
}

HxDyn hx_call_1(HxObject *object, HxDyn a) {
  return hx_inline_call_1(object, a);
}

HxDyn hx_call_2(HxObject *object, HxDyn a, HxDyn b) {
  return hx_inline_call_2(object, a, b);
}

HxDyn hx_call_3(HxObject *object, HxDyn a, HxDyn b, HxDyn c) {
  return hx_call(object, 3, (HxDyn[]){a, b, c});
}

HxDyn hx_call_4(HxObject *object, HxDyn a, HxDyn b, HxDyn c, HxDyn d) {
  return hx_call(object, 4, (HxDyn[]){a, b, c, d});
}

HxDyn hx_closure_call(HxObject *closure, HxArray *args) {
  int32_t count = args->length;
  // The program may change the array meanwhile.
  HxDyn values[count + 1];
  for (int32_t index = 0; index < count; index++) values[index] = args->values[index];
  return hx_call(closure, count, values);
}

HxClosure *hx_closure_variadic(HxObject *closure) {
  HxDyn captured = hx_inline_from_ref(closure);
  return hx_new_closure(NULL, HX_VARIADIC, 1, &captured);
}

int32_t hx_closure_same(HxObject *first, HxObject *second) {
  if (first == second) return 1;
  const HxClosure *left = (const HxClosure *)first;
  const HxClosure *right = (const HxClosure *)second;
  if (left->code != right->code || left->is_method != right->is_method || left->arity == HX_VARIADIC) return 0;
  return left->is_method ? left->captures[0] == right->captures[0]
                         : left->capture_count == 0 && right->capture_count == 0;
}

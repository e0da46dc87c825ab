/** The exception on its way: generated code looks at hx_pending after every call that may throw. */
#include "inline.h"
#include "roots.h"

int32_t hx_pending;

void hx_throw(HxDyn value) {
  hx_thrown = value;
  hx_pending = 1;
}

void hx_throw_text(const char *text) {
  hx_throw(hx_inline_from_ref(hx_ascii(text)));
}

void hx_throw_null_access(HxString *what) {
  HxString *text = hx_ascii("Null access");
  if (what != NULL && what->length > 0) text = hx_string_concat(hx_string_concat(text, hx_ascii(" ")), what);
  hx_throw(hx_inline_from_ref(text));
}

HxDyn hx_take_exception(void) {
  HxDyn value = hx_thrown;
  hx_thrown = HX_NULL;
  hx_pending = 0;
  return value;
}

HxObject *hx_stack_here(void) {
  return NULL;
}

HxObject *hx_stack_thrown(void) {
  return NULL;
}

HxArray *hx_stack_calls(HxObject *stack) {
  (void)stack;
  return hx_new_array(0, NULL);
}

void hx_report_uncaught(void) {
  HxString *text = hx_dyn_to_text(hx_take_exception());
  // A toString that throws in turn: what it threw is shown without asking it.
  if (hx_pending) {
    hx_take_exception();
    text = hx_ascii("exception whose toString throws");
  }
  hx_host_print_error(hx_ascii("Uncaught exception: "));
  hx_host_print_error(text);
  hx_host_print_error(hx_ascii("\n"));
}

/** The program's life up to the end of `main`, and of the timers where it has no frames. */
#include "collect.h"
#include "inline.h"
#include "roots.h"

int32_t hx_start(const HxProgram *program, void *stack_base) {
  hx_running = program;
  hx_string_type.methods = program->string_methods;
  hx_string_type.method_count = program->string_method_count;
  hx_array_type.methods = program->array_methods;
  hx_array_type.method_count = program->array_method_count;
  hx_collector_start(stack_base);
  program->run();
  if (!hx_pending) hx_run_timers();
  hx_before_return();
  if (!hx_pending) return 0;
  hx_report_uncaught();
  return 1;
}

/**
 * Stack overflow: the guard page faults, and a handler on a stack of its own says so. There is no way back into the
 * program from there, so it cannot be caught.
 */
#define _DEFAULT_SOURCE
#include <signal.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#include "platform_posix.h"

#define HANDLER_STACK 65536
/** A function's frame may reach this far past the guard page. */
#define FARTHEST_FRAME ((uintptr_t)1 << 20)

static uint8_t handler_stack[HANDLER_STACK] __attribute__((aligned(16)));
static uintptr_t stack_end;

static void write_error(const char *text) {
  ssize_t written = write(STDERR_FILENO, text, strlen(text));
  (void)written;
}

static void handle_fault(int number, siginfo_t *info, void *context) {
  (void)number;
  (void)context;
  uintptr_t address = (uintptr_t)info->si_addr;
  bool is_overflow = address < stack_end + FARTHEST_FRAME && address + FARTHEST_FRAME > stack_end;
  platform_flush();
  write_error(is_overflow ? "Uncaught exception: Stack overflow\n" : "Fatal: access to memory that is not there\n");
  _exit(1);
}

void platform_guard_stack(void) {
  struct rlimit limit;
  uintptr_t here = (uintptr_t)__builtin_frame_address(0);
  size_t size = getrlimit(RLIMIT_STACK, &limit) == 0 && limit.rlim_cur < ((rlim_t)1 << 40) ? (size_t)limit.rlim_cur : (size_t)8 << 20;
  stack_end = here - size;
  stack_t stack = {.ss_sp = handler_stack, .ss_size = HANDLER_STACK};
  sigaltstack(&stack, NULL);
  struct sigaction action = {.sa_flags = SA_SIGINFO | SA_ONSTACK};
  action.sa_sigaction = handle_fault;
  sigemptyset(&action.sa_mask);
  sigaction(SIGSEGV, &action, NULL);
  sigaction(SIGBUS, &action, NULL);
}

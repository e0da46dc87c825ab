/** What the native entry point asks of the POSIX platform besides platform.h. */
#ifndef HX_PLATFORM_POSIX_H
#define HX_PLATFORM_POSIX_H

#include <stdint.h>

/** The arguments that the program sees, without its own name. */
void platform_set_arguments(int32_t count, char **values);

void platform_flush(void);

/** From here on a stack overflow is reported as an uncaught exception and ends the program with status 1. */
void platform_guard_stack(void);

#endif

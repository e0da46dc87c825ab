/** What the native entry point asks of the POSIX platform besides platform.h. */
#ifndef HX_PLATFORM_POSIX_H
#define HX_PLATFORM_POSIX_H

#include <stdint.h>

/** The arguments that the program sees, without its own name. */
void platform_set_arguments(int32_t count, char **values);

void platform_flush(void);

/** The system's clock, as platform_now. */
double posix_now(void);

/** The system's time zone, as platform_zone_offset; 0 for a time out of its range. */
int32_t posix_zone_offset(double time);

/** From here on a stack overflow is reported as an uncaught exception and ends the program with status 1. */
void platform_guard_stack(void);

#endif

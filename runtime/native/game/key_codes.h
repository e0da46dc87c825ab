#ifndef HX_KEY_CODES_H
#define HX_KEY_CODES_H

#include <stdint.h>

/** The USB HID usage id (docs/input.md) of a Linux key code (input-event-codes.h); 0 where it has none. */
int32_t usage_of_linux_key(uint32_t key);

#endif

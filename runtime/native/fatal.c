#include "fatal.h"

#include "platform.h"

_Noreturn void hx_fatal(const char *text) {
  uint32_t length = 0;
  while (text[length] != 0) length++;
  platform_write(2, (const uint8_t *)text, length);
  platform_write(2, (const uint8_t *)"\n", 1);
  platform_exit(1);
}

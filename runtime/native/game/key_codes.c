#include "key_codes.h"

/** Indexed by Linux key code; the letters stand there row by row, as on the keyboard. */
static const uint8_t usages[] = {
  [1] = 41,                                                                           // Escape
  [2] = 30, 31, 32, 33, 34, 35, 36, 37, 38, 39,                                       // 1 to 0
  [14] = 42, 43,                                                                      // Backspace, Tab
  [16] = 20, 26, 8, 21, 23, 28, 24, 12, 18, 19,                                       // Q to P
  [28] = 40,                                                                          // Enter
  [29] = 224,                                                                         // left Ctrl
  [30] = 4, 22, 7, 9, 10, 11, 13, 14, 15,                                             // A to L
  [42] = 225,                                                                         // left Shift
  [44] = 29, 27, 6, 25, 5, 17, 16,                                                    // Z to M
  [54] = 229,                                                                         // right Shift
  [56] = 226,                                                                         // left Alt
  [57] = 44,                                                                          // Space
  [103] = 82,                                                                         // Up
  [105] = 80, 79,                                                                     // Left, Right
  [108] = 81,                                                                         // Down
};

int32_t usage_of_linux_key(uint32_t key) {
  return key < sizeof usages ? usages[key] : 0;
}

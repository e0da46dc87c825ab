/**
 * Reads lines "p BITS" and "r TEXT" and answers each: the text of the double with these bits, or the bits of the double
 * that the text reads as. "m BITS BITS" gives the remainder, "i BITS" the Int.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "collect.h"
#include "inline.h"
#include "roots.h"

static double read_bits(const char *hex) {
  return hx_inline_double_of(strtoull(hex, NULL, 16));
}

static void print_bits(double value) {
  uint32_t low = (uint32_t)hx_f64_low_bits(value);
  uint32_t high = (uint32_t)hx_f64_high_bits(value);
  printf("%08x%08x\n", high, low);
}

static void print_text(const HxString *text) {
  for (int32_t index = 0; index < text->length; index++) putchar(text->units[index]);
  putchar('\n');
}

static void answer(char *line) {
  line[strcspn(line, "\n")] = 0;
  char *argument = line + 2;
  switch (line[0]) {
    case 'p':
      print_text(hx_string_from_float(read_bits(argument)));
      break;
    case 'r':
      print_bits(hx_string_parse_float(hx_ascii(argument)));
      break;
    case 'm':
      print_bits(hx_f64_mod(read_bits(argument), read_bits(argument + 17)));
      break;
    case 'i':
      printf("%d\n", hx_f64_to_int(read_bits(argument)));
      break;
    case 'f':
      print_bits(hx_f64_floor(read_bits(argument)));
      break;
    case 'c':
      print_bits(hx_f64_ceil(read_bits(argument)));
      break;
  }
}

static void run(void) {
  static char line[4096];
  while (fgets(line, sizeof line, stdin) != NULL) answer(line);
}

int main(void) {
  HxProgram program = {.run = run};
  return hx_start(&program, __builtin_frame_address(0));
}

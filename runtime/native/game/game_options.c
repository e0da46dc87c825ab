#include "game_options.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

static bool take(const char *name, const char *value, GameOptions *options) {
  if (strcmp(name, "--screenshot") == 0) {
    options->screenshot = value;
  } else if (strcmp(name, "--audio-out") == 0) {
    options->sound = value;
  } else if (strcmp(name, "--width") == 0) {
    options->width = atoi(value);
  } else if (strcmp(name, "--height") == 0) {
    options->height = atoi(value);
  } else if (strcmp(name, "--package") == 0 && options->package_count < MOST_PACKAGES) {
    options->packages[options->package_count++] = value;
  } else {
    return false;
  }
  return true;
}

int32_t game_take_options(int32_t count, char **arguments, GameOptions *options) {
  int32_t left = 0;
  *options = (GameOptions){.width = 1280, .height = 720};
  for (int32_t i = 0; i < count; i++) {
    if (i + 1 < count && take(arguments[i], arguments[i + 1], options)) i++;
    else arguments[left++] = arguments[i];
  }
  return left;
}

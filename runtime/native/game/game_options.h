/** What the command line of a shipped game says, besides what every native program takes. */
#ifndef HX_GAME_OPTIONS_H
#define HX_GAME_OPTIONS_H

#include <stdint.h>

enum { MOST_PACKAGES = 64 };

typedef struct GameOptions {
  /** Where to write the picture after the last frame, or null. */
  const char *screenshot;
  /** Where to write what is heard, or null. */
  const char *sound;
  int32_t width, height;
  /** Files to load in place of the bundle inside. */
  const char *packages[MOST_PACKAGES];
  uint32_t package_count;
} GameOptions;

/** Takes the game's own options out of the arguments; gives the number that is left. */
int32_t game_take_options(int32_t count, char **arguments, GameOptions *options);

#endif

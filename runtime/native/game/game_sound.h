/** What is heard of a game: by the sound device as time goes on, or in a WAV file by the game's own time. */
#ifndef HX_GAME_SOUND_H
#define HX_GAME_SOUND_H

#include <stdbool.h>

/** Writes to a file from now on, in place of the device. False, with a message on stderr, where it cannot be written. */
bool game_sound_record(const char *path);

/** Starts the device, unless a file is written. */
void game_sound_play(void);

/** Lets what the program has just drawn be heard. */
void game_sound_follow(void);

/**
 * After a step of the game: where a file is written, asks the program for a picture, which nobody sees, and adds what is heard until the
 * next step. False where the program has failed, or the file cannot be written.
 */
bool game_sound_step(void);

/** False where the file has not been written to its end. */
bool game_sound_end(void);

#endif

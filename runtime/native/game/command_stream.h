/** The commands of a picture (docs/render_commands.md), one after another. */
#ifndef HX_COMMAND_STREAM_H
#define HX_COMMAND_STREAM_H

#include <stdbool.h>
#include <stdint.h>

typedef enum CommandKind { COMMAND_BEGIN_FRAME = 1, COMMAND_DRAW = 2, COMMAND_SOUNDS = 3 } CommandKind;

enum { COLOR_FLOATS = 4, FRAME_FLOATS = 36, OBJECT_FLOATS = 36 };
/** Words of a voice in COMMAND_SOUNDS. */
enum { VOICE_WORDS = 6 };

typedef struct CommandStream {
  const uint32_t *words;
  uint32_t count;
  /** The next command's word. */
  uint32_t at;
  /** What is wrong with the word there, null while all is well. */
  const char *problem;
} CommandStream;

typedef struct Command {
  CommandKind kind;
  const uint32_t *operands;
  /** Of COMMAND_SOUNDS; its first voice is the second operand. */
  uint32_t voice_count;
} Command;

/** Takes the next command, all of whose operands are there. False at the end and at a problem. */
bool command_next(CommandStream *stream, Command *command);

/** Says on stderr what is wrong; gives whether nothing is. */
bool command_stream_is_sound(const CommandStream *stream);

#endif

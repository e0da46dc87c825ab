#include "command_stream.h"

#include <stdio.h>

static bool fail(CommandStream *stream, const char *problem) {
  stream->problem = problem;
  return false;
}

/** Words of a command's operands; UINT32_MAX where the command is not known or its own count is cut off. */
static uint64_t operand_words(const CommandStream *stream, uint32_t kind) {
  switch (kind) {
    case COMMAND_BEGIN_FRAME: return COLOR_FLOATS + FRAME_FLOATS;
    case COMMAND_DRAW: return 2 + OBJECT_FLOATS;
    case COMMAND_SOUNDS: return stream->count - stream->at < 2 ? UINT32_MAX : 1 + (uint64_t)stream->words[stream->at + 1] * VOICE_WORDS;
    default: return UINT32_MAX;
  }
}

bool command_next(CommandStream *stream, Command *command) {
  if (stream->at == stream->count) return false;
  uint32_t kind = stream->words[stream->at], left = stream->count - stream->at - 1;
  if (kind < COMMAND_BEGIN_FRAME || kind > COMMAND_SOUNDS) return fail(stream, "Unknown command");
  uint64_t size = operand_words(stream, kind);
  if (size > left) return fail(stream, "Cut-off command");
  const uint32_t *operands = stream->words + stream->at + 1;
  *command = (Command){(CommandKind)kind, operands, kind == COMMAND_SOUNDS ? operands[0] : 0};
  stream->at += 1 + (uint32_t)size;
  return true;
}

bool command_stream_is_sound(const CommandStream *stream) {
  if (stream->problem) fprintf(stderr, "%s at word %u of the render commands\n", stream->problem, stream->at);
  return !stream->problem;
}

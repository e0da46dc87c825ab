/** Answers requests for files, processes and the environment on Linux and macOS. */
#include <string.h>

#include "platform.h"
#include "system_calls.h"

static HxSystemCode find(const HxSystemCall *calls, const char *name) {
  for (; calls->name != NULL; calls++)
    if (strcmp(calls->name, name) == 0) return calls->code;
  return NULL;
}

int32_t platform_system(const uint8_t *bytes, uint32_t count) {
  (void)count;
  HxRequest request = {bytes};
  reply_begin();
  const char *name = request_text(&request);
  HxSystemCode code = find(hx_file_calls, name);
  if (code == NULL) code = find(hx_process_calls, name);
  if (code == NULL) return -1;
  if (!code(&request)) reply_failure();
  return (int32_t)reply_size();
}

void platform_system_reply(uint8_t *bytes) {
  memcpy(bytes, reply_data(), reply_size());
}

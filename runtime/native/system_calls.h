/** The requests that a native program answers itself, by name. */
#ifndef HX_SYSTEM_CALLS_H
#define HX_SYSTEM_CALLS_H

#include "system_fields.h"

/** Reads its arguments and adds its results to the reply. False where it failed, and `errno` says how. */
typedef bool (*HxSystemCode)(HxRequest *request);

typedef struct HxSystemCall {
  const char *name;
  HxSystemCode code;
} HxSystemCall;

/** Both end with an entry without a name. */
extern const HxSystemCall hx_file_calls[];
extern const HxSystemCall hx_process_calls[];

#endif

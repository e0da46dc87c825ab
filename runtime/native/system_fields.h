/**
 * The wire form of requests to the system and of their replies: parts one after another, each a 32-bit length, -1 for
 * null, and so many bytes. In requests a text ends in a zero byte. A reply has one byte before them, 0 for success. runtime/std/haxe/internal/SystemCall.hx is
 * the other side.
 */
#ifndef HX_SYSTEM_FIELDS_H
#define HX_SYSTEM_FIELDS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** The rest of a request. */
typedef struct HxRequest {
  const uint8_t *at;
} HxRequest;

/** The next part's bytes and their number; null for null. */
const uint8_t *request_bytes(HxRequest *request, uint32_t *count);
int32_t request_int(HxRequest *request);
double request_float(HxRequest *request);
/** The next part, which ends in a zero byte; null for null. */
const char *request_text(HxRequest *request);

/** Begins a reply, of success. */
void reply_begin(void);
/** Room for a part of so many bytes, for the caller to fill before it adds more. */
uint8_t *reply_room(uint32_t count);
/** The last part is only so long. */
void reply_shorten(uint32_t before, uint32_t count);
void reply_bytes(const void *bytes, uint32_t count);
void reply_int(int32_t value);
void reply_float(double value);
/** Null where the text is. */
void reply_text(const char *text);
/** Of a part that was written before, at its place in the reply: for counts that are known last. */
void reply_set_int(uint32_t place, int32_t value);
uint32_t reply_size(void);
const uint8_t *reply_data(void);
/** Begins the reply anew, as the failure that `errno` says. Gives false. */
bool reply_failure(void);

#endif

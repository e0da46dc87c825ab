#include "system_fields.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "fatal.h"

#define LEAST_CAPACITY 256u

static uint8_t *reply;
static uint32_t size, capacity;

/* ---- Requests ---- */

static int32_t next_length(HxRequest *request) {
  int32_t length;
  memcpy(&length, request->at, sizeof length);
  request->at += sizeof length;
  return length;
}

const uint8_t *request_bytes(HxRequest *request, uint32_t *count) {
  int32_t length = next_length(request);
  *count = length < 0 ? 0 : (uint32_t)length;
  if (length < 0) return NULL;
  request->at += length;
  return request->at - length;
}

int32_t request_int(HxRequest *request) {
  uint32_t count;
  int32_t value;
  memcpy(&value, request_bytes(request, &count), sizeof value);
  return value;
}

double request_float(HxRequest *request) {
  uint32_t count;
  double value;
  memcpy(&value, request_bytes(request, &count), sizeof value);
  return value;
}

const char *request_text(HxRequest *request) {
  uint32_t count;
  return (const char *)request_bytes(request, &count);
}

/* ---- Replies ---- */

static void grow(uint32_t count) {
  if (capacity - size >= count) return;
  uint32_t wanted = size + count;
  capacity = wanted < LEAST_CAPACITY ? LEAST_CAPACITY : wanted + wanted / 2;
  reply = realloc(reply, capacity);
  if (reply == NULL) hx_fatal("Out of memory");
}

static void add(const void *bytes, uint32_t count) {
  grow(count);
  if (count > 0) memcpy(reply + size, bytes, count);
  size += count;
}

void reply_begin(void) {
  size = 0;
  uint8_t succeeded = 0;
  add(&succeeded, 1);
}

uint8_t *reply_room(uint32_t count) {
  add(&count, sizeof count);
  grow(count);
  size += count;
  return reply + size - count;
}

void reply_shorten(uint32_t before, uint32_t count) {
  size -= before - count;
  memcpy(reply + size - count - sizeof count, &count, sizeof count);
}

void reply_bytes(const void *bytes, uint32_t count) {
  add(&count, sizeof count);
  add(bytes, count);
}

void reply_int(int32_t value) {
  reply_bytes(&value, sizeof value);
}

void reply_float(double value) {
  reply_bytes(&value, sizeof value);
}

void reply_text(const char *text) {
  static const int32_t null = -1;
  if (text == NULL) {
    add(&null, sizeof null);
  } else {
    reply_bytes(text, (uint32_t)strlen(text));
  }
}

void reply_set_int(uint32_t place, int32_t value) {
  memcpy(reply + place + sizeof(uint32_t), &value, sizeof value);
}

uint32_t reply_size(void) {
  return size;
}

const uint8_t *reply_data(void) {
  return reply;
}

static const char *error_name(int error) {
  switch (error) {
    case EACCES:
      return "EACCES";
    case EBADF:
      return "EBADF";
    case EBUSY:
      return "EBUSY";
    case EEXIST:
      return "EEXIST";
    case EINVAL:
      return "EINVAL";
    case EISDIR:
      return "EISDIR";
    case EMFILE:
      return "EMFILE";
    case ENOENT:
      return "ENOENT";
    case ENOSPC:
      return "ENOSPC";
    case ENOTDIR:
      return "ENOTDIR";
    case ENOTEMPTY:
      return "ENOTEMPTY";
    case EPERM:
      return "EPERM";
    case EROFS:
      return "EROFS";
    case EXDEV:
      return "EXDEV";
    default:
      return "EIO";
  }
}

bool reply_failure(void) {
  size = 0;
  uint8_t failed = 1;
  add(&failed, 1);
  reply_text(error_name(errno));
  return false;
}

/** The platform on Linux and macOS. Output is gathered in a buffer that is written when full, at the end, and before errors. */
#define _DEFAULT_SOURCE
#include "platform_posix.h"

#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <time.h>
#include <unistd.h>

#include "platform.h"

#define OUTPUT_SIZE 65536u
/** 64 KB blocks. */
#define ALIGNMENT ((size_t)65536)

static uint8_t output[OUTPUT_SIZE];
static uint32_t output_count;
static int32_t argument_count;
static char **arguments;

void platform_set_arguments(int32_t count, char **values) {
  argument_count = count;
  arguments = values;
}

/** What cannot be written, as to a closed pipe, is dropped: there is nobody left to tell. */
static void write_all(int descriptor, const uint8_t *bytes, size_t count) {
  while (count > 0) {
    ssize_t written = write(descriptor, bytes, count);
    if (written <= 0) return;
    bytes += written;
    count -= (size_t)written;
  }
}

void platform_flush(void) {
  write_all(STDOUT_FILENO, output, output_count);
  output_count = 0;
}

void platform_write(int32_t stream, const uint8_t *bytes, uint32_t count) {
  if (stream != 1 || count > OUTPUT_SIZE - output_count) platform_flush();
  if (stream != 1 || count > OUTPUT_SIZE) {
    write_all(stream == 1 ? STDOUT_FILENO : STDERR_FILENO, bytes, count);
    return;
  }
  memcpy(output + output_count, bytes, count);
  output_count += count;
}

_Noreturn void platform_exit(int32_t status) {
  platform_flush();
  _exit(status);
}

double platform_time(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (double)now.tv_sec + (double)now.tv_nsec * 1e-9;
}

double posix_now(void) {
  struct timespec now;
  clock_gettime(CLOCK_REALTIME, &now);
  return (double)now.tv_sec * 1e3 + (double)(now.tv_nsec / 1000000);
}

int32_t posix_zone_offset(double time) {
  time_t seconds = (time_t)__builtin_floor(time / 1e3);
  struct tm local = {0};
  localtime_r(&seconds, &local);
  return (int32_t)(local.tm_gmtoff / 60);
}

int32_t platform_argument_count(void) {
  return argument_count;
}

int32_t platform_argument(int32_t index, uint8_t *bytes, int32_t capacity) {
  size_t length = strlen(arguments[index]);
  memcpy(bytes, arguments[index], length < (size_t)capacity ? length : (size_t)capacity);
  return (int32_t)length;
}

uint8_t *platform_reserve(size_t *size) {
  // A limit on address space makes large reservations fail; a smaller heap is still a heap.
  for (size_t wanted = *size; wanted >= ALIGNMENT * 64; wanted /= 2) {
    void *start = mmap(NULL, wanted + ALIGNMENT, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (start == MAP_FAILED) continue;
    *size = wanted / ALIGNMENT * ALIGNMENT;
    return (uint8_t *)(((uintptr_t)start + ALIGNMENT - 1) & ~(ALIGNMENT - 1));
  }
  *size = 0;
  return NULL;
}

bool platform_commit(uint8_t *from, size_t size) {
  return mprotect(from, size, PROT_READ | PROT_WRITE) == 0;
}

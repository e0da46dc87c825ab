/**
 * All that the runtime asks of the system underneath. Natively platform_posix.c; in WebAssembly imports of module
 * "platform", so that nothing of a C library is needed there.
 */
#ifndef HX_PLATFORM_H
#define HX_PLATFORM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __wasm__
#define HX_PLATFORM(name) __attribute__((import_module("platform"), import_name(#name)))
#else
#define HX_PLATFORM(name)
#endif

/** Writes all bytes to stream 1 (output) or 2 (errors). */
HX_PLATFORM(write) void platform_write(int32_t stream, const uint8_t *bytes, uint32_t count);
/** Ends the program, output written. */
HX_PLATFORM(exit) _Noreturn void platform_exit(int32_t status);
/** Seconds of real time since some fixed moment. */
HX_PLATFORM(time) double platform_time(void);
/** Milliseconds since 1970 began in UTC; fixed where the run must repeat. */
HX_PLATFORM(now) double platform_now(void);
/** Minutes that the local zone is ahead of UTC at that time. */
HX_PLATFORM(zone_offset) int32_t platform_zone_offset(double time);
HX_PLATFORM(argument_count) int32_t platform_argument_count(void);
/** Copies up to `capacity` bytes of an argument's UTF-8 and gives its whole length. */
HX_PLATFORM(argument) int32_t platform_argument(int32_t index, uint8_t *bytes, int32_t capacity);
/** Answers a request (runtime/std/haxe/internal/SystemCall.hx): gives the reply's size, or -1 where there is no system. */
HX_PLATFORM(system) int32_t platform_system(const uint8_t *request, uint32_t count);
/** Copies the last reply. */
HX_PLATFORM(system_reply) void platform_system_reply(uint8_t *bytes);
HX_PLATFORM(seed) int32_t platform_seed(void);
HX_PLATFORM(key_down) int32_t platform_key_down(int32_t code);
HX_PLATFORM(width) int32_t platform_width(void);
HX_PLATFORM(height) int32_t platform_height(void);

/**
 * Reserves one range of addresses for the heap, aligned to 64 KB, not usable yet. Asks for `*size` bytes and says how
 * many there are. Defined in platform_memory_wasm.c for WebAssembly.
 */
uint8_t *platform_reserve(size_t *size);
/** Makes part of the reserved range usable, zero-filled; ranges follow one another. False where memory is out. */
bool platform_commit(uint8_t *from, size_t size);

#endif

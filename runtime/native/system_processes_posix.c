/** The process and its environment. */
#define _DEFAULT_SOURCE
#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>
#ifdef __APPLE__
#include <mach-o/dyld.h>
#endif

#include "fatal.h"
#include "platform.h"
#include "platform_posix.h"
#include "system_calls.h"

/** As a shell has it: the command was not found, and a signal ended it. */
#define NOT_FOUND 127
#define SIGNALLED 128

extern char **environ;

/* ---- Environment ---- */

static bool get_environment(HxRequest *request) {
  reply_text(getenv(request_text(request)));
  return true;
}

static bool put_environment(HxRequest *request) {
  const char *name = request_text(request);
  const char *value = request_text(request);
  return (value == NULL ? unsetenv(name) : setenv(name, value, 1)) == 0;
}

static bool list_environment(HxRequest *request) {
  (void)request;
  uint32_t place = reply_size();
  int32_t count = 0;
  reply_int(0);
  for (char **entry = environ; *entry != NULL; entry++) {
    const char *value = strchr(*entry, '=');
    if (value == NULL) continue;
    reply_bytes(*entry, (uint32_t)(value - *entry));
    reply_text(value + 1);
    count += 2;
  }
  reply_set_int(place, count);
  return true;
}

static bool system_name(HxRequest *request) {
  (void)request;
#if defined(__APPLE__)
  reply_text("Mac");
#elif defined(__linux__)
  reply_text("Linux");
#else
  reply_text("BSD");
#endif
  return true;
}

static bool get_directory(HxRequest *request) {
  (void)request;
  char path[PATH_MAX];
  if (getcwd(path, sizeof path) == NULL) return false;
  reply_text(path);
  return true;
}

static bool set_directory(HxRequest *request) {
  return chdir(request_text(request)) == 0;
}

/* ---- Process ---- */

static bool sleep_for(HxRequest *request) {
  double seconds = request_float(request);
  if (!(seconds > 0.0)) return true;
  platform_flush();
  struct timespec left = {(time_t)seconds, (long)((seconds - (double)(time_t)seconds) * 1e9)};
  while (nanosleep(&left, &left) != 0 && errno == EINTR) continue;
  return true;
}

static bool processor_time(HxRequest *request) {
  (void)request;
  struct timespec now;
  if (clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now) != 0) return false;
  reply_float((double)now.tv_sec + (double)now.tv_nsec * 1e-9);
  return true;
}

static bool program_path(HxRequest *request) {
  (void)request;
  char path[PATH_MAX];
#ifdef __APPLE__
  uint32_t size = sizeof path;
  if (_NSGetExecutablePath(path, &size) != 0) return false;
#else
  ssize_t length = readlink("/proc/self/exe", path, sizeof path - 1);
  if (length < 0) return false;
  path[length] = 0;
#endif
  reply_text(path);
  return true;
}

static int32_t status_of(int status) {
  return WIFEXITED(status) ? WEXITSTATUS(status) : SIGNALLED + WTERMSIG(status);
}

/** Does not return. */
static void become(const char *const *arguments) {
  execvp(arguments[0], (char *const *)(uintptr_t)arguments);
  _exit(NOT_FOUND);
}

/** The command with its arguments, a null after the last; without a list of them a line for the shell. */
static const char **read_command(HxRequest *request) {
  const char *name = request_text(request);
  int32_t count = request_int(request);
  size_t size = (size_t)(count < 0 ? 4 : count + 2);
  const char **arguments = calloc(size, sizeof(char *));
  if (arguments == NULL) hx_fatal("Out of memory");
  if (count < 0) {
    arguments[0] = "/bin/sh";
    arguments[1] = "-c";
    arguments[2] = name;
    return arguments;
  }
  arguments[0] = name;
  for (int32_t index = 0; index < count; index++) arguments[index + 1] = request_text(request);
  return arguments;
}

static bool run_command(HxRequest *request) {
  const char **arguments = read_command(request);
  platform_flush();
  pid_t child = fork();
  if (child == 0) become(arguments);
  free((void *)(uintptr_t)arguments);
  if (child < 0) return false;
  int status;
  while (waitpid(child, &status, 0) < 0) {
    if (errno != EINTR) return false;
  }
  reply_int(status_of(status));
  return true;
}

/** One byte as soon as its key is pressed, where the input is a terminal; -1 at the end. */
static int32_t read_key(void) {
  struct termios before, raw;
  bool is_terminal = tcgetattr(STDIN_FILENO, &before) == 0;
  if (is_terminal) {
    raw = before;
    raw.c_lflag &= ~(tcflag_t)(ICANON | ECHO);
    raw.c_cc[VMIN] = 1;
    raw.c_cc[VTIME] = 0;
    tcsetattr(STDIN_FILENO, TCSANOW, &raw);
  }
  uint8_t byte;
  ssize_t count = read(STDIN_FILENO, &byte, 1);
  if (is_terminal) tcsetattr(STDIN_FILENO, TCSANOW, &before);
  return count == 1 ? byte : -1;
}

static bool get_char(HxRequest *request) {
  platform_flush();
  int32_t key = read_key();
  uint8_t byte = (uint8_t)key;
  if (request_int(request) != 0 && key >= 0) platform_write(STDOUT_FILENO, &byte, 1);
  reply_int(key);
  return true;
}

const HxSystemCall hx_process_calls[] = {
    {"getEnv", get_environment},
    {"putEnv", put_environment},
    {"environment", list_environment},
    {"systemName", system_name},
    {"getCwd", get_directory},
    {"setCwd", set_directory},
    {"sleep", sleep_for},
    {"cpuTime", processor_time},
    {"programPath", program_path},
    {"command", run_command},
    {"getChar", get_char},
    {NULL, NULL},
};

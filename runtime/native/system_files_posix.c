/** Files and directories. */
#define _DEFAULT_SOURCE
#define _FILE_OFFSET_BITS 64
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "platform.h"
#include "platform_posix.h"
#include "system_calls.h"

/** Who may do what with a new file or directory, before the process's mask. */
#define FILE_MODE 0666
#define DIRECTORY_MODE 0777

/* ---- Paths ---- */

static bool mode(HxRequest *request) {
  struct stat found;
  reply_int(stat(request_text(request), &found) == 0 ? (int32_t)found.st_mode : -1);
  return true;
}

static double milliseconds(struct timespec time) {
  return (double)time.tv_sec * 1000.0 + (double)(time.tv_nsec / 1000000);
}

static bool stat_all(HxRequest *request) {
  struct stat found;
  if (stat(request_text(request), &found) != 0) return false;
  reply_int((int32_t)found.st_mode);
  reply_int((int32_t)found.st_size);
  reply_int((int32_t)found.st_gid);
  reply_int((int32_t)found.st_uid);
  reply_int((int32_t)found.st_dev);
  reply_int((int32_t)found.st_ino);
  reply_int((int32_t)found.st_nlink);
  reply_int((int32_t)found.st_rdev);
#ifdef __APPLE__
  reply_float(milliseconds(found.st_atimespec));
  reply_float(milliseconds(found.st_mtimespec));
  reply_float(milliseconds(found.st_ctimespec));
#else
  reply_float(milliseconds(found.st_atim));
  reply_float(milliseconds(found.st_mtim));
  reply_float(milliseconds(found.st_ctim));
#endif
  return true;
}

static bool rename_path(HxRequest *request) {
  const char *from = request_text(request);
  return rename(from, request_text(request)) == 0;
}

static bool full_path(HxRequest *request) {
  char *path = realpath(request_text(request), NULL);
  if (path == NULL) return false;
  reply_text(path);
  free(path);
  return true;
}

static bool create_directory(HxRequest *request) {
  return mkdir(request_text(request), DIRECTORY_MODE) == 0;
}

static bool delete_file(HxRequest *request) {
  return unlink(request_text(request)) == 0;
}

static bool delete_directory(HxRequest *request) {
  return rmdir(request_text(request)) == 0;
}

static bool read_directory(HxRequest *request) {
  DIR *directory = opendir(request_text(request));
  if (directory == NULL) return false;
  uint32_t place = reply_size();
  int32_t count = 0;
  reply_int(0);
  for (struct dirent *entry = readdir(directory); entry != NULL; entry = readdir(directory)) {
    if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0) continue;
    reply_text(entry->d_name);
    count++;
  }
  closedir(directory);
  reply_set_int(place, count);
  return true;
}

/* ---- Whole files ---- */

/** Reads until the end or until the room is full; -1 where it fails. */
static ssize_t read_fully(int descriptor, uint8_t *bytes, size_t count) {
  size_t done = 0;
  while (done < count) {
    ssize_t got = read(descriptor, bytes + done, count - done);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return -1;
    if (got == 0) break;
    done += (size_t)got;
  }
  return (ssize_t)done;
}

static bool write_fully(int descriptor, const uint8_t *bytes, size_t count) {
  while (count > 0) {
    ssize_t written = write(descriptor, bytes, count);
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return false;
    bytes += written;
    count -= (size_t)written;
  }
  return true;
}

/** Closing must not hide how the call before it failed. */
static bool closed(int descriptor, bool succeeded) {
  int error = errno;
  close(descriptor);
  errno = error;
  return succeeded;
}

static bool read_opened(int descriptor) {
  struct stat found;
  if (fstat(descriptor, &found) != 0) return false;
  if (S_ISDIR(found.st_mode)) {
    errno = EISDIR;
    return false;
  }
  uint32_t size = (uint32_t)found.st_size;
  ssize_t count = read_fully(descriptor, reply_room(size), size);
  if (count < 0) return false;
  reply_shorten(size, (uint32_t)count);
  return true;
}

static bool read_file(HxRequest *request) {
  int descriptor = open(request_text(request), O_RDONLY | O_CLOEXEC);
  return descriptor >= 0 && closed(descriptor, read_opened(descriptor));
}

static bool write_file(HxRequest *request) {
  const char *path = request_text(request);
  uint32_t count;
  const uint8_t *bytes = request_bytes(request, &count);
  int descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, FILE_MODE);
  return descriptor >= 0 && closed(descriptor, write_fully(descriptor, bytes, count));
}

/* ---- Open files: the program's handles are descriptors ---- */

static bool open_file(HxRequest *request) {
  static const int flags[] = {O_RDONLY, O_WRONLY | O_CREAT | O_TRUNC, O_WRONLY | O_CREAT | O_APPEND, O_WRONLY | O_CREAT};
  const char *path = request_text(request);
  int how = flags[request_int(request) & 3];
  int descriptor = open(path, how | O_CLOEXEC, FILE_MODE);
  if (descriptor < 0) return false;
  if ((how & O_APPEND) != 0) lseek(descriptor, 0, SEEK_END);
  reply_int(descriptor);
  return true;
}

static bool close_file(HxRequest *request) {
  close(request_int(request));
  return true;
}

static bool read_some(HxRequest *request) {
  int descriptor = request_int(request);
  uint32_t most = (uint32_t)request_int(request);
  // Whoever waits for input wants to see what was asked.
  if (descriptor == STDIN_FILENO) platform_flush();
  ssize_t count = read(descriptor, reply_room(most), most);
  if (count < 0) return false;
  reply_shorten(most, (uint32_t)count);
  return true;
}

static bool write_some(HxRequest *request) {
  int descriptor = request_int(request);
  uint32_t count;
  const uint8_t *bytes = request_bytes(request, &count);
  if (descriptor > STDERR_FILENO) return write_fully(descriptor, bytes, count);
  platform_write(descriptor, bytes, count);
  return true;
}

static bool seek(HxRequest *request) {
  int descriptor = request_int(request);
  off_t position = request_int(request);
  off_t reached = lseek(descriptor, position, request_int(request) != 0 ? SEEK_END : SEEK_SET);
  if (reached < 0) return false;
  reply_int((int32_t)reached);
  return true;
}

static bool tell(HxRequest *request) {
  off_t position = lseek(request_int(request), 0, SEEK_CUR);
  if (position < 0) return false;
  reply_int((int32_t)position);
  return true;
}

const HxSystemCall hx_file_calls[] = {
    {"mode", mode},
    {"stat", stat_all},
    {"rename", rename_path},
    {"fullPath", full_path},
    {"createDirectory", create_directory},
    {"deleteFile", delete_file},
    {"deleteDirectory", delete_directory},
    {"readDirectory", read_directory},
    {"readFile", read_file},
    {"writeFile", write_file},
    {"open", open_file},
    {"close", close_file},
    {"read", read_some},
    {"write", write_some},
    {"seek", seek},
    {"tell", tell},
    {NULL, NULL},
};

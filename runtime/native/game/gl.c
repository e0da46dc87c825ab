#include "gl.h"

#include <string.h>

GlFunctions gl;

const char *gl_load(void *(*find)(const char *name)) {
#define GL_FIND(result, name, parameters) \
  { \
    void *function = find("gl" #name); \
    if (!function) return "gl" #name; \
    memcpy(&gl.name, &function, sizeof function); \
  }
  GL_FUNCTIONS(GL_FIND)
#undef GL_FIND
  return NULL;
}

bool gl_has_extension(const char *name) {
  GLint count = 0;
  gl.GetIntegerv(GL_NUM_EXTENSIONS, &count);
  for (GLint i = 0; i < count; i++) {
    if (strcmp((const char *)gl.GetStringi(GL_EXTENSIONS, (GLuint)i), name) == 0) return true;
  }
  return false;
}

/**
 * X11 and EGL, found when the program runs, so that the binary itself needs nothing but the C library. Structures and
 * numbers are those of Xlib's and EGL's public interfaces.
 */
#include <dlfcn.h>
#include <stdio.h>
#include <string.h>

#include "gl.h"
#include "key_codes.h"
#include "window.h"

typedef struct Display Display;
typedef unsigned long XId;
typedef void *EglHandle;

/** The members of XEvent in use; the rest of its 24 longs stays unnamed. */
typedef union XEvent {
  int32_t type;
  struct {
    int32_t type;
    unsigned long serial;
    int32_t send_event;
    Display *display;
    XId window, root, subwindow;
    unsigned long time;
    int32_t x, y, x_root, y_root;
    uint32_t state, keycode;
  } key;
  struct {
    int32_t type;
    unsigned long serial;
    int32_t send_event;
    Display *display;
    XId event, window;
    int32_t x, y, width, height;
  } configure;
  struct {
    int32_t type;
    unsigned long serial;
    int32_t send_event;
    Display *display;
    XId window, message_type;
    int32_t format;
    long data[5];
  } client;
  long pad[24];
} XEvent;

enum { KEY_PRESS = 2, KEY_RELEASE = 3, FOCUS_OUT = 10, CONFIGURE_NOTIFY = 22, CLIENT_MESSAGE = 33 };
enum { KEY_PRESS_MASK = 1, KEY_RELEASE_MASK = 2, STRUCTURE_NOTIFY_MASK = 1 << 17, FOCUS_CHANGE_MASK = 1 << 21 };
enum {
  EGL_SURFACE_TYPE = 0x3033,
  EGL_WINDOW_BIT = 4,
  EGL_RENDERABLE_TYPE = 0x3040,
  EGL_OPENGL_ES3_BIT = 0x40,
  EGL_RED_SIZE = 0x3024,
  EGL_GREEN_SIZE = 0x3023,
  EGL_BLUE_SIZE = 0x3022,
  EGL_DEPTH_SIZE = 0x3025,
  EGL_NONE = 0x3038,
  EGL_CONTEXT_CLIENT_VERSION = 0x3098,
  EGL_OPENGL_ES_API = 0x30A0,
};

#define X_FUNCTIONS(X) \
  X(Display *, XOpenDisplay, (const char *name)) \
  X(int, XDefaultScreen, (Display *)) \
  X(XId, XRootWindow, (Display *, int screen)) \
  X(XId, XCreateSimpleWindow, (Display *, XId parent, int x, int y, unsigned width, unsigned height, unsigned border, unsigned long border_color, unsigned long background)) \
  X(int, XStoreName, (Display *, XId window, const char *name)) \
  X(int, XSelectInput, (Display *, XId window, long mask)) \
  X(int, XMapWindow, (Display *, XId window)) \
  X(XId, XInternAtom, (Display *, const char *name, int only_if_exists)) \
  X(int, XSetWMProtocols, (Display *, XId window, XId *protocols, int count)) \
  X(int, XPending, (Display *)) \
  X(int, XNextEvent, (Display *, XEvent *event)) \
  X(int, XDestroyWindow, (Display *, XId window)) \
  X(int, XCloseDisplay, (Display *))

#define EGL_FUNCTIONS(X) \
  X(EglHandle, eglGetDisplay, (Display *)) \
  X(uint32_t, eglInitialize, (EglHandle display, int32_t *major, int32_t *minor)) \
  X(uint32_t, eglBindAPI, (uint32_t api)) \
  X(uint32_t, eglChooseConfig, (EglHandle display, const int32_t *attributes, EglHandle *configs, int32_t size, int32_t *count)) \
  X(EglHandle, eglCreateWindowSurface, (EglHandle display, EglHandle config, XId window, const int32_t *attributes)) \
  X(EglHandle, eglCreateContext, (EglHandle display, EglHandle config, EglHandle share, const int32_t *attributes)) \
  X(uint32_t, eglMakeCurrent, (EglHandle display, EglHandle draw, EglHandle read, EglHandle context)) \
  X(uint32_t, eglSwapBuffers, (EglHandle display, EglHandle surface)) \
  X(uint32_t, eglTerminate, (EglHandle display)) \
  X(void *, eglGetProcAddress, (const char *name))

#define DECLARE_FUNCTION(result, name, parameters) static result(*name) parameters;
X_FUNCTIONS(DECLARE_FUNCTION)
EGL_FUNCTIONS(DECLARE_FUNCTION)
#undef DECLARE_FUNCTION

static Display *display;
static XId window, delete_message;
static EglHandle egl_display, egl_surface;
static void *gles_library;
static int32_t width_now, height_now;
static bool is_closed, keys_down[256];

static bool fail(const char *what, const char *hint) {
  fprintf(stderr, "Cannot open a window: %s. %s\n", what, hint);
  return false;
}

static void *open_library(const char *name) {
  void *library = dlopen(name, RTLD_NOW | RTLD_LOCAL);
  if (!library) fail(dlerror(), "Install the library, or run with --headless.");
  return library;
}

static bool find_function(void *library, const char *name, void *to) {
  void *function = dlsym(library, name);
  memcpy(to, &function, sizeof function);
  return function || fail(name, "The library is too old.");
}

static bool load_libraries(void) {
  void *x11 = open_library("libX11.so.6");
  void *egl = x11 ? open_library("libEGL.so.1") : NULL;
  gles_library = egl ? open_library("libGLESv2.so.2") : NULL;
  if (!gles_library) return false;
#define FIND_X(result, name, parameters) \
  if (!find_function(x11, #name, &name)) return false;
#define FIND_EGL(result, name, parameters) \
  if (!find_function(egl, #name, &name)) return false;
  X_FUNCTIONS(FIND_X)
  EGL_FUNCTIONS(FIND_EGL)
#undef FIND_X
#undef FIND_EGL
  return true;
}

static void *find_gl(const char *name) {
  void *function = dlsym(gles_library, name);
  return function ? function : eglGetProcAddress(name);
}

static bool create_context(void) {
  static const int32_t config_attributes[] = {
    EGL_SURFACE_TYPE, EGL_WINDOW_BIT, EGL_RENDERABLE_TYPE, EGL_OPENGL_ES3_BIT, EGL_RED_SIZE, 8,
    EGL_GREEN_SIZE, 8, EGL_BLUE_SIZE, 8, EGL_DEPTH_SIZE, 24, EGL_NONE,
  };
  static const int32_t context_attributes[] = {EGL_CONTEXT_CLIENT_VERSION, 3, EGL_NONE};
  const char *hint = "Is an OpenGL ES 3 driver installed?";
  EglHandle config = NULL;
  int32_t count = 0;
  egl_display = eglGetDisplay(display);
  if (!eglInitialize(egl_display, NULL, NULL) || !eglBindAPI(EGL_OPENGL_ES_API)) return fail("EGL does not start", hint);
  if (!eglChooseConfig(egl_display, config_attributes, &config, 1, &count) || count == 0) {
    return fail("EGL offers no OpenGL ES 3 window", hint);
  }
  egl_surface = eglCreateWindowSurface(egl_display, config, window, NULL);
  EglHandle context = eglCreateContext(egl_display, config, NULL, context_attributes);
  if (!egl_surface || !context || !eglMakeCurrent(egl_display, egl_surface, egl_surface, context)) {
    return fail("EGL makes no OpenGL ES 3 context", hint);
  }
  const char *missing = gl_load(find_gl);
  return !missing || fail(missing, hint);
}

bool window_open(const char *title, int32_t width, int32_t height) {
  if (!load_libraries()) return false;
  display = XOpenDisplay(NULL);
  if (!display) return fail("there is no X display", "Set DISPLAY, or run with --headless.");
  window = XCreateSimpleWindow(display, XRootWindow(display, XDefaultScreen(display)), 0, 0, (unsigned)width, (unsigned)height, 0, 0, 0);
  XStoreName(display, window, title);
  XSelectInput(display, window, KEY_PRESS_MASK | KEY_RELEASE_MASK | STRUCTURE_NOTIFY_MASK | FOCUS_CHANGE_MASK);
  delete_message = XInternAtom(display, "WM_DELETE_WINDOW", 0);
  XSetWMProtocols(display, window, &delete_message, 1);
  XMapWindow(display, window);
  width_now = width;
  height_now = height;
  return create_context();
}

/** X key codes are Linux's plus 8. */
static void set_key(uint32_t keycode, bool is_down) {
  int32_t usage = keycode < 8 ? 0 : usage_of_linux_key(keycode - 8);
  if (usage > 0) keys_down[usage] = is_down;
}

bool window_poll(void) {
  while (XPending(display) > 0) {
    XEvent event;
    XNextEvent(display, &event);
    switch (event.type) {
      case KEY_PRESS: set_key(event.key.keycode, true); break;
      case KEY_RELEASE: set_key(event.key.keycode, false); break;
      case FOCUS_OUT: memset(keys_down, 0, sizeof keys_down); break;
      case CONFIGURE_NOTIFY:
        width_now = event.configure.width;
        height_now = event.configure.height;
        break;
      case CLIENT_MESSAGE:
        if ((XId)event.client.data[0] == delete_message) is_closed = true;
        break;
      default: break;
    }
  }
  return !is_closed;
}

void window_swap(void) {
  eglSwapBuffers(egl_display, egl_surface);
}

bool window_key_down(int32_t code) {
  return code >= 0 && code < 256 && keys_down[code];
}

int32_t window_width(void) {
  return width_now;
}

int32_t window_height(void) {
  return height_now;
}

void window_close(void) {
  eglTerminate(egl_display);
  XDestroyWindow(display, window);
  XCloseDisplay(display);
}

/** A window with an OpenGL ES 3 context and a keyboard. One at a time. */
#ifndef HX_WINDOW_H
#define HX_WINDOW_H

#include <stdbool.h>
#include <stdint.h>

/** Opens the window and fills `gl`. False, with a message on stderr that names what is missing. */
bool window_open(const char *title, int32_t width, int32_t height);

/** Takes in what the user did since the last call; false once the window was closed. */
bool window_poll(void);

/** Shows what was drawn. */
void window_swap(void);

/** Is the key (USB HID usage id) held? */
bool window_key_down(int32_t code);

int32_t window_width(void);
int32_t window_height(void);

void window_close(void);

#endif

/** Plays the mix. */
#ifndef HX_SOUND_DEVICE_H
#define HX_SOUND_DEVICE_H

/** Plays from now on, in a thread of its own. Where there is nothing to play with, one line on stderr says why, and all stays silent. */
void sound_device_start(void);

void sound_device_stop(void);

#endif

/** Seconds of one fixed step of a game, in every mode and binary (natively HX_FRAME_SECONDS). */
export const STEP_SECONDS = 1 / 60;

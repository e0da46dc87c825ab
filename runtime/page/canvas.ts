/** The canvas that a game draws on. */

/** Why a page cannot show the game; the text is for the player. */
export class NoPictureError extends Error {}

/** The context that the renderer expects: opaque, with depth, without smoothing that differs from GPU to GPU. */
export function openCanvas(canvas: HTMLCanvasElement): WebGL2RenderingContext {
  const gl = canvas.getContext("webgl2", { alpha: false, antialias: false, depth: true });
  if (gl === null)
    throw new NoPictureError("This browser has no WebGL 2, which the game draws with.");
  return gl;
}

/** Gives the canvas as many pixels as it covers on the screen. */
export function fitCanvas(canvas: HTMLCanvasElement): void {
  const width = Math.max(1, Math.round(canvas.clientWidth * devicePixelRatio));
  const height = Math.max(1, Math.round(canvas.clientHeight * devicePixelRatio));
  if (canvas.width !== width) canvas.width = width;
  if (canvas.height !== height) canvas.height = height;
}

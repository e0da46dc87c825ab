/** Pictures that the GPU has been given and has not finished. */

/** Milliseconds from which a GPU counts as slow: with two pictures in flight what is new would be seen late. */
const SLOW = 40;

interface Picture {
  readonly fence: WebGLSync;
  readonly given: number;
}

export class PicturesInFlight {
  readonly #gl: WebGL2RenderingContext;
  #pictures: Picture[] = [];
  /** How long the last finished one took, as far as looking once a frame can tell. */
  #latest = 0;

  constructor(gl: WebGL2RenderingContext) {
    this.#gl = gl;
  }

  /** To be called when all commands of a picture have been given; times are in milliseconds. */
  add(now: number): void {
    const fence = this.#gl.fenceSync(this.#gl.SYNC_GPU_COMMANDS_COMPLETE, 0);
    // A lost context has no fences, and nothing in flight.
    if (fence !== null) this.#pictures.push({ fence, given: now });
  }

  /**
   * Has the GPU enough to do? A fast one gets its next picture while it draws the last, so that it never waits; a slow one
   * gets it after that: what came meanwhile is then in the next picture, and the page is not held up by a full queue.
   */
  isEnough(now: number): boolean {
    this.#forgetFinished(now);
    return this.#pictures.length >= (this.#latest > SLOW ? 1 : 2);
  }

  #forgetFinished(now: number): void {
    const gl = this.#gl;
    this.#pictures = this.#pictures.filter(({ fence, given }) => {
      if (gl.getSyncParameter(fence, gl.SYNC_STATUS) === gl.UNSIGNALED) return true;
      gl.deleteSync(fence);
      this.#latest = now - given;
      return false;
    });
  }
}

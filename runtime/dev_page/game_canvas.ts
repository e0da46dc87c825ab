/** The canvas that fills the page, and the renderer on it. */
import type { AssetStore } from "#runtime/assets/asset_store.ts";
import { WebGlRenderer } from "#runtime/renderer/webgl_renderer.ts";

export class GameCanvas {
  readonly element: HTMLCanvasElement;
  readonly #gl: WebGL2RenderingContext;

  private constructor(element: HTMLCanvasElement, gl: WebGL2RenderingContext) {
    this.element = element;
    this.#gl = gl;
  }

  /** Null where the browser has no WebGL 2. */
  static create(document: Document): GameCanvas | null {
    const element = document.createElement("canvas");
    element.style.cssText = "position:fixed;inset:0;width:100%;height:100%;display:block";
    // The native renderer smooths no edges either: both draw the same picture.
    const gl = element.getContext("webgl2", { alpha: false, antialias: false });
    if (gl === null) return null;
    document.body.append(element);
    return new GameCanvas(element, gl);
  }

  renderer(store: AssetStore): WebGlRenderer {
    return new WebGlRenderer(this.#gl, store);
  }

  /** Brings the picture to the size of the page in device pixels. */
  fit(window: Window): void {
    const width = Math.max(1, Math.round(window.innerWidth * window.devicePixelRatio));
    const height = Math.max(1, Math.round(window.innerHeight * window.devicePixelRatio));
    if (this.element.width !== width) this.element.width = width;
    if (this.element.height !== height) this.element.height = height;
  }
}

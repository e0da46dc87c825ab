/** Draws command streams with WebGL2. The native twin is runtime/native/renderer.c: same commands, same picture. */
import type { AssetStore } from "#runtime/assets/asset_store.ts";
import type { SoundPlayer } from "#runtime/audio/sound_player.ts";
import { AssetCache } from "./asset_cache.ts";
import { chooseLod } from "./choose_lod.ts";
import { gpuFinished } from "./gpu_finished.ts";
import { applyState, createMaterial, deleteMaterial, type GpuMaterial } from "./gpu_material.ts";
import { createMesh, deleteMesh, type GpuMesh, setMissingAttributes } from "./gpu_mesh.ts";
import { createShader, type GpuShader } from "./gpu_shader.ts";
import { createTexture, type GpuTexture, TextureSupport } from "./gpu_texture.ts";
import { executeCommands, FRAME_FLOATS, OBJECT_FLOATS } from "./render_commands.ts";

/** Binding points of the uniform blocks. */
const FRAME = 0;
const OBJECT = 1;
const MATERIAL = 2;

export class WebGlRenderer {
  readonly #gl: WebGL2RenderingContext;
  readonly #sounds: SoundPlayer;
  readonly #frame: WebGLBuffer;
  readonly #object: WebGLBuffer;
  readonly #meshes: AssetCache<GpuMesh>;
  readonly #materials: AssetCache<GpuMaterial>;
  readonly #shaders: AssetCache<GpuShader>;
  readonly #textures: AssetCache<GpuTexture>;
  /** Of the picture that is being drawn. */
  readonly #viewProjection = new Float32Array(16);

  constructor(gl: WebGL2RenderingContext, store: AssetStore, sounds: SoundPlayer) {
    this.#gl = gl;
    this.#sounds = sounds;
    this.#frame = blockBuffer(gl, FRAME, FRAME_FLOATS * 4);
    this.#object = blockBuffer(gl, OBJECT, OBJECT_FLOATS * 4);
    setMissingAttributes(gl);
    const support = new TextureSupport(gl);
    this.#meshes = new AssetCache(
      store,
      (bytes) => createMesh(gl, bytes),
      (mesh) => deleteMesh(gl, mesh),
    );
    this.#materials = new AssetCache(
      store,
      (bytes) => createMaterial(gl, store, bytes),
      (material) => deleteMaterial(gl, material),
    );
    this.#shaders = new AssetCache(
      store,
      (bytes, variant) => createShader(gl, bytes, variant),
      (shader) => gl.deleteProgram(shader),
    );
    this.#textures = new AssetCache(
      store,
      (bytes) => createTexture(gl, support, bytes),
      ({ texture }) => gl.deleteTexture(texture),
    );
  }

  /** Draws one picture from the first `count` words. */
  execute(words: Int32Array, count: number): void {
    const gl = this.#gl;
    gl.viewport(0, 0, gl.drawingBufferWidth, gl.drawingBufferHeight);
    executeCommands(words, count, {
      beginFrame: (clearColor, frame) => this.#beginFrame(clearColor, frame),
      draw: (mesh, material, object) => this.#draw(mesh, material, object),
      sounds: (voices) => this.#sounds.follow(voices, performance.now() / 1000),
    });
    gl.bindVertexArray(null);
  }

  /** Resolves when the GPU has drawn what `execute` gave it. */
  finished(): Promise<void> {
    return gpuFinished(this.#gl);
  }

  #beginFrame(clearColor: Float32Array, frame: Float32Array): void {
    const gl = this.#gl;
    gl.depthMask(true);
    gl.enable(gl.DEPTH_TEST);
    const [red, green, blue] = Array.from(clearColor, encodeSrgb) as [number, number, number];
    gl.clearColor(red, green, blue, 1);
    gl.clear(gl.COLOR_BUFFER_BIT | gl.DEPTH_BUFFER_BIT);
    gl.bindBuffer(gl.UNIFORM_BUFFER, this.#frame);
    gl.bufferSubData(gl.UNIFORM_BUFFER, 0, frame);
    this.#viewProjection.set(frame.subarray(0, 16));
  }

  /** Draws nothing where the mesh, the material or its shader is not loaded. */
  #draw(meshHandle: number, materialHandle: number, object: Float32Array): void {
    const gl = this.#gl;
    const mesh = this.#meshes.get(meshHandle);
    const material = this.#materials.get(materialHandle);
    const shader = material && this.#shaders.get(material.shader, material.variant);
    if (!mesh || !material || !shader) return;
    gl.useProgram(shader);
    applyState(gl, material.state);
    for (const { unit, handle } of material.textures) {
      gl.activeTexture(gl.TEXTURE0 + unit);
      const bound = this.#textures.get(handle);
      gl.bindTexture(bound?.target ?? gl.TEXTURE_2D, bound?.texture ?? null);
    }
    if (material.uniforms) gl.bindBufferBase(gl.UNIFORM_BUFFER, MATERIAL, material.uniforms);
    gl.bindBuffer(gl.UNIFORM_BUFFER, this.#object);
    gl.bufferSubData(gl.UNIFORM_BUFFER, 0, object);
    gl.bindVertexArray(mesh.vertexArray);
    const lod = chooseLod(mesh, object, this.#viewProjection, gl.drawingBufferHeight);
    const first = lod.firstIndex * mesh.indexSize;
    gl.drawElements(gl.TRIANGLES, lod.indexCount, mesh.indexType, first);
  }
}

function blockBuffer(gl: WebGL2RenderingContext, binding: number, size: number): WebGLBuffer {
  const buffer = gl.createBuffer();
  gl.bindBuffer(gl.UNIFORM_BUFFER, buffer);
  gl.bufferData(gl.UNIFORM_BUFFER, size, gl.DYNAMIC_DRAW);
  gl.bindBufferBase(gl.UNIFORM_BUFFER, binding, buffer);
  return buffer;
}

/** IEC 61966-2-1. */
function encodeSrgb(linear: number): number {
  return linear <= 0.0031308 ? linear * 12.92 : 1.055 * linear ** (1 / 2.4) - 0.055;
}

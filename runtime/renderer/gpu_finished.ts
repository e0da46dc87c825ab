/**
 * Resolves when the GPU has done what it was given so far. Waits without holding up the page, as `gl.finish` and
 * `readPixels` would: a fence's state is looked at once a turn of the event loop, which is when browsers renew it.
 */
export async function gpuFinished(gl: WebGL2RenderingContext): Promise<void> {
  const fence = gl.fenceSync(gl.SYNC_GPU_COMMANDS_COMPLETE, 0);
  // A lost context has no fences, and nothing to wait for.
  if (fence === null) return;
  gl.flush();
  const turns = new MessageChannel();
  while (gl.getSyncParameter(fence, gl.SYNC_STATUS) === gl.UNSIGNALED) await nextTurn(turns);
  turns.port1.close();
  gl.deleteSync(fence);
}

/** A millisecond later. Browsers make a timer that a timer set wait for four; one that a message set goes off in time. */
function nextTurn({ port1, port2 }: MessageChannel): Promise<void> {
  return new Promise((resolve) => {
    port1.onmessage = () => resolve();
    setTimeout(() => port2.postMessage(null), 1);
  });
}

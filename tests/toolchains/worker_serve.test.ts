import { PassThrough } from "node:stream";
import { setImmediate } from "node:timers/promises";
import test from "ava";
import type { WireRequest, WireResponse } from "#toolchains/worker/messages.ts";
import type { Work } from "#toolchains/worker/request.ts";
import { serve } from "#toolchains/worker/serve.ts";
import { decodeResponses, encodeRequest } from "./worker_client.ts";

/** A worker whose requests a test writes and whose responses it reads. */
function startWorker(work: Work) {
  const requests = new PassThrough();
  const responses: WireResponse[] = [];
  const ended = serve(work, {
    requests,
    respond: (bytes) => responses.push(...decodeResponses(bytes)),
    script: "tool.mjs",
  });
  return {
    responses,
    send: (...messages: Partial<WireRequest>[]) =>
      requests.write(Buffer.concat(messages.map(encodeRequest))),
    end: () => {
      requests.end();
      return ended;
    },
    ended,
  };
}

test("each request gets one response with its id", async (t) => {
  const worker = startWorker(async (request) => ({
    exitCode: 0,
    output: request.arguments.join(" "),
  }));
  worker.send({ arguments: ["a", "b"], requestId: 1 }, { arguments: ["c"], requestId: 2 }, {});
  await worker.end();
  t.deepEqual(worker.responses, [
    { requestId: 1, exitCode: 0, output: "a b" },
    { requestId: 2, exitCode: 0, output: "c" },
    { requestId: 0, exitCode: 0, output: "" },
  ]);
});

test("requests run side by side and finish in their own order", async (t) => {
  const gates = new Map([1, 2].map((id) => [String(id), Promise.withResolvers<void>()]));
  const worker = startWorker(async (request) => {
    await gates.get(request.arguments[0] ?? "")?.promise;
    return { exitCode: 0, output: "" };
  });
  worker.send({ arguments: ["1"], requestId: 1 }, { arguments: ["2"], requestId: 2 });
  await setImmediate();
  gates.get("2")?.resolve();
  await setImmediate();
  t.deepEqual(
    worker.responses.map((response) => response.requestId),
    [2],
  );
  gates.get("1")?.resolve();
  await worker.end();
  t.deepEqual(
    worker.responses.map((response) => response.requestId),
    [2, 1],
  );
});

test("inputs and the sandbox's folder reach the tool", async (t) => {
  const worker = startWorker(async ({ inputs, sandboxDir }) => ({
    exitCode: 0,
    output: JSON.stringify([[...inputs], sandboxDir]),
  }));
  worker.send({
    inputs: [
      { path: "a.hx", digest: "x" },
      { path: "b.hx", digest: "" },
    ],
    sandboxDir: "__sandbox/3/_main",
  });
  await worker.end();
  t.is(worker.responses[0]?.output, '[[["a.hx","x"],["b.hx",""]],"__sandbox/3/_main"]');
});

test("an error that a tool throws is exit code 1 and its message, without a stack", async (t) => {
  const worker = startWorker(async () => {
    throw new Error("Expected a scene, found a mesh");
  });
  worker.send({ requestId: 4 }, { requestId: 5 });
  await worker.end();
  t.deepEqual(worker.responses, [
    { requestId: 4, exitCode: 1, output: "Expected a scene, found a mesh\n" },
    { requestId: 5, exitCode: 1, output: "Expected a scene, found a mesh\n" },
  ]);
});

test("a cancelled request is answered once, when its work has stopped", async (t) => {
  const stopped = Promise.withResolvers<void>();
  const worker = startWorker(async ({ signal }) => {
    await new Promise((resolve) => signal.addEventListener("abort", resolve));
    await stopped.promise;
    return { exitCode: 0, output: "too late" };
  });
  worker.send({ requestId: 9 });
  await setImmediate();
  worker.send({ requestId: 9, cancel: true });
  await setImmediate();
  t.deepEqual(worker.responses, []);
  stopped.resolve();
  await worker.end();
  t.deepEqual(worker.responses, [{ requestId: 9, wasCancelled: true }]);
});

test("cancelling what is done or unknown says nothing", async (t) => {
  const worker = startWorker(async () => ({ exitCode: 0, output: "" }));
  worker.send({ requestId: 1 });
  await setImmediate();
  worker.send({ requestId: 1, cancel: true }, { requestId: 2, cancel: true });
  await worker.end();
  t.deepEqual(worker.responses, [{ requestId: 1, exitCode: 0, output: "" }]);
});

test("a worker whose script has changed refuses and ends", async (t) => {
  const worker = startWorker(async () => ({ exitCode: 0, output: "" }));
  worker.send({ requestId: 1, inputs: [{ path: "tool.mjs", digest: "old" }] });
  await setImmediate();
  worker.send({ requestId: 2, inputs: [{ path: "tool.mjs", digest: "new" }] });
  await worker.ended;
  t.deepEqual(worker.responses, [
    { requestId: 1, exitCode: 0, output: "" },
    {
      requestId: 2,
      exitCode: 1,
      output: "The tool's script changed while its worker ran; build again\n",
    },
  ]);
});

test("a stream that ends inside a request is an error", async (t) => {
  const requests = new PassThrough();
  requests.end(Buffer.from([9, 1]));
  const served = serve(async () => ({ exitCode: 0, output: "" }), {
    requests,
    respond: () => {},
    script: "",
  });
  await t.throwsAsync(served, { message: "The stream of work requests ended inside a request" });
});

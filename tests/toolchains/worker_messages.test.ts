import test from "ava";
import { decodeRequest, MessageReader } from "#toolchains/worker/messages.ts";
import { encodeRequest } from "./worker_client.ts";

const FIRST = {
  arguments: ["a", "", "ünï ✓ 🎮", "long ".repeat(100)],
  inputs: [{ path: "a", digest: "\u00ff\u0000x" }],
  requestId: 0,
  cancel: false,
  sandboxDir: "__sandbox/300/_main",
};
const SECOND = { arguments: [], inputs: [], requestId: 70_000, cancel: true, sandboxDir: "" };

test("several messages in one chunk come out one by one", (t) => {
  const reader = new MessageReader();
  const stream = Buffer.concat([FIRST, SECOND, FIRST].map(encodeRequest));
  t.deepEqual(reader.push(stream).map(decodeRequest), [FIRST, SECOND, FIRST]);
  t.false(reader.isPartial);
});

test("a stream may be cut in two at any byte", (t) => {
  const stream = Buffer.concat([FIRST, SECOND].map(encodeRequest));
  for (let cut = 0; cut <= stream.length; cut++) {
    const reader = new MessageReader();
    const messages = [
      ...reader.push(stream.subarray(0, cut)),
      ...reader.push(stream.subarray(cut)),
    ];
    t.deepEqual(messages.map(decodeRequest), [FIRST, SECOND], `cut at byte ${cut}`);
  }
});

test("a stream may come byte by byte", (t) => {
  const reader = new MessageReader();
  const messages = [...Buffer.concat([FIRST, SECOND].map(encodeRequest))].flatMap((byte) =>
    reader.push(Uint8Array.of(byte)),
  );
  t.deepEqual(messages.map(decodeRequest), [FIRST, SECOND]);
});

test("a reader knows that it is inside a message", (t) => {
  const reader = new MessageReader();
  reader.push(encodeRequest(FIRST).subarray(0, 9));
  t.true(reader.isPartial);
});

test("fields that later versions add are stepped over, broken ones are errors", (t) => {
  const known = encodeRequest({ requestId: 3 }).subarray(1);
  t.is(decodeRequest(Buffer.concat([known, Buffer.from([0x48, 1, 0x52, 1, 65])])).requestId, 3);
  const message = "A work request ends inside a field";
  t.throws(() => decodeRequest(Buffer.from([0x18])), { message });
  t.throws(() => decodeRequest(Buffer.from([0x0a, 5, 65])), { message: /^Field 1 of a work/ });
});

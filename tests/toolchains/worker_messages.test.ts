import test from "ava";
import { MessageReader } from "#toolchains/worker/messages.ts";

const FIRST = `{"arguments":["a } b","{\\"quoted\\\\","ünï ✓ 🎮"],"inputs":[{"path":"a","digest":"x"}]}`;
const SECOND = `{"requestId":7,"cancel":true}`;

test("several messages in one chunk come out one by one", (t) => {
  const reader = new MessageReader();
  t.deepEqual(reader.push(Buffer.from(`${FIRST}\n${SECOND}\n${FIRST}${SECOND}`)), [
    FIRST,
    SECOND,
    FIRST,
    SECOND,
  ]);
  t.false(reader.isPartial);
});

test("a stream may be cut in two at any byte", (t) => {
  const stream = Buffer.from(`${FIRST}\n${SECOND}\n`);
  for (let cut = 0; cut <= stream.length; cut++) {
    const reader = new MessageReader();
    const messages = [
      ...reader.push(stream.subarray(0, cut)),
      ...reader.push(stream.subarray(cut)),
    ];
    t.deepEqual(messages, [FIRST, SECOND], `cut at byte ${cut}`);
  }
});

test("a stream may come byte by byte", (t) => {
  const reader = new MessageReader();
  const messages = [...Buffer.from(`${FIRST}\n${SECOND}\n`)].flatMap((byte) =>
    reader.push(Uint8Array.of(byte)),
  );
  t.deepEqual(messages, [FIRST, SECOND]);
});

test("a reader knows that it is inside a message", (t) => {
  const reader = new MessageReader();
  reader.push(Buffer.from(`{"arguments":[`));
  t.true(reader.isPartial);
});

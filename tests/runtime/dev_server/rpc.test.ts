import test from "ava";
import { answerMessage } from "#runtime/dev_server/rpc.ts";
import type { ClientNotification, Welcome } from "#runtime/hot_reload/protocol.ts";

const welcome: Welcome = {
  game: {
    title: "t",
    mode: "jit",
    entry: { main: "Main.main", staticInits: [] },
    modules: [],
    assets: [],
    version: 0,
  },
  problems: [],
  verification: { state: "off" },
};

function answer(text: string, heard: ClientNotification[] = []) {
  return answerMessage(text, { hello: () => welcome, notified: (one) => void heard.push(one) });
}

test("hello is answered with the game", (t) => {
  t.deepEqual(answer('{"jsonrpc":"2.0","id":7,"method":"session/hello"}'), {
    jsonrpc: "2.0",
    id: 7,
    result: welcome,
  });
});

test("a good notification is heard and not answered", (t) => {
  const heard: ClientNotification[] = [];
  t.is(answer('{"jsonrpc":"2.0","method":"game/error","params":{"text":"x"}}', heard), null);
  t.deepEqual(heard, [{ method: "game/error", params: { text: "x" } }]);
});

test("an update that is on the screen is heard with its hops", (t) => {
  const heard: ClientNotification[] = [];
  const hops = { received: 1, fetched: 2, applied: 3, drawn: 4, finished: 5 };
  const params = { version: 3, hops };
  t.is(answer(JSON.stringify({ jsonrpc: "2.0", method: "reload/drawn", params }), heard), null);
  t.deepEqual(heard, [{ method: "reload/drawn", params }]);
});

for (const [text, code, message] of [
  [
    '{"jsonrpc":"2.0","method":"reload/drawn","params":{"version":1,"hops":{"received":1}}}',
    -32602,
    "reload/drawn needs a version and hops",
  ],
  ["", -32700, "The message is not JSON"],
  ["{", -32700, "The message is not JSON"],
  ["null", -32600, 'A request is an object with "jsonrpc": "2.0" and a method'],
  ["[]", -32600, 'A request is an object with "jsonrpc": "2.0" and a method'],
  [
    '{"id":1,"method":"session/hello"}',
    -32600,
    'A request is an object with "jsonrpc": "2.0" and a method',
  ],
  [
    '{"jsonrpc":"2.0","id":{},"method":"session/hello"}',
    -32600,
    "An id is a number, a text or null",
  ],
  ['{"jsonrpc":"2.0","id":1,"method":"rm"}', -32601, 'There is no method "rm"'],
  ['{"jsonrpc":"2.0","method":"__proto__"}', -32601, 'There is no notification "__proto__"'],
  ['{"jsonrpc":"2.0","method":"game/error"}', -32602, "game/error needs a text"],
  [
    '{"jsonrpc":"2.0","method":"reload/finished","params":{"version":1}}',
    -32602,
    "reload/finished needs a version, a report, assets and a time",
  ],
] as const) {
  test(`refused: ${text}`, (t) => {
    const response = answer(text);
    t.truthy(response && "error" in response);
    t.deepEqual(response && "error" in response ? response.error : null, { code, message });
  });
}

test("whatever comes, there is one answer or none, and never a throw", (t) => {
  const pieces = [
    "{",
    "}",
    "[",
    '"',
    "jsonrpc",
    '"2.0"',
    ":",
    ",",
    "method",
    "session/hello",
    "reload/finished",
    "params",
    "null",
    "1e999",
    "\u0000",
    "id",
    "😀",
  ];
  let seed = 1;
  const next = (limit: number) => {
    seed = (Math.imul(seed, 1103515245) + 12345) >>> 0;
    return seed % limit;
  };
  for (let round = 0; round < 3000; round++) {
    const text = Array.from({ length: next(12) }, () => pieces[next(pieces.length)]).join("");
    t.notThrows(() => answer(text), text);
  }
  const template = {
    jsonrpc: "2.0",
    method: "reload/finished",
    params: { version: 1, report: {}, assets: [], refusedAssets: [{}], totalMilliseconds: 1 },
  };
  t.like(answer(JSON.stringify(template)), { error: { code: -32602 } });
});

import test from "ava";
import { traceText } from "#runtime/dev_server/console_log.ts";
import type { GameUpdate } from "#runtime/hot_reload/protocol.ts";

const update: GameUpdate = {
  version: 1,
  entry: { main: "Main.main", staticInits: [] },
  modules: [],
  assets: [],
  files: ["a.png"],
  timing: {
    watchMilliseconds: 2,
    actions: [],
    hops: { written: 1000, seen: 1001, stable: 1003, built: 1010, sent: 1010.5 },
  },
};
const hops = { received: 1011, fetched: 1011.25, applied: 1012, drawn: 1015, finished: 1020.5 };

test("a trace tells each hop in milliseconds after the write", (t) => {
  t.is(
    traceText(update, { version: 1, hops }),
    "Milliseconds after the write: seen 1.0, stable 3.0, built 10.0, sent 10.5, received 11.0, fetched 11.3, applied 12.0, drawn 15.0, finished 20.5\n",
  );
});

test("an update that nobody asked about has no trace", (t) => {
  t.is(traceText(undefined, { version: 1, hops }), "");
});

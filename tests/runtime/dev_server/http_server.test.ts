import { request } from "node:http";
import test from "ava";
import { WebSocket } from "ws";
import { type DevHttpServer, type ServedGame, serveGame } from "#runtime/dev_server/http_server.ts";
import { decodePushedBlob } from "#runtime/hot_reload/pushed_blob.ts";

const TOKEN = "0123456789abcdef0123456789abcdef";
const DIGEST = "a".repeat(64);

const game: ServedGame = {
  title: "A <game> & more",
  scripts: new Map([["page.js", new TextEncoder().encode("script")]]),
  welcome: () => ({
    game: {
      title: "g",
      mode: "jit",
      entry: { main: "m", staticInits: [] },
      modules: [],
      assets: [],
      version: 0,
    },
    problems: [],
    verification: { state: "off" },
  }),
  blob: (digest) => (digest === DIGEST ? new Uint8Array([1, 2, 3]) : undefined),
  notified: () => {},
};

let server: DevHttpServer;
test.before(async () => {
  server = await serveGame(game, TOKEN, 0);
});
test.after.always(() => server.close());

interface Answer {
  readonly status: number;
  readonly body: string;
  readonly headers: NodeJS.Dict<string | string[]>;
}

function get(path: string, headers: Record<string, string> = {}, method = "GET"): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const options = { host: "127.0.0.1", port: server.port, path, headers, method };
    request(options, (response) => {
      let body = "";
      response.on("data", (chunk) => {
        body += chunk;
      });
      response.on("end", () =>
        resolve({ status: response.statusCode ?? 0, body, headers: response.headers }),
      );
    })
      .on("error", reject)
      .end();
  });
}

test("an update's blobs come before it, each once", async (t) => {
  const socket = new WebSocket(`ws://127.0.0.1:${server.port}/${TOKEN}/socket`);
  socket.binaryType = "arraybuffer";
  const came: unknown[] = [];
  const all = new Promise<void>((resolve, reject) => {
    socket.on("error", reject);
    socket.on("message", (data, isBinary) => {
      if (isBinary) came.push(decodePushedBlob(data as ArrayBuffer));
      else {
        came.push(JSON.parse(String(Buffer.from(data as ArrayBuffer))).method);
        resolve();
      }
    });
  });
  await new Promise((resolve) => socket.once("open", resolve));
  const asset = { type: "texture", blob: DIGEST } as const;
  const hops = { written: 0, seen: 0, stable: 0, built: 0, sent: 0 };
  const params = {
    version: 1,
    entry: { main: "m", staticInits: [] },
    modules: [],
    assets: [
      { ...asset, name: "p.A" },
      { ...asset, name: "p.B" },
    ],
    files: [],
    timing: { watchMilliseconds: 0, actions: [], hops },
  };
  server.broadcast({ method: "game/update", params });
  await all;
  socket.close();
  t.deepEqual(came, [{ digest: DIGEST, bytes: new Uint8Array([1, 2, 3]) }, "game/update"]);
});

test("page, script and blobs below the token", async (t) => {
  const page = await get(`/${TOKEN}/`);
  t.is(page.status, 200);
  t.true(page.body.includes("<title>A &lt;game&gt; &amp; more</title>"));
  t.regex(String(page.headers["content-security-policy"]), /default-src 'none'/);
  t.is((await get(`/${TOKEN}/page.js`)).body, "script");
  t.is((await get(`/${TOKEN}/blob/${DIGEST}`)).body, "\u0001\u0002\u0003");
  t.true(server.url.endsWith(`/${TOKEN}/`));
});

for (const path of [
  "/",
  "/page.js",
  `/${"f".repeat(32)}/`,
  `/${TOKEN}`,
  `/${TOKEN}/blob/${"b".repeat(64)}`,
  `/${TOKEN}/blob/../page.js`,
  `/${TOKEN}/../../etc/passwd`,
  `/${TOKEN}/%2e%2e/%2e%2e/etc/passwd`,
  `/${TOKEN}/blob/${DIGEST}/..`,
  `/${TOKEN}/page.js?x`,
  `/${TOKEN}//etc/passwd`,
]) {
  test(`not found: ${path}`, async (t) => {
    const { status, body } = await get(path);
    t.is(status, 404);
    t.is(body, "Not found\n");
  });
}

test("another host name or origin is refused", async (t) => {
  t.is((await get(`/${TOKEN}/`, { host: "evil.example" })).status, 403);
  t.is((await get(`/${TOKEN}/`, { host: `127.0.0.1:${server.port + 1}` })).status, 403);
  t.is((await get(`/${TOKEN}/`, { origin: "http://evil.example" })).status, 403);
  t.is((await get(`/${TOKEN}/`, { origin: "null" })).status, 403);
  t.is((await get(`/${TOKEN}/`, { host: `localhost:${server.port}` })).status, 200);
});

test("only reading is served", async (t) => {
  t.is((await get(`/${TOKEN}/`, {}, "POST")).status, 400);
});

/** The status of a refused handshake, or the open socket. */
function connect(path: string, headers: Record<string, string> = {}): Promise<number | WebSocket> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(`ws://127.0.0.1:${server.port}${path}`, { headers });
    socket.on("open", () => resolve(socket));
    socket.on("unexpected-response", (_, response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    socket.on("error", reject);
  });
}

test("a socket needs the token and a good origin", async (t) => {
  t.is(await connect("/socket"), 404);
  t.is(await connect(`/${"e".repeat(32)}/socket`), 404);
  t.is(await connect(`/${TOKEN}/page.js`), 404);
  t.is(await connect(`/${TOKEN}/socket`, { origin: "http://evil.example" }), 403);
  t.is(await connect(`/${TOKEN}/socket`, { host: "evil.example" }), 403);
});

test("a client is welcomed, hears broadcasts, and gets an answer to nonsense", async (t) => {
  const socket = await connect(`/${TOKEN}/socket`, { origin: `http://127.0.0.1:${server.port}` });
  if (typeof socket === "number") return t.fail(`refused with ${socket}`);
  const next = () =>
    new Promise<unknown>((resolve) =>
      socket.once("message", (data) => resolve(JSON.parse(String(data)))),
    );
  let message = next();
  socket.send('{"jsonrpc":"2.0","id":1,"method":"session/hello"}');
  t.like(await message, { id: 1, result: { game: { title: "g" } } });
  message = next();
  socket.send("nonsense");
  t.like(await message, { error: { code: -32700 } });
  message = next();
  socket.send(Buffer.from([255, 0, 1]));
  t.like(await message, { error: { code: -32700 } });
  message = next();
  server.broadcast({ method: "build/problems", params: { problems: [] } });
  t.deepEqual(await message, {
    jsonrpc: "2.0",
    method: "build/problems",
    params: { problems: [] },
  });
  socket.terminate();
  t.pass();
});

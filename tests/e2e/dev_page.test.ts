/** What a developer sees: the game in the page, saves that go live in it, a mistake and its mend. */
import type { ExecutionContext } from "ava";
import sharp from "sharp";
import { lacks, missingBrowser, openBrowser, openPage } from "./browser.ts";
import { test } from "./built.ts";
import { DevServer } from "./dev_server.ts";
import { GamePage, type GameState, type Hops } from "./game_page.ts";
import { heardSound, noteSounds } from "./heard_sounds.ts";
import {
  crateRegion,
  isCarbon,
  isCrate,
  isRotor,
  meanColor,
  type Picture,
  quadcopterRegion,
  shareOf,
} from "./picture.ts";

const CUBE = "game/src/behaviors/RotatingCube.hx";
const TEXTURE = "game/assets/textures/crate.png";
/** A place that the crate covers, whichever way it is turned. */
const CRATE = { x: 0.385, y: 0.5 };
const MANIFEST = "game/package.xml";
const VEHICLES = "packages/vehicles/package.xml";
const ENVIRONMENT = "packages/environment/assets";
/** A place where the sky's far side is seen, without clouds. */
const SKY = { x: 0.5, y: 0.22 };

test("saves go live in the page", async (t) => {
  t.timeout(280_000);
  if (lacks(t, missingBrowser())) return;
  const server = await DevServer.start();
  // So small that a software rasteriser draws about as many pictures a second as a GPU does at full size.
  const browser = await openBrowser(320, 180, "gpu");
  try {
    const { page, errors } = await openPage(browser);
    await noteSounds(page);
    const game = new GamePage(page);
    await game.open(server.url);
    await game.mark("never reloaded");
    await seesTheScene(t, game);
    await flies(t, game);
    await hears(t, game);
    await editsBehavior(t, game, server);
    const pictureTime = await game.pictureMilliseconds(20);
    t.log(`a picture: ${pictureTime.toFixed(1)} ms`);
    const texture = await editsTexture(t, game, server);
    // What a save waits for is mostly pictures in flight; the rest is a reserve for a machine that is busy.
    t.true(texture < 1000 + 30 * pictureTime, `${texture} ms with pictures of ${pictureTime} ms`);
    await editsMaterial(t, game, server);
    await editsScene(t, game, server);
    await editsSceneOfPausedGame(t, game, server);
    await editsSky(t, game, server);
    await editsPlanting(t, game, server);
    await editsAtlas(t, game, server);
    await editsAnimation(t, game, server);
    await makesAndMendsMistake(t, game, server);
    t.deepEqual(errors, []);
  } finally {
    await browser.close();
    await server.stop();
  }
});

async function seesTheScene(t: ExecutionContext, game: GamePage): Promise<void> {
  const picture = await game.picture("scene.png");
  t.true(shareOf(picture, crateRegion, isCrate) > 0.9, "the cube is seen");
  t.true(shareOf(picture, quadcopterRegion, isRotor) > 0.01, "the rotors are seen");
  t.true(shareOf(picture, quadcopterRegion, isCarbon) > 0.05, "the quadcopter is seen");
}

/** W is forward, which is away from the camera. */
async function flies(t: ExecutionContext, game: GamePage): Promise<void> {
  const depth = (state: GameState): number => entity(state.entities, "quadcopter").position.z;
  const before = await game.state();
  await game.page.keyboard.down("KeyW");
  const after = await stateAfterFrames(game, 30);
  await game.page.keyboard.up("KeyW");
  t.true(depth(after) < depth(before) - 0.1, `flew from ${depth(before)} to ${depth(after)}`);
}

/** The music, which the browser itself decodes, and the chirp by which the quadcopter answers the pilot, from an MP3. */
async function hears(t: ExecutionContext, game: GamePage): Promise<void> {
  const music = await heardSound(game.page, 22);
  t.deepEqual(music.loop, { start: 4, end: 20 });
  t.is(music.channels, 2);
  t.true(music.peak > 0.3 && music.peak < 0.6, `the music's peak is ${music.peak}`);
  const chirp = await heardSound(game.page, 0.444);
  t.is(chirp.loop, null);
  t.true(Math.abs(chirp.pitch - 1.2) < 1e-6, `it answers at a pitch of ${chirp.pitch}`);
  t.true(chirp.peak > 0.3 && chirp.peak < 0.5, `the chirp's peak is ${chirp.peak}`);
}

/** A body of a function: the cube turns the other way, and ten times as fast. */
async function editsBehavior(
  t: ExecutionContext,
  game: GamePage,
  server: DevServer,
): Promise<void> {
  const before = await game.state();
  const saved = server.edit(CUBE, "rotationSpeed * dt)", "rotationSpeed * -10.0 * dt)");
  reportTrace(t, "behaviour", saved, await game.drawnUpdate(before.reloads));
  wentOn(t, before, await game.state());
  const [first, second] = [await game.state(), await stateAfterFrames(game, 6)];
  const turn = angleBetween(first, second) / (second.frame - first.frame);
  // 1.5 radians a second, ten times, in steps of 1/60 s.
  t.true(Math.abs(turn - (1.5 * 10) / 60) < 1e-6, `turned by ${turn} a step`);
  // Compilers are slow at first; the second save is what the tenth will be like.
  const { reloads } = await game.state();
  const again = server.edit(CUBE, "-10.0 * dt", "-9.0 * dt");
  reportTrace(t, "behaviour again", again, await game.drawnUpdate(reloads));
}

/** A picture painted blue. */
async function editsTexture(
  t: ExecutionContext,
  game: GamePage,
  server: DevServer,
): Promise<number> {
  const before = await game.state();
  const blue = { create: { width: 64, height: 64, channels: 3, background: "#2040ff" } } as const;
  const saved = server.save(TEXTURE, await sharp(blue).png().toBuffer());
  const seen = await reportPixel(t, game, "texture", saved, true, before.reloads);
  wentOn(t, before, await game.state());
  t.true(isBlue(await game.picture("texture.png")));
  return seen - saved;
}

/** A material that takes the blue away. */
async function editsMaterial(
  t: ExecutionContext,
  game: GamePage,
  server: DevServer,
): Promise<void> {
  const before = await game.state();
  const saved = server.edit(
    MANIFEST,
    "<albedo>1.0 0.35 0.3 1.0</albedo>",
    "<albedo>1.0 1.0 0.0 1.0</albedo>",
  );
  await reportPixel(t, game, "material", saved, false, before.reloads);
  wentOn(t, before, await game.state());
  t.false(isBlue(await game.picture("material.png")));
}

/** An entity more, and a prefab that another package has an instance of. */
async function editsScene(t: ExecutionContext, game: GamePage, server: DevServer): Promise<void> {
  const before = await game.state();
  const sky = '<entity id="sky" name="Sky">';
  const saved = server.edit(MANIFEST, sky, `<entity id="lamp" name="Lamp" />${sky}`);
  reportTrace(t, "scene", saved, await game.drawnUpdate(before.reloads));
  // A scene is exchanged between two steps.
  const lit = await stateAfterFrames(game, 2);
  t.truthy(entity(lit.entities, "lamp"));
  wentOn(t, before, lit);
  const place = '<position x="-0.55" y="0.16" z="-0.55" />';
  const raised = server.edit(VEHICLES, place, place.replace("0.16", "0.5"));
  reportTrace(t, "prefab", raised, await game.drawnUpdate(lit.reloads));
  const after = await stateAfterFrames(game, 2);
  t.is(entity(after.entities, "quadcopter/rotorFrontLeft").position.y, 0.5);
  wentOn(t, lit, after);
}

/** What stands still is drawn with what its author changed. */
async function editsSceneOfPausedGame(
  t: ExecutionContext,
  game: GamePage,
  server: DevServer,
): Promise<void> {
  await game.pause();
  const before = await game.state();
  const place = '<position x="-4.9" y="-1.1" z="-4.6" />';
  server.edit(MANIFEST, place, place.replace("-1.1", "-0.9"));
  await game.drawnUpdate(before.reloads);
  const after = await game.state();
  t.is(entity(after.entities, "boulder").position.y, -0.9);
  t.is(after.frame, before.frame);
  await game.play();
  wentOn(t, before, await stateAfterFrames(game, 2));
}

/** One side of a cube, painted red. */
async function editsSky(t: ExecutionContext, game: GamePage, server: DevServer): Promise<void> {
  const before = await game.state();
  const red = { create: { width: 256, height: 256, channels: 3, background: "#c03010" } } as const;
  const side = `${ENVIRONMENT}/textures/sky/negative_z.png`;
  const saved = server.save(side, await sharp(red).png().toBuffer());
  report(t, "side of a cube", saved, await game.pixelIsBlue(false, SKY, before.reloads));
  wentOn(t, before, await game.state());
}

/** Data that a behaviour has read: it plants fewer tufts. */
async function editsPlanting(
  t: ExecutionContext,
  game: GamePage,
  server: DevServer,
): Promise<void> {
  const plants = ({ entities }: GameState): number =>
    Object.keys(entities).filter((key) => key.includes("environment.Plant#")).length;
  const before = await game.state();
  const saved = server.edit(`${ENVIRONMENT}/data/planting.json`, '"count": 34', '"count": 4');
  reportTrace(t, "data", saved, await game.drawnUpdate(before.reloads));
  const after = await stateAfterFrames(game, 2);
  t.is(plants(after), plants(before) - 30);
  wentOn(t, before, after);
}

/** One picture of an atlas, of another size: all regions move. */
async function editsAtlas(t: ExecutionContext, game: GamePage, server: DevServer): Promise<void> {
  const before = await game.state();
  const square = { create: { width: 40, height: 60, channels: 4, background: "#f0f" } } as const;
  const picture = `${ENVIRONMENT}/textures/plants/poppy.png`;
  const saved = server.save(picture, await sharp(square).png().toBuffer());
  reportTrace(t, "picture of an atlas", saved, await game.drawnUpdate(before.reloads));
  const seen = await game.picture("atlas.png");
  const isMagenta = (red: number, green: number, blue: number): boolean =>
    red > 120 && blue > 120 && green < 90;
  const whole = { left: 0, top: 0.4, right: 1, bottom: 1 };
  t.true(shareOf(seen, whole, isMagenta) > 0.0005, "the new picture is seen");
  wentOn(t, before, await game.state());
}

/** A model whose clip takes longer; its meshes stay as they are. */
async function editsAnimation(
  t: ExecutionContext,
  game: GamePage,
  server: DevServer,
): Promise<void> {
  const before = await game.state();
  const path = `${ENVIRONMENT}/models/windsock.glb`;
  const saved = server.save(path, withLaterEnd(server.readBytes(path)));
  reportTrace(t, "animation", saved, await game.drawnUpdate(before.reloads));
  wentOn(t, before, await game.state());
}

/** A GLB whose first clip's last key is at 5 s, where it was at 4. */
function withLaterEnd(file: Buffer): Buffer {
  const length = file.readUInt32LE(12);
  const text = file.toString("utf8", 20, 20 + length);
  const { accessors, animations, bufferViews } = JSON.parse(text);
  const input = accessors[animations[0].samplers[0].input];
  const view = bufferViews[input.bufferView];
  const changed = Buffer.from(file);
  changed.write(text.replace('"max":[4]', '"max":[5]'), 20);
  changed.writeFloatLE(5, 20 + length + 8 + view.byteOffset + (input.count - 1) * 4);
  return changed;
}

async function makesAndMendsMistake(
  t: ExecutionContext,
  game: GamePage,
  server: DevServer,
): Promise<void> {
  const good = server.read(CUBE);
  const before = await game.state();
  const broken = server.save(CUBE, good.replace("var turn = ", "var turn = ("));
  await game.page.waitForFunction(() => document.getElementById("problems")?.hidden === false);
  report(t, "mistake", broken, now());
  const overlay = (await game.overlay()) ?? "";
  t.regex(overlay, /game\/src\/behaviors\/RotatingCube\.hx:\d+:\d+: error HX\d{4}: /);
  t.true(overlay.includes("| \t\tvar turn = (Quat.fromAxisAngle"), overlay);
  t.regex(overlay, /\| [\t ]*\^/m);
  await game.picture("mistake.png");
  wentOn(t, before, await stateAfterFrames(game, 30));
  const mended = server.save(CUBE, good);
  await game.page.waitForFunction(() => document.getElementById("problems")?.hidden === true);
  report(t, "mend", mended, now());
  t.is(await game.overlay(), null);
  wentOn(t, before, await game.state());
}

/** The same game in the same page: its clock went on, and nothing was put back to the start. */
function wentOn(t: ExecutionContext, before: GameState, after: GameState): void {
  t.is(after.marker, "never reloaded");
  t.is(after.state, "playing");
  t.true(after.frame > before.frame, `frame ${after.frame} comes after ${before.frame}`);
  // A cloud drifts the same way all the time; back at its start it would be behind.
  t.true(cloudAt(after) > cloudAt(before), `${cloudAt(after)} is past ${cloudAt(before)}`);
}

function now(): number {
  return performance.timeOrigin + performance.now();
}

function cloudAt({ entities }: GameState): number {
  return entity(entities, "cloud1").position.x;
}

function entity(entities: GameState["entities"], id: string): GameState["entities"][string] {
  const found = Object.entries(entities).find(([key]) => key === id || key.endsWith(`.${id}`));
  if (found === undefined) throw new Error(`No entity ${id}: ${Object.keys(entities).join(", ")}`);
  return found[1];
}

/** How far the cube turned, in radians, as one rotation. */
function angleBetween(first: GameState, second: GameState): number {
  const steps = second.frame - first.frame;
  const perStep = (1.5 * 10) / 60;
  const [a, b] = [first, second].map(({ entities }) => entity(entities, "rotateCube").rotation);
  if (a === undefined || b === undefined) throw new Error("No rotations");
  const between = 2 * Math.atan2(a.y * b.w - a.w * b.y, a.w * b.w + a.y * b.y);
  // The same position is reached with any number of whole turns; the nearest to what is expected is meant.
  const turns = Math.round((steps * perStep - between) / (2 * Math.PI));
  return between + turns * 2 * Math.PI;
}

async function stateAfterFrames(game: GamePage, frames: number): Promise<GameState> {
  const { frame } = await game.state();
  for (;;) {
    const state = await game.state();
    if (state.frame >= frame + frames) return state;
  }
}

function isBlue(picture: Picture): boolean {
  const [red, , blue] = meanColor(picture, crateRegion);
  return blue > 1.5 * red;
}

/** By the pixel that the save is about, and by the page's own account of the same picture. */
async function reportPixel(
  t: ExecutionContext,
  game: GamePage,
  what: string,
  saved: number,
  isBlue: boolean,
  reloadsBefore: number,
): Promise<number> {
  const seen = await game.pixelIsBlue(isBlue, CRATE, reloadsBefore);
  report(t, `${what}, by its pixel`, saved, seen);
  reportTrace(t, what, saved, await game.drawnUpdate(reloadsBefore));
  return seen;
}

function reportTrace(t: ExecutionContext, what: string, saved: number, hops: Hops): void {
  const { written, ...after } = hops;
  const passed = Object.entries(after).map(([hop, time]) => `${hop} ${(time - saved).toFixed(1)}`);
  report(t, what, saved, hops.finished);
  t.log(`  ${passed.join(", ")}`);
  const inOrder = Object.values(after);
  t.deepEqual(
    inOrder,
    inOrder.toSorted((a, b) => a - b),
  );
  // The server's and the page's clocks agree about what happened first; a file's time is in ticks.
  t.true(written > saved - 50 && hops.seen > saved - 5, `${what}: ${saved} before ${hops.seen}`);
}

function report(t: ExecutionContext, what: string, saved: number, seen: number): void {
  t.log(`${what}: ${(seen - saved).toFixed(0)} ms from save to screen`);
}

/** A sound as an element. */
import type { AudioDefinition, AudioLoop } from "./audio_definition.ts";
import { audioElement } from "./read_audio.ts";
import { type Writing, writeElement } from "./schema/write_element.ts";
import type { NewElement } from "./write_xml.ts";

/** As `readAudio` reads it. */
export function writeAudio({ sampleRate, loop, ...fields }: AudioDefinition): NewElement {
  return writeElement("audio", audioElement, {
    ...fields,
    sampleRate: sampleRate === null ? "source" : String(sampleRate),
    loop: writeLoop(loop),
  });
}

/** The file's own loop is what is read without an element. */
function writeLoop(loop: AudioLoop): Exclude<Writing<typeof audioElement>["loop"], undefined> {
  switch (loop.kind) {
    case "source":
      return null;
    case "none":
      return { mode: "none" };
    case "frames":
      return { start: loop.start, end: loop.end };
  }
}

import {
  type AudioDefinition,
  type AudioLoop,
  audioFormats,
  audioRates,
} from "./audio_definition.ts";
import type { ElementReader } from "./element_reader.ts";
import { assetAttributes } from "./schema/asset_attributes.ts";
import { child, element, needed, optional, type Reading } from "./schema/element_schema.ts";
import { sourcePath } from "./schema/name_types.ts";
import { integerBetween } from "./schema/number_types.ts";
import { bool, oneOf } from "./schema/value_type.ts";
import type { XmlElement } from "./xml_element.ts";

const frame = integerBetween(0, 2 ** 31 - 1);

const loopElement = element({
  doc: "Where playing goes on after the end.",
  attributes: {
    mode: optional(
      oneOf(["frames", "source", "none"]),
      "frames",
      "whether `start` and `end` say it, the file itself, or nobody",
    ),
    start: optional(frame, 0, "first frame of the loop, in frames of the source"),
    end: optional(frame, null, "the frame after its last", "the sound's end"),
  },
});

/** Files that a sound can be made from. */
export const soundExtensions = [".wav", ".ogg", ".flac", ".mp3"];

export const audioElement = element({
  doc: "A sound.",
  attributes: assetAttributes,
  children: {
    source: needed(sourcePath("audio", soundExtensions), "the sound"),
    format: optional(
      oneOf(audioFormats),
      "auto",
      "how it is stored; `auto` decides by length and by what would be lost",
    ),
    mono: optional(bool, false, "whether all channels become one"),
    sampleRate: optional(
      oneOf(["source", ...audioRates]),
      "source",
      "frames a second to bring it to",
    ),
    loop: child(loopElement),
  },
});

/** Reads `<audio>`. */
export function readAudio(xml: XmlElement, reader: ElementReader): AudioDefinition {
  const { id, source, format, mono, sampleRate, loop } = reader.read(xml, audioElement);
  return {
    kind: "audio",
    package: reader.packageId,
    id,
    source,
    format,
    mono,
    sampleRate: sampleRate === "source" ? null : Number(sampleRate),
    loop: loop === null ? { kind: "source" } : loopOf(loop),
  };
}

function loopOf({ mode, start, end }: Reading<typeof loopElement>): AudioLoop {
  if (mode === "source" || mode === "none") return { kind: mode };
  return { kind: "frames", start, end };
}

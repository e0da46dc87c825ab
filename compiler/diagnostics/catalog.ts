/** Every diagnostic of the compiler. Codes are never renumbered or reused; one file a family. */
import { internalMessages } from "./internal_messages.ts";
import { loweringMessages } from "./lowering_messages.ts";
import type { Message, Slots } from "./message.ts";
import { moduleMessages } from "./module_messages.ts";
import { syntaxMessages } from "./syntax_messages.ts";
import { typeMessages } from "./type_messages.ts";

export const catalog = {
  ...syntaxMessages,
  ...moduleMessages,
  ...typeMessages,
  ...loweringMessages,
  ...internalMessages,
} as const;

export type DiagnosticCode = keyof typeof catalog;

/** What a diagnostic of this code must be given, derived from the slots of its text. */
export type MessageArgs<Code extends DiagnosticCode> = {
  readonly [Slot in Slots<(typeof catalog)[Code]["text"]>]: string | number;
};

/** The catalogue entry of a code. */
export function messageOf(code: DiagnosticCode): Message {
  return catalog[code];
}

/** The shape of a catalogue entry, and the argument names that its text demands. */
export type Severity = "error" | "warning";

export interface Message {
  readonly severity: Severity;
  /** One sentence, capital first, no full stop; `{slot}` is replaced by the argument of that name. */
  readonly text: string;
}

export type MessageFamily = Readonly<Record<string, Message>>;

/** The slot names in a message text. */
export type Slots<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Slots<Rest>
  : never;

/** Replaces every `{slot}`; an argument's own braces are left alone. */
export function fillSlots(text: string, args: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (slot, name: string) => String(args[name] ?? slot));
}

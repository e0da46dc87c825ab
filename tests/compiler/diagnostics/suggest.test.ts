import test from "ava";
import { didYouMean, editDistance, suggest } from "#compiler/diagnostics/suggest.ts";

test("distance counts insertions, deletions, replacements and swaps", (t) => {
  t.is(editDistance("", "abc"), 3);
  t.is(editDistance("length", "lenght"), 1);
  t.is(editDistance("kitten", "sitting"), 3);
  t.is(editDistance("same", "same"), 0);
});

test("the nearest name is suggested, the first of equals", (t) => {
  t.is(suggest("lenght", ["width", "length", "height"]), "length");
  t.is(suggest("pus", ["pop", "push"]), "push");
  t.is(suggest("cat", ["car", "bat"]), "bat");
});

test("what is far is not suggested", (t) => {
  t.is(suggest("x", ["position"]), null);
  t.is(suggest("push", ["indexOf", "concat"]), null);
  t.is(didYouMean("push", []), null);
});

test("a suggestion is a question", (t) => {
  t.is(didYouMean("tarce", ["trace"]), "Did you mean `trace`?");
});

// AVA's settings; they hold for a plain `ava tests/...` and inside Bazel alike.
export default {
  extensions: ["ts"],
  // A test leaves nothing behind in node_modules.
  cache: false,
  files: ["tests/**/*.test.ts"],
  // Node strips the types itself. Its notice about that would otherwise be part of every test's log.
  nodeArguments: [
    "--disable-warning=ExperimentalWarning",
    // Kernels are imported as the bundler imports them.
    "--import=./toolchains/assemblyscript/import_wasm.ts",
  ],
  // Bazel limits how long a test may take. AVA's own limit is ten seconds of silence, which a slow machine exceeds.
  timeout: "60m",
};

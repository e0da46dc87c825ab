#!/usr/bin/env bash
# Builds a generated package in a copy of the workspace, adds assets to it, and prints which actions each build ran:
# a line a build, of MNEMONIC=COUNT in the order of names.
#
# Usage: one_asset_more.sh WORKSPACE GENERATOR NODE...
#   GENERATOR FOLDER TEXTURES MESHES writes the package; NODE... is the command that runs it.
set -euo pipefail

workspace=$1
generator=$2
shift 2
node=("$@")
scratch=$(mktemp -d "${TEST_TMPDIR:-/tmp}/one_asset_more.XXXXXX")

main() {
  trap stop EXIT
  copy_workspace
  build_with all 12 6
  build_with unchanged 12 6
  build_with texture 13 6
  build_with mesh 13 7
}

copy_workspace() {
  mkdir -p "$scratch/workspace"
  tar --create --directory="$workspace" --exclude=./.git --exclude='./bazel-*' --exclude=./node_modules . |
    tar --extract --directory="$scratch/workspace"
}

# build_with NAME TEXTURES MESHES: what Bazel says goes into NAME.log.
build_with() {
  local name=$1
  "${node[@]}" "$generator" "$scratch/workspace/packages/scale" "$2" "$3"
  (
    cd "$scratch/workspace"
    ./bazelw --output_base="$scratch/base" build --color=no --curses=no --symlink_prefix=/ \
      --build_event_json_file="$scratch/$name.json" //packages/scale
  ) >"$scratch/$name.log" 2>&1 || { cat "$scratch/$name.log"; exit 1; }
  echo "$name: $(asset_actions "$scratch/$name.json")"
}

# The build's own metrics count what was run, by mnemonic; other mnemonics are those of tools and of Bazel itself.
asset_actions() {
  "${node[@]}" --eval '
    const events = fs.readFileSync(process.argv[1], "utf8").trim().split("\n").map((line) => JSON.parse(line));
    const { actionData = [] } = events.find(({ buildMetrics }) => buildMetrics).buildMetrics.actionSummary;
    const ours = actionData.filter(({ mnemonic }) => /^Package|^[A-Z][a-z]+Compile$/.test(mnemonic));
    const counts = ours.map(({ mnemonic, actionsExecuted = 0 }) => `${mnemonic}=${actionsExecuted}`);
    console.log(counts.sort().join(" "));
  ' "$1"
}

stop() {
  (cd "$scratch/workspace" && ./bazelw --output_base="$scratch/base" shutdown) >/dev/null 2>&1 || true
  chmod -R u+w "$scratch"
  rm -rf "$scratch"
}

main

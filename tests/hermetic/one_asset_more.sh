#!/usr/bin/env bash
# Builds a generated package in a copy of the workspace, adds assets to it, and prints which actions each build ran:
# a line a build, of MNEMONIC=COUNT in the order of names. Then the same for edits of a package of prefabs and scenes.
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
  build_stage stage 0 0 0
  build_stage prefab 1 0 0
  build_stage nested 1 1 0
  build_stage scene 1 1 1
}

copy_workspace() {
  mkdir -p "$scratch/workspace"
  tar --create --directory="$workspace" --exclude=./.git --exclude='./bazel-*' --exclude=./node_modules . |
    tar --extract --directory="$scratch/workspace"
}

# build_with NAME TEXTURES MESHES
build_with() {
  "${node[@]}" "$generator" "$scratch/workspace/packages/scale" "$2" "$3"
  build "$1" //packages/scale
}

# build_stage NAME X Y Z: two scenes that have each its own prefab, at X; and one inside the first of them, at Y; the second scene's
# entity is at Z.
build_stage() {
  local folder=$scratch/workspace/packages/stage
  mkdir -p "$folder"
  printf 'load("@game_packages//:defs.bzl", "game_package")\n\ngame_package(name = "stage")\n' >"$folder/BUILD.bazel"
  cat >"$folder/package.xml" <<END
<package id="stage" version="1">
  <prefabs>
    <prefab id="Wheel"><transform><position x="$3" /></transform></prefab>
    <prefab id="Cart"><transform><position x="$2" /></transform><entity id="wheel" prefab="Wheel" /></prefab>
    <prefab id="Tree" />
  </prefabs>
  <scenes>
    <scene id="Street"><entity id="cart" prefab="Cart" /></scene>
    <scene id="Forest"><entity id="tree" prefab="Tree"><transform><position x="$4" /></transform></entity></scene>
  </scenes>
</package>
END
  build "$1" //packages/stage
}

# build NAME TARGET: what Bazel says goes into NAME.log.
build() {
  local name=$1
  (
    cd "$scratch/workspace"
    ./bazelw --output_base="$scratch/base" build --color=no --curses=no --symlink_prefix=/ \
      --build_event_json_file="$scratch/$name.json" "$2"
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

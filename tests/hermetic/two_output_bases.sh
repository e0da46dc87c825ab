#!/usr/bin/env bash
# Builds targets twice from two copies of the workspace, in two output bases, with two environments.
#
# - With a shared disk cache the second build executes no action.
# - Without one it executes all, and every output is equal.
#
# Usage: two_output_bases.sh WORKSPACE TARGET...
set -euo pipefail

workspace=$1
shift
targets=("$@")
scratch=$(mktemp -d "${TEST_TMPDIR:-/tmp}/two_output_bases.XXXXXX")

main() {
  trap stop_servers EXIT
  copy_workspace "$scratch/a"
  copy_workspace "$scratch/somewhere/else entirely/b"

  echo "First build, into an empty disk cache"
  build "$scratch/a" first --disk_cache="$scratch/disk" TZ=UTC LANG=C
  echo "Second build, from another path, with that cache"
  build "$scratch/somewhere/else entirely/b" second --disk_cache="$scratch/disk" TZ=Asia/Tokyo LANG=C.UTF-8
  expect_cached "$scratch/second.log"
  echo "Third build, as the second, without a cache"
  build "$scratch/somewhere/else entirely/b" third --disk_cache= TZ=Asia/Tokyo LANG=C.UTF-8
  compare_outputs first third
}

copy_workspace() {
  mkdir -p "$1"
  tar --create --directory="$workspace" --exclude=./.git --exclude='./bazel-*' --exclude=./node_modules . |
    tar --extract --directory="$1"
}

# build FOLDER NAME FLAG VARIABLE=VALUE...: builds the targets in the output base NAME; what Bazel says goes into NAME.log.
build() {
  local folder=$1 name=$2 flag=$3
  shift 3
  # A folder of its own on PATH, so that no two builds have the same PATH.
  mkdir -p "$scratch/$name.path"
  (
    cd "$folder"
    env "$@" PATH="$scratch/$name.path:$PATH" ./bazelw --output_base="$scratch/$name" build \
      --color=no --curses=no --symlink_prefix=/ "$flag" "${targets[@]}"
  ) >"$scratch/$name.log" 2>&1 || { cat "$scratch/$name.log"; exit 1; }
  grep ' processes\?: ' "$scratch/$name.log"
  # The next build is given the machine.
  stop_server "$name"
}

# Every action must come from the disk cache or be Bazel's own bookkeeping.
expect_cached() {
  local summary other
  summary=$(grep ' processes\?: ' "$1" | tail -n 1)
  other=$(sed 's/^.*processes\?: //; s/\.$//; s/, /\n/g' <<<"$summary" | grep -v 'disk cache hit$\|internal$' || true)
  [[ $summary == *'disk cache hit'* ]] || fail "the second build used no cache: $summary"
  [[ -z $other ]] || fail "the second build executed actions: $other"
}

compare_outputs() {
  list_outputs "$1" >"$scratch/$1.outputs"
  list_outputs "$2" >"$scratch/$2.outputs"
  [[ -s $scratch/$1.outputs ]] || fail "there are no outputs"
  diff "$scratch/$1.outputs" "$scratch/$2.outputs" || fail "outputs differ"
  echo "$(wc -l <"$scratch/$1.outputs") outputs are equal"
}

# Prints digest and path of every output. Manifests of runfiles are not outputs of actions that are cached or shared: Bazel
# writes them for the machine, with its paths.
list_outputs() {
  (
    cd "$scratch/$1/execroot/_main/bazel-out"
    find . -path './*/bin/*' -type f ! -name MANIFEST ! -name '*.runfiles_manifest' ! -path '*.runfiles/*' -print0 |
      sort -z | xargs -0 sha256sum
  )
}

stop_servers() {
  local name
  for name in first second third; do stop_server "$name"; done
  chmod -R u+w "$scratch"
  rm -rf "$scratch"
}

stop_server() {
  [[ -d $scratch/$1 ]] || return 0
  (cd "$scratch/a" && ./bazelw --output_base="$scratch/$1" shutdown) >/dev/null 2>&1 || true
}

fail() {
  echo "two_output_bases: $*"
  exit 1
}

main

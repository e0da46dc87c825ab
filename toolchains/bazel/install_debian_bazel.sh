#!/usr/bin/env bash
# Usage: install_debian_bazel.sh PREFIX
# Unpacks Debian's Bazel (package bazel-bootstrap of sid) and all that it runs on under PREFIX, for machines that reach
# Debian's archive but not Bazel's release servers. Needs no root and touches nothing but PREFIX.
# Then PREFIX/bin/bazel is Bazel.
set -euo pipefail

prefix=$(mkdir -p "$1" && cd "$1" && pwd -P)
work=$prefix/work
usr=$prefix/usr
debian=$(dpkg --print-architecture)

main() {
  # Actions see a /tmp of their own, where this would not be.
  [[ $prefix/ != /tmp/* ]] || fail "PREFIX must not be below /tmp"
  case $debian in
    amd64) gnu=x86_64-linux-gnu loader_name=ld-linux-x86-64.so.2 ;;
    arm64) gnu=aarch64-linux-gnu loader_name=ld-linux-aarch64.so.1 ;;
    *) fail "there is no Bazel for $debian" ;;
  esac
  rm -rf "$prefix"
  mkdir -p "$work"/{lists/partial,cache/archives/partial,packages}
  fetch_packages
  libraries=$usr/lib/$gnu
  loader=$libraries/$loader_name
  unpack_packages
  relocate_programs
  write_class_path
  write_rc
  write_launcher
  rm -rf "$work"
}

fail() {
  echo "install_debian_bazel: $*" >&2
  exit 1
}

# Downloads what Bazel runs on, and leaves out what only building Bazel or Java programs takes.
fetch_packages() {
  local codename archive settings
  codename=$(sed -n 's/^VERSION_CODENAME=//p' /etc/os-release)
  # The archive that this machine already uses, asked for another suite.
  archive=$(apt-get indextargets --no-release-info --format '$(RELEASE) $(COMPONENT) $(REPO_URI)' 'Created-By: Packages' |
    sed -n "s/^$codename main //p" | head -n 1)
  [[ -n $archive ]] || fail "apt names no Debian archive for '$codename'"
  echo "deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $archive sid main" >"$work/sources.list"
  # An empty list of installed packages makes apt name every one that is needed.
  touch "$work/status"
  settings=(
    -q -oAPT::Sandbox::User=root "-oDir::Etc::SourceList=$work/sources.list" -oDir::Etc::SourceParts=/dev/null
    "-oDir::State::Lists=$work/lists" "-oDir::State::Status=$work/status" "-oDir::Cache=$work/cache"
  )
  apt-get "${settings[@]}" update
  apt-get "${settings[@]}" --print-uris -y install --no-install-recommends bazel-bootstrap patchelf unzip |
    sed -n "s/^'[^']*' \([^_]*\)_.*/\1/p" | grep -Ex -f <(wanted_packages) | sort -u >"$work/names"
  (cd "$work/packages" && xargs -a "$work/names" apt-get "${settings[@]}" download)
}

wanted_packages() {
  printf '%s\n' 'bazel-.*' 'lib.*-java' 'async-profiler-java' 'velocity' 'openjdk-.*-jre-headless' \
    'libc6' 'libstdc\+\+6' 'libgcc-s1' 'zlib1g' 'patchelf' 'unzip'
  # What Bazel's own programs and Java link with.
  printf 'lib%s[-+0-9a-z.]*\n' absl grpc protobuf protoc zstd-jni cares re2 ssl nss nspr lcms jpeg fontconfig freetype \
    harfbuzz graphite png brotli glib expat pcre uuid zstd asound pcsclite systemd bz2
}

unpack_packages() {
  local package link target
  for package in "$work"/packages/*.deb; do dpkg-deb -x "$package" "$prefix"; done
  java=$(find "$usr/lib/jvm" -maxdepth 1 -type d -name "java-*-openjdk-$debian" | head -n 1)
  # Links to /usr and /etc mean the ones under PREFIX.
  find "$usr" -type l -lname '/*' | while read -r link; do
    target=$prefix$(readlink "$link")
    [[ ! -e $target ]] || ln -sfn "$target" "$link"
  done
}

run() { "$loader" --library-path "$libraries" "$@"; }

# Makes each program that Bazel starts find its loader and libraries under PREFIX.
relocate_programs() {
  local program
  for program in "$usr"/bin/bazel "$usr/libexec/$gnu"/bazel/* "$java"/bin/java "$java"/lib/jspawnhelper; do
    run "$usr/bin/patchelf" --set-interpreter "$loader" --force-rpath --set-rpath "$libraries:$java/lib" "$program"
  done
}

# Rewrites the server's class path: the packaged list, and what the manifests of its jars name in turn.
write_class_path() {
  local list=$usr/share/bazel/bazel_classpath_debian_depends.txt jar file named
  local -a pending class_path=()
  local -A seen=()
  mapfile -t pending < <(sed "s#^/usr#$usr#" "$list")
  while ((${#pending[@]})); do
    jar=${pending[0]}
    pending=("${pending[@]:1}")
    file=$(readlink -f "$jar") || continue
    [[ -f $file && -z ${seen[$file]:-} ]] || continue
    seen[$file]=yes
    class_path+=("$jar")
    for named in $(manifest_class_path "$file"); do
      named=${named#file://}
      [[ $named == /* ]] && pending+=("$prefix$named") || pending+=("$(dirname "$jar")/$named")
    done
  done
  printf '%s\n' "${class_path[@]}" | head -c -1 >"$list"
}

# A manifest breaks its lines at 72 bytes and starts the rest with a space.
manifest_class_path() {
  { run "$usr/bin/unzip" -p "$1" META-INF/MANIFEST.MF 2>/dev/null || true; } | tr -d '\r' |
    sed -e ':join' -e 'N' -e '$!b join' -e 's/\n //g' | sed -n 's/^Class-Path: *//p'
}

# Bazel's own modules depend on others, which it would ask a registry for. Debian ships most; the rest serve Java,
# protobuf and Apple builds only, and an empty module stands in for each.
write_rc() {
  local module name version path
  local -A shipped=()
  echo "common --noenable_workspace" >"$prefix/bazelrc"
  for module in "$usr"/share/bazel/{tools,rules}/*/MODULE.bazel; do
    name=$(sed -n 's/^ *name = "\([^"]*\)".*/\1/p' "$module" | head -n 1)
    shipped[$name]=$(dirname "$module")
  done
  while read -r name version; do
    path=${shipped[$name]:-$prefix/modules/$name}
    [[ -d $path ]] || write_empty_module "$name" "$version" "$path"
    shipped[$name]=$path
  done < <(sed -n 's/^bazel_dep(name = "\([^"]*\)", version = "\([^"]*\)".*/\1 \2/p' "$usr/share/bazel/embedded_tools/MODULE.bazel")
  for name in "${!shipped[@]}"; do echo "common --override_module=$name=${shipped[$name]}"; done | sort >>"$prefix/bazelrc"
}

write_empty_module() {
  mkdir -p "$3"
  echo "module(name = \"$1\", version = \"$2\")" >"$3/MODULE.bazel"
  touch "$3/BUILD.bazel"
  # The one file of them that Bazel loads whatever is built.
  [[ $1 != buildozer ]] ||
    printf 'def _none(_):\n    pass\n\nbuildozer_binary = module_extension(implementation = _none)\n' >"$3/buildozer_binary.bzl"
}

write_launcher() {
  mkdir -p "$prefix/bin"
  cat >"$prefix/bin/bazel" <<LAUNCHER
#!/bin/sh
# The machine's certificates as Java reads them, if it has them; else those that come with Java.
store=/etc/ssl/certs/java/cacerts
[ ! -f "\$store" ] || set -- "--host_jvm_args=-Djavax.net.ssl.trustStore=\$store" "\$@"
exec "$usr/bin/bazel" --nosystem_rc --install_base="$usr/share/bazel" --trust_install_base \\
  --server_javabase="$java" --bazelrc="$prefix/bazelrc" "\$@"
LAUNCHER
  chmod +x "$prefix/bin/bazel"
}

main
